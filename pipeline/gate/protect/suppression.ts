import {byCodeUnits, canonical} from "./components.js";
import type {Row} from "./linearProgram.js";
import type {Relation} from "./problem.js";

/** A cell of tables in which some are to be hidden. */
export interface SuppressCell {
  id: string;
  count: number;
  /** Hidden for its own sake (primary). */
  isHidden?: boolean;
  /** Never hidden: known to everybody. */
  mustShow?: boolean;
  /** What it costs to hide it; 1 when not given. */
  weight?: number;
  /** What a reader knows of it while it is shown: the count itself when not given, more numbers when it is rounded. */
  shown?: {lower: number; upper: number};
}

/**
 * What must stay possible for each cell hidden for its own sake, as far as anybody can tell: numbers down to `lower` and
 * up to `upper`, and ends that are at least `span` apart.
 */
export interface Protection {
  lower?: number;
  upper?: number;
  span?: number;
}

/** The cells, what binds their counts, and what must stay possible. */
export interface SuppressOptions {
  cells: readonly SuppressCell[];
  relations: readonly Relation[];
  protect: Protection;
}

/** The further cells to hide, in the order of their ids, and what hiding them costs. */
export interface Suppression {
  hidden: readonly string[];
  cost: number;
  /** Cells that cannot be protected even by hiding all that may be hidden: they must not be published in this shape. */
  unprotected: readonly string[];
}

/** The cells in the order of their ids, and the relations as rows of what may be added to all counts at once. */
export interface Deviations {
  cells: readonly SuppressCell[];
  places: ReadonlyMap<string, number>;
  rows: readonly Row[];
}

/** Returns the deviations that keep the relations. Throws for a relation that the counts break. */
export function deviationsOf({cells, relations}: SuppressOptions): Deviations {
  const ordered = [...cells].sort((one, other) => byCodeUnits(one.id, other.id));
  const places = new Map(ordered.map(({id}, place) => [id, place]));
  if (places.size < ordered.length) throw new Error("duplicate cell");
  const rows = canonical(relations).map(({terms, sense, amount = 0}): Row => {
    const columns = terms.map(({cell}) => {
      const place = places.get(cell);
      if (place === undefined) throw new Error(`unknown cell: ${cell}`);
      return place;
    });
    const sum = terms.reduce((total, {factor}, at) => total + factor * (ordered[columns[at] ?? 0]?.count ?? 0), 0);
    if (sense === "equal" ? sum !== amount : sum > amount)
      throw new Error(`invalid relation: ${sum} ${sense} ${amount} of ${terms.map(({cell}) => cell).join(", ")}`);
    const lower = sense === "equal" ? 0 : Number.NEGATIVE_INFINITY;
    return {columns, factors: terms.map(({factor}) => factor), lower, upper: amount - sum};
  });
  return {cells: ordered, places, rows};
}

/** Returns how far a cell may be from its count for a reader who does not see it, or does. */
export function freedom(
  {count, shown = {lower: count, upper: count}}: SuppressCell,
  isHidden: boolean
): {lower: number; upper: number} {
  if (isHidden) return {lower: -count, upper: Number.POSITIVE_INFINITY};
  return {lower: shown.lower - count, upper: shown.upper - count};
}

/** Returns how far down and up a hidden cell must be able to go; 0 for no need. */
export function needsOf({count}: SuppressCell, {lower, upper}: Protection): {down: number; up: number} {
  return {
    down: lower === undefined ? 0 : Math.max(0, count - lower),
    up: upper === undefined ? 0 : Math.max(0, upper - count)
  };
}
