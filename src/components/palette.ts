/** Colours by meaning, from the accessible palette of the Government Analysis Function. */
export const palette = {
  ink: "#0b0c0c",
  quiet: "#505a5f",
  line: "#d8d8d8",
  track: "#e3e6ea",
  main: "#12436D", // the group or measure that the page is about
  second: "#2073BC", // another part of the same whole
  partial: "#a9c8e3", // the same measure over a part period
  contrast: "#F46A25", // the group the reader compares with
  unknown: "#6b7379", // outline of what nobody has stated or returned
  synthetic: "#801650"
} as const;

export const FONT = '"Source Sans 3 Variable", "Source Sans 3", system-ui, sans-serif';
