import type {Constraint} from "../../audit/published.js";
import {addedUp, byCodeUnits, canonical} from "./components.js";
import type {Row} from "./linearProgram.js";
import type {Relation} from "./problem.js";

/** A cell of tables in which some are to be hidden. */
export interface SuppressCell {
  id: string;
  count: number;
  /** Hidden from the start, or never shown to anybody. */
  isHidden?: boolean;
  /** Never hidden: known to everybody. */
  mustShow?: boolean;
  /** What it costs to hide it; 1 when not given. */
  weight?: number;
  /** The least that it can be for whoever knows most while it is hidden: 0 when not given, 1 for who is counted in it. */
  least?: number;
  /** What a reader knows of it while it is shown: the count itself when not given, more numbers when it is rounded. */
  shown?: {lower: number; upper: number};
  /** The cell beside which it is hidden and shown, and costs nothing: what else is read of that cell. */
  follows?: string;
}

/**
 * What must stay possible for a cell, as far as anybody can tell: numbers down to `lower` and up to `upper`, and ends that
 * are at least `span` apart.
 */
export interface Need {
  cell: string;
  lower?: number;
  upper?: number;
  span?: number;
}

/** The cells, what binds their counts, and what must stay possible. */
export interface SuppressOptions {
  cells: readonly SuppressCell[];
  relations: readonly Relation[];
  constraints?: readonly Constraint[];
  needs: readonly Need[];
}

/** The further cells to hide, in the order of their ids, and what hiding them costs. */
export interface Suppression {
  hidden: readonly string[];
  cost: number;
  /** Cells whose needs cannot be met even by hiding all that may be hidden: the tables must not be published in this shape. */
  unprotected: readonly string[];
}

/** The cells in the order of their ids, and the relations as rows of what may be added to all counts at once. */
export interface Deviations {
  cells: readonly SuppressCell[];
  places: ReadonlyMap<string, number>;
  /** By place, the place of the cell that it is hidden with: its own, or that of the one that it follows. */
  leaders: readonly number[];
  rows: readonly Row[];
}

/** Numbers that stand for what is not shown need not be whole, and add up to about this. */
const TOLERANCE = 1e-6;

/** Returns the deviations that keep the relations. Throws for a relation that the counts break. */
export function deviationsOf({cells, relations, constraints = []}: SuppressOptions): Deviations {
  const ordered = [...cells].sort((one, other) => byCodeUnits(one.id, other.id));
  const places = new Map(ordered.map(({id}, place) => [id, place]));
  if (places.size < ordered.length) throw new Error("duplicate cell");
  const placeOf = (id: string): number => {
    const place = places.get(id);
    if (place === undefined) throw new Error(`unknown cell: ${id}`);
    return place;
  };
  const bonds: Constraint[] = [
    ...canonical(relations).map(({terms, sense, amount = 0}) =>
      sense === "equal" ? {terms, lower: amount, upper: amount} : {terms, upper: amount}
    ),
    ...constraints.map((constraint) => ({...constraint, terms: addedUp(constraint.terms)}))
  ];
  const rows = bonds.map(({terms, lower = Number.NEGATIVE_INFINITY, upper = Number.POSITIVE_INFINITY}): Row => {
    const columns = terms.map(({cell}) => placeOf(cell));
    const sum = terms.reduce((total, {factor}, at) => total + factor * (ordered[columns[at] ?? 0]?.count ?? 0), 0);
    if (sum < lower - TOLERANCE || sum > upper + TOLERANCE)
      throw new Error(
        `invalid relation: ${sum}, not ${lower} to ${upper}, of ${terms.map(({cell}) => cell).join(", ")}`
      );
    const factors = terms.map(({factor}) => factor);
    return {columns, factors, lower: Math.min(0, lower - sum), upper: Math.max(0, upper - sum)};
  });
  const leaders = ordered.map(({follows}, place) => (follows === undefined ? place : placeOf(follows)));
  return {cells: ordered, places, leaders, rows};
}

/** Returns how far a cell may be from its count for a reader who does not see it, or does. */
export function freedom(
  {count, least = 0, shown = {lower: count, upper: count}}: SuppressCell,
  isHidden: boolean
): {lower: number; upper: number} {
  if (isHidden) return {lower: least - count, upper: Number.POSITIVE_INFINITY};
  return {lower: shown.lower - count, upper: shown.upper - count};
}

/** Returns how far down and up a cell must be able to go by itself; 0 for no need. */
export function needsOf({count}: SuppressCell, {lower, upper}: Need): {down: number; up: number} {
  return {
    down: lower === undefined ? 0 : Math.max(0, count - lower),
    up: upper === undefined ? 0 : Math.max(0, upper - count)
  };
}
