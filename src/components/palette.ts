/**
 * Colours by meaning, from the accessible palette of the Government Analysis Function. The style sheet gives each its value
 * on a dark ground; the value here holds where there is no sheet, as in a picture.
 */
export const palette = {
  ink: "var(--chart-ink, #0b0c0c)",
  quiet: "var(--chart-quiet, #505a5f)",
  line: "var(--chart-line, #d8d8d8)",
  track: "var(--chart-track, #e3e6ea)",
  main: "var(--chart-main, #12436D)", // the group or measure that the page is about
  second: "var(--chart-second, #2073BC)", // another part of the same whole
  partial: "var(--chart-partial, #a9c8e3)", // the same measure over a part period
  contrast: "var(--chart-contrast, #F46A25)", // the group the reader compares with
  unknown: "var(--chart-unknown, #6b7379)", // outline of what nobody has stated or returned
  paper: "var(--chart-paper, #ffffff)", // the ground, where a line would cross words
  onMain: "var(--chart-on-main, #ffffff)", // words upon the main colour
  synthetic: "var(--chart-synthetic, #801650)"
} as const;

export const FONT = '"Source Sans 3 Variable", "Source Sans 3", system-ui, sans-serif';
