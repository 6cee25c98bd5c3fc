import {type LinearProgram, openLinearProgram, type Row} from "../gate/protect/linearProgram.js";
import type {AttackModel} from "./attackModel.js";

/** Cells of a model that are asked for, by place, and when enough has been seen of one. */
export interface NearbyOptions {
  asked: readonly number[];
  isSeen(place: number): boolean;
}

/** How often the whole is pulled this way and that, and how many cells then move at once. */
const WHOLE_ROUNDS = 2;
const NEIGHBOURS = [100, 400] as const;

/**
 * Sees cells at more numbers, at little cost: pulls all that are asked for this way and that at once, and then a few at a
 * time, while all others stay in the middle of what was found for the whole. Every point that is found so fits all that
 * is known; numbers that are not found may still be possible.
 */
export async function seeNearby(attack: AttackModel, {asked, isSeen}: NearbyOptions): Promise<void> {
  const surroundings = surroundingsOf(attack);
  const pull = pulls();
  const all = attack.columns.map((_, place) => place);
  const isAsked = new Set(asked);
  const unseen = (places: readonly number[]): number[] =>
    [...places.keys()].filter((at) => isAsked.has(places[at] ?? -1) && !isSeen(places[at] ?? -1));
  const middle = Float64Array.from(attack.point);
  const look = (
    program: LinearProgram,
    {places, rounds, seed}: {places: readonly number[]; rounds: number; seed?: number}
  ): void => {
    const sums = new Float64Array(places.length);
    let found = 0;
    const take = (pulled: readonly number[], force: () => number): void => {
      for (const at of pulled) program.setCost(at, force());
      for (const sense of ["maximise", "minimise"] as const) {
        const {status, values} = program.solve(sense);
        if (status !== "optimal") continue;
        attack.see(values, places);
        for (let at = 0; at < values.length; at++) sums[at] = (sums[at] ?? 0) + (values[at] ?? 0);
        found++;
      }
      for (const at of pulled) program.setCost(at, 0);
    };
    for (let round = 0; round < rounds; round++) {
      const pulled = unseen(places);
      if (pulled.length > 0) take(pulled, pull);
    }
    if (seed !== undefined && !isSeen(seed)) take([places.indexOf(seed)], () => 1);
    if (found > 0)
      places.forEach((place, at) => {
        middle[place] = (sums[at] ?? 0) / found;
      });
  };

  look(attack.program, {places: all, rounds: WHOLE_ROUNDS});
  for (const size of NEIGHBOURS) {
    for (const seed of asked) {
      if (isSeen(seed)) continue;
      const places = neighbourhood(seed, {...surroundings, size});
      const program = await openLinearProgram(around(places, {attack, rowsOf: surroundings.rowsOf, middle}));
      try {
        look(program, {places, rounds: 1, seed});
      } finally {
        program.dispose();
      }
    }
  }
}

/** Forces of either sign, the same ones in the same order each time. */
function pulls(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0; // Numerical Recipes
    return state < 2 ** 31 ? -0.5 - state / 2 ** 31 : state / 2 ** 31 - 0.5;
  };
}

/**
 * A cell and those beside it in its sums, theirs, and so on: first those that bring the fewest further sums, and those in
 * sums that have few cells yet, so that the cells can make up for each other.
 */
function neighbourhood(seed: number, {rowsOf, sumsOf, beside, size}: Surroundings & {size: number}): number[] {
  const chosen: number[] = [];
  const isCandidate = new Set<number>([seed]);
  const inRow = new Map<number, number>(); // how many chosen cells each sum has
  const candidates = [seed];
  while (candidates.length > 0 && chosen.length < size) {
    let [best, least] = [0, Number.POSITIVE_INFINITY];
    for (let at = 0; at < candidates.length; at++) {
      const cost = costOf(sumsOf[candidates[at] ?? seed] ?? [], inRow);
      if (cost < least) {
        best = at;
        least = cost;
      }
    }
    const [place = seed] = candidates.splice(best, 1);
    chosen.push(place);
    for (const row of rowsOf[place] ?? []) {
      const before = inRow.get(row) ?? 0;
      inRow.set(row, before + 1);
      if (before > 0) continue;
      for (const next of beside[row] ?? []) {
        if (isCandidate.has(next)) continue;
        isCandidate.add(next);
        candidates.push(next);
      }
    }
  }
  return chosen;
}

function costOf(rows: readonly number[], inRow: ReadonlyMap<number, number>): number {
  let further = 0;
  let fewest = Number.MAX_SAFE_INTEGER;
  for (const row of rows) {
    const already = inRow.get(row) ?? 0;
    if (already === 0) further++;
    else if (already < fewest) fewest = already;
  }
  return further + fewest / 2;
}

/** Which rows each cell is in; of those that are sums, which; and which cells of a row may be more than one number. */
interface Surroundings {
  rowsOf: readonly (readonly number[])[];
  sumsOf: readonly (readonly number[])[];
  beside: readonly (readonly number[])[];
}

function surroundingsOf({columns, rows}: AttackModel): Surroundings {
  const rowsOf: number[][] = columns.map(() => []);
  rows.forEach((row, at) => {
    for (const place of row.columns) rowsOf[place]?.push(at);
  });
  return {
    rowsOf,
    sumsOf: rowsOf.map((own) => own.filter((row) => rows[row]?.lower === rows[row]?.upper)),
    beside: rows.map((row) => row.columns.filter((place) => columns[place]?.lower !== columns[place]?.upper))
  };
}

/** The program of some cells, with all others at their numbers. */
function around(
  places: readonly number[],
  {attack, rowsOf, middle}: {attack: AttackModel; rowsOf: readonly (readonly number[])[]; middle: Float64Array}
): {columns: {lower: number; upper: number}[]; rows: Row[]} {
  const at = new Map(places.map((place, index) => [place, index]));
  const touched = new Set(places.flatMap((place) => rowsOf[place] ?? []));
  return {
    columns: places.map((place) => attack.columns[place] ?? {lower: 0, upper: 0}),
    rows: [...touched].map((row) => {
      const {columns, factors, lower, upper} = attack.rows[row] ?? {columns: [], factors: [], lower: 0, upper: 0};
      const own: {columns: number[]; factors: number[]} = {columns: [], factors: []};
      let others = 0;
      columns.forEach((place, index) => {
        const column = at.get(place);
        const factor = factors[index] ?? 0;
        if (column === undefined) others += factor * (middle[place] ?? 0);
        else {
          own.columns.push(column);
          own.factors.push(factor);
        }
      });
      return {...own, lower: lower - others, upper: upper - others};
    })
  };
}
