/** What may tell that a row is one that the synthetic returns were fitted to. */
interface Row {
  origin: string;
  note?: string | null; // of a threshold
  indicator_id?: string;
  dimension_1?: string | null;
  category_1?: string | null;
  is_fitted?: boolean; // of what is counted before a target's window
}

/** Stands after a sentence on what the simulator was fitted to. */
export const NO_FINDING = "The returns were made to agree with what is published on this, so it is no finding.";

/**
 * Returns whether synthetic returns were made to agree with what this row says, so that it proves nothing: what share of
 * staff other than teaching assistants was offered training, and what came before the targets' windows (docs/simulator.md).
 */
export function isFitted(row: Row): boolean {
  if (row.origin !== "synthetic") return false;
  if (row.is_fitted === true || /no finding/.test(row.note ?? "")) return true;
  const {indicator_id, dimension_1, category_1} = row;
  return indicator_id === "OFF-01" && dimension_1 === "staff group" && category_1 === "Other than teaching assistants";
}
