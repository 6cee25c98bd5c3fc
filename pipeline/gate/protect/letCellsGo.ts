import {type Column, openLinearProgram, type Row} from "./linearProgram.js";

/** A cell of a group without a rounding: what it is above its floor, and what it costs to go up rather than stay. */
export interface HeldCell {
  count: number;
  rest: number;
  cost: number;
}

export interface LetGoOptions {
  /** What binds the cells, in units of the base above their floors. */
  rows: readonly Row[];
  base: number;
  nodeLimit?: number;
  iterationLimit?: number;
}

/** What letting a cell of none go costs, in units of error; more for greater counts. */
const PRICE = 1000;

/**
 * Returns the cells, by place, to let go so that the others have a rounding, and a solution in units of the base above the
 * floors: 0 or 1 for those that stay, and for those that go any part of a unit which makes every row hold and is less than a
 * base from the count. A whole program looks for the fewest; when a limit comes first, all go. The solution is
 * empty where not even that helps: where the counts themselves break a row.
 */
export async function letCellsGo(
  cells: readonly HeldCell[],
  options: LetGoOptions
): Promise<{solution: readonly number[]; letGo: ReadonlySet<number>}> {
  const kept = await fewestToGo(cells, options);
  if (kept) {
    const solution = await partsOf(cells, {...options, kept});
    if (solution) return {solution, letGo: new Set([...cells.keys()].filter((place) => !kept.has(place)))};
  }
  const solution = cells.map(({rest}) => rest / options.base);
  const holds = options.rows.every(({columns, factors, lower, upper}) => {
    const sum = columns.reduce((total, column, at) => total + (factors[at] ?? 0) * (solution[column] ?? 0), 0);
    return sum >= lower - 1e-6 && sum <= upper + 1e-6;
  });
  return {solution: holds ? solution : [], letGo: new Set(cells.keys())};
}

/** Returns the cells that stay, each with whether it goes up; undefined when none were found in time. */
async function fewestToGo(
  cells: readonly HeldCell[],
  {rows, base, nodeLimit, iterationLimit}: LetGoOptions
): Promise<Map<number, number> | undefined> {
  const size = cells.length;
  const limits = cells.map((cell) => limitsOf(cell, base));
  const binary = (cost: number): Column => ({lower: 0, upper: 1, cost, isInteger: true});
  // By place: where the cell stands, whether it goes up, and whether it is let go.
  const columns = [
    ...limits,
    ...cells.map(({cost}) => binary(cost)),
    ...cells.map(({count}) => binary(PRICE * (1 + Math.log10(1 + count))))
  ];
  const apart = limits.flatMap(({lower, upper}, place): Row[] => [
    {
      columns: [place, size + place, 2 * size + place],
      factors: [1, -1, -upper],
      lower: Number.NEGATIVE_INFINITY,
      upper: 0
    },
    {
      columns: [place, size + place, 2 * size + place],
      factors: [1, -1, 1 - lower],
      lower: 0,
      upper: Number.POSITIVE_INFINITY
    }
  ]);
  const program = await openLinearProgram({columns, rows: [...rows, ...apart]}, {nodeLimit, iterationLimit, gap: 1e-3});
  try {
    const {status, values} = program.solve();
    if (status !== "optimal" && status !== "feasible") return;
    const kept = [...cells.keys()].filter((place) => (values[2 * size + place] ?? 1) < 0.5);
    return new Map(kept.map((place) => [place, Math.round(values[size + place] ?? 0)]));
  } finally {
    program.dispose();
  }
}

/** Returns where every cell stands when those that are kept stand at whole units; undefined when they cannot. */
async function partsOf(
  cells: readonly HeldCell[],
  {rows, base, kept}: LetGoOptions & {kept: ReadonlyMap<number, number>}
): Promise<number[] | undefined> {
  const columns = cells.map((cell, place) => {
    const unit = kept.get(place);
    return unit === undefined ? limitsOf(cell, base) : {lower: unit, upper: unit};
  });
  const program = await openLinearProgram({columns, rows}, {changes: "nothing"});
  try {
    const {status, values} = program.solve();
    return status === "optimal" ? [...values].map((value, place) => kept.get(place) ?? value) : undefined;
  } finally {
    program.dispose();
  }
}

/** Less than a base from the count, and not below none. */
function limitsOf({count, rest}: HeldCell, base: number): {lower: number; upper: number} {
  const floor = count - rest;
  return {lower: Math.max(-floor, rest - base + 1) / base, upper: (rest + base - 1) / base};
}
