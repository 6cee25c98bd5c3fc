/** What is wrong with a release, whatever can be worked out from it. */
export interface Fault {
  kind: FaultKind;
  text: string;
}

/** Each kind of fault, as a heading for people. */
export const FAULT_KINDS = {
  file: "not the files that the catalogue lists",
  unlisted: "in no declared table",
  shape: "finer than the policy allows, or not of its shape",
  statistic: "worked out of many records in a way that is not declared",
  "two numbers": "one number of people shown as two",
  sum: "parts that do not add up to their total",
  vintage: "other than what the release before says of itself and of those before it",
  text: "texts that a spreadsheet would run"
} as const;

export type FaultKind = keyof typeof FAULT_KINDS;

/** Returns faults of one kind. */
export function faultsOf(kind: FaultKind, texts: readonly string[]): Fault[] {
  return texts.map((text) => ({kind, text}));
}
