import {byCodeUnits} from "./components.js";
import {type LinearProgram, openLinearProgram} from "./linearProgram.js";
import {
  type Deviations,
  deviationsOf,
  freedom,
  needsOf,
  type SuppressCell,
  type Suppression,
  type SuppressOptions
} from "./suppression.js";

/**
 * Returns which further cells to hide so that those hidden already cannot be told too nearly. For each of them and each
 * direction a linear program moves its count as far as it must go, at the least cost of moving counts that are shown;
 * what moves is hidden, and free to move from then on. Then, dearest first, cells are shown again where all can still
 * move as far (Kelly, Golden and Assad, 1992, for the flows; Castro, 2012, for a survey). Not the least possible: see
 * `suppressExactly`. A span is met in one direction. Throws for a relation that the counts break.
 */
export async function suppress(options: SuppressOptions): Promise<Suppression> {
  const flows = await openFlows(deviationsOf(options));
  try {
    const moves: Move[] = [];
    const unprotected = new Set<string>();
    for (const primary of flows.primaries) {
      for (const need of movesOf(primary, {flows, span: options.protect.span, ...needsOf(primary, options.protect)})) {
        const found = cheapest(need, flows);
        if (found === undefined) unprotected.add(primary.id);
        else {
          moves.push(found);
          flows.hideMoved(found.deviations);
        }
      }
    }
    flows.closePriced();
    for (const place of flows.dearestFirst()) showAgain(place, {flows, moves});
    const hidden = [...flows.secondary].map((place) => flows.cells[place]).filter((cell) => cell !== undefined);
    return {
      hidden: hidden.map(({id}) => id).sort(byCodeUnits),
      cost: hidden.reduce((sum, {weight = 1}) => sum + weight, 0),
      unprotected: [...unprotected]
    };
  } finally {
    flows.program.dispose();
  }
}

/** A cell that must be able to move so far, and one way in which all cells move with it. */
interface Move {
  place: number;
  by: number;
  deviations: Float64Array;
}

interface Flows {
  cells: readonly SuppressCell[];
  /** The most in need first: the moves of others often serve them. */
  primaries: readonly SuppressCell[];
  placeOf(cell: SuppressCell): number;
  program: LinearProgram;
  secondary: Set<number>;
  /** Moves one cell by so much at the least cost, or gives undefined when it cannot be done or the solver is in doubt. */
  move(place: number, by: number): {cost: number; deviations: Float64Array} | undefined;
  hideMoved(deviations: Float64Array): void;
  closePriced(): void;
  dearestFirst(): number[];
  setHidden(place: number, isHidden: boolean): void;
}

/** Three columns a cell: what it may move by for nothing, and what it moves by up and down at its price. */
async function openFlows({cells, places, rows}: Deviations): Promise<Flows> {
  const size = cells.length;
  const secondary = new Set<number>();
  const isHidden = (place: number): boolean => cells[place]?.isHidden === true || secondary.has(place);
  const priced = cells.map((cell) => (cell.isHidden || cell.mustShow ? 0 : Number.POSITIVE_INFINITY));
  const program = await openLinearProgram({
    columns: [
      ...cells.map((cell) => freedom(cell, cell.isHidden === true)),
      ...cells.map(({weight = 1}, place) => ({lower: 0, upper: priced[place] ?? 0, cost: weight})),
      ...cells.map((cell, place) => ({lower: 0, upper: priced[place] ? downOf(cell) : 0, cost: cell.weight ?? 1}))
    ],
    rows: rows.map(({columns, factors, lower, upper}) => ({
      columns: [...columns, ...columns.map((place) => size + place), ...columns.map((place) => 2 * size + place)],
      factors: [...factors, ...factors, ...factors.map((factor) => -factor)],
      lower,
      upper
    }))
  });
  const setFree = (place: number): void => {
    const cell = cells[place];
    if (cell === undefined) return;
    const {lower, upper} = freedom(cell, isHidden(place));
    program.setBounds(place, lower, upper);
  };
  const close = (place: number): void => {
    program.setBounds(size + place, 0, 0);
    program.setBounds(2 * size + place, 0, 0);
  };
  return {
    cells,
    primaries: cells
      .filter((cell) => cell.isHidden)
      .sort((one, other) => other.count - one.count || byCodeUnits(one.id, other.id)),
    placeOf: ({id}) => places.get(id) ?? 0,
    program,
    secondary,
    move(place, by) {
      program.setBounds(place, by, by);
      const {status, objective, values} = program.solve();
      setFree(place);
      if (status !== "optimal") return undefined;
      const deviations = values.slice(0, size);
      deviations.forEach((free, at) => {
        deviations[at] = free + (values[size + at] ?? 0) - (values[2 * size + at] ?? 0);
      });
      return {cost: objective, deviations};
    },
    hideMoved(deviations) {
      deviations.forEach((by, place) => {
        const cell = cells[place];
        if (cell === undefined || isHidden(place) || isWithin(by, freedom(cell, false))) return;
        secondary.add(place);
        setFree(place);
        close(place);
      });
    },
    closePriced: () => cells.forEach((_, place) => void close(place)),
    dearestFirst: () =>
      [...secondary].sort((one, other) => (cells[other]?.weight ?? 1) - (cells[one]?.weight ?? 1) || one - other),
    setHidden(place, isHiddenNow) {
      if (isHiddenNow) secondary.add(place);
      else secondary.delete(place);
      setFree(place);
    }
  };
}

/** The moves that one cell needs, each as a choice of directions: a span is met upward or downward. */
function movesOf(
  primary: SuppressCell,
  {flows, down, up, span = 0}: {flows: Flows; down: number; up: number; span?: number}
): {place: number; choices: readonly number[]}[] {
  const place = flows.placeOf(primary);
  const needs = [];
  if (down > 0) needs.push({place, choices: [-down]});
  if (up > 0) needs.push({place, choices: [up]});
  if (span > down + up) needs.push({place, choices: primary.count >= span ? [span, -span] : [span]});
  return needs;
}

function cheapest({place, choices}: {place: number; choices: readonly number[]}, flows: Flows): Move | undefined {
  let best: (Move & {cost: number}) | undefined;
  for (const by of choices) {
    const found = flows.move(place, by);
    if (found && (best === undefined || found.cost < best.cost)) best = {place, by, ...found};
  }
  return best;
}

/** Shows one cell again if every move can still be made; only moves that used it need another look. */
function showAgain(place: number, {flows, moves}: {flows: Flows; moves: Move[]}): void {
  const cell = flows.cells[place];
  if (cell === undefined) return;
  flows.setHidden(place, false);
  const seen = freedom(cell, false);
  const others = new Map<Move, Float64Array>();
  for (const move of moves) {
    if (isWithin(move.deviations[place] ?? 0, seen)) continue;
    const found = flows.move(move.place, move.by);
    if (found === undefined) {
      flows.setHidden(place, true);
      return;
    }
    others.set(move, found.deviations);
  }
  for (const [move, deviations] of others) move.deviations = deviations;
}

function isWithin(by: number, {lower, upper}: {lower: number; upper: number}): boolean {
  return by >= lower - 1e-6 && by <= upper + 1e-6;
}

function downOf(cell: SuppressCell): number {
  return cell.count + freedom(cell, false).lower;
}
