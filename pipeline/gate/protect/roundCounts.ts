import {createHmac} from "node:crypto";
import {byCodeUnits, type Component, canonical, componentsOf} from "./components.js";
import {letCellsGo} from "./letCellsGo.js";
import {type Column, openLinearProgram, type Row, type Solution, type SolveOptions} from "./linearProgram.js";
import type {CountCell, Relation, RoundedComponent, RoundOptions, RoundResult} from "./problem.js";

/**
 * Returns each count, but public ones, as a multiple of the base just below or above it, so that every binding relation
 * holds among the rounded numbers, with the smallest total error: zero-restricted controlled rounding (Cox; the Handbook
 * on Statistical Disclosure Control, chapter 5). A multiple of the base stays, so nothing becomes or stops being zero
 * without cause. Another number than last time costs `anchorPenalty` where the last would still do. Between roundings of
 * one error the seed decides by each cell's id, so the order of cells and relations makes no difference. Groups of cells
 * that no relation joins are rounded apart; in a group without a solution as few cells as can be are let go, and named:
 * they must be hidden. Throws for a count that is no whole number of at least 0, for an id given twice, and for a
 * relation of a cell that is not given.
 */
export async function roundCounts(options: RoundOptions): Promise<RoundResult> {
  const {base = 10} = options;
  const cells = new Map<string, CountCell>();
  for (const cell of options.cells) {
    if (cells.has(cell.id)) throw new Error(`duplicate cell: ${cell.id}`);
    if (!Number.isSafeInteger(cell.count) || cell.count < 0)
      throw new Error(`invalid count: ${cell.count} in ${cell.id}`);
    cells.set(cell.id, cell);
  }

  const choices = new Map<string, Choice>();
  for (const cell of cells.values()) if (!cell.isPublic) choices.set(cell.id, choiceOf(cell, options));
  const relations = bindingRelations(options)
    .map((relation) => withoutKnown(relation, {cells, choices, base}))
    .filter(({terms}) => terms.length > 0);

  const rounded = new Map<string, number>();
  for (const [id, {floor, isFixed}] of choices) if (isFixed) rounded.set(id, floor);
  const open = [...choices].filter(([, {isFixed}]) => !isFixed).map(([id]) => id);
  const components: RoundedComponent[] = [];
  const loose = new Set<string>();
  for (const component of componentsOf(open, canonical(relations))) {
    const {solution, outcome, letGo} = await roundComponent(component, {options, choices});
    components.push(outcome);
    if (outcome.status === "failed") continue;
    component.cellIds.forEach((id, place) => {
      rounded.set(id, (choices.get(id)?.floor ?? 0) + base * (solution[place] ?? 0));
      if (letGo?.has(place)) loose.add(id);
    });
  }
  return {rounded: new Map([...rounded].sort(([one], [other]) => byCodeUnits(one, other))), loose, components};
}

/**
 * Returns the relations that rounding keeps: those that the true counts satisfy, without equalities that hold a public
 * count (known exactly, so not rounded) that no multiple of the base can make up for. The others still bind the attack.
 */
export function bindingRelations({cells, relations, base = 10}: RoundOptions): Relation[] {
  const counts = new Map(cells.map((cell) => [cell.id, cell]));
  return relations.filter(({terms, sense, amount = 0}) => {
    let [sum, known] = [0, 0];
    for (const {cell: id, factor} of terms) {
      const cell = counts.get(id);
      if (cell === undefined) throw new Error(`unknown cell: ${id}`);
      if (!Number.isInteger(factor)) throw new Error(`invalid factor: ${factor} of ${id}`);
      sum += factor * cell.count;
      if (cell.isPublic) known += factor * cell.count;
    }
    if (sense === "at_most") return sum <= amount;
    return sum === amount && (amount - known) % base === 0;
  });
}

/** The share of the least error within which a rounding is good enough: the rest of the proof takes most of the time. */
const GOOD_ENOUGH = 1e-3;

/** What may become of one count: its floor, and what it costs to go up from it rather than stay. */
interface Choice {
  floor: number;
  isFixed: boolean;
  /** The error of staying, and what it costs to be at another number than last time. */
  rest: number;
  moved: number;
  cost: number;
  tie: number;
}

function choiceOf(
  {id, count, isDown, previous}: CountCell,
  {base = 10, seed, anchorPenalty = base}: RoundOptions
): Choice {
  const rest = count % base;
  const floor = count - rest;
  const anchor = previous === floor ? anchorPenalty : previous === floor + base ? -anchorPenalty : 0;
  const bits = createHmac("sha256", seed).update(id).digest().readUIntBE(0, 6);
  return {
    floor,
    isFixed: rest === 0 || isDown === true,
    rest,
    moved: Math.max(0, -anchor),
    cost: base - 2 * rest + anchor,
    tie: bits / 2 ** 48 - 0.5
  };
}

/** The relation in units of the base above the floors, among cells that may still go up. */
function withoutKnown(
  {terms, sense, amount = 0}: Relation,
  {cells, choices, base}: {cells: ReadonlyMap<string, CountCell>; choices: ReadonlyMap<string, Choice>; base: number}
): Relation {
  let left = amount;
  for (const {cell, factor} of terms) left -= factor * (choices.get(cell)?.floor ?? cells.get(cell)?.count ?? 0);
  return {
    terms: terms.filter(({cell}) => choices.get(cell)?.isFixed === false),
    sense,
    // Factors are whole, so what is less than a base is of no use.
    amount: sense === "equal" ? left / base : Math.floor(left / base)
  };
}

async function roundComponent(
  {cellIds, relations}: Component<Relation>,
  {options, choices}: {options: RoundOptions; choices: ReadonlyMap<string, Choice>}
): Promise<{solution: readonly number[]; outcome: RoundedComponent; letGo?: ReadonlySet<number>}> {
  const {nodeLimit, iterationLimit} = options;
  const size = {cells: cellIds.length, relations: relations.length};
  const places = new Map(cellIds.map((id, place) => [id, place]));
  // Errors are whole numbers and all ties of a component together are less than one, so error goes first.
  const columns: Column[] = cellIds.map((id) => {
    const {cost = 0, tie = 0} = choices.get(id) ?? {};
    return {lower: 0, upper: 1, cost: cost + tie / (cellIds.length + 1)};
  });
  if (relations.length === 0)
    return {solution: columns.map(({cost = 0}) => (cost < 0 ? 1 : 0)), outcome: {...size, status: "optimal", gap: 0}};

  const rows: Row[] = relations.map(({terms, sense, amount = 0}) => ({
    columns: terms.map(({cell}) => places.get(cell) ?? 0),
    factors: terms.map(({factor}) => factor),
    lower: sense === "equal" ? amount : Number.NEGATIVE_INFINITY,
    upper: amount
  }));
  const relaxed = await solveOnce({columns, rows}, {iterationLimit});
  if (relaxed.status === "optimal" && isWhole(relaxed.values) && holds(rows, relaxed.values))
    return {solution: [...relaxed.values].map(Math.round), outcome: {...size, status: "optimal", gap: 0}};
  if (relaxed.status !== "infeasible") {
    const whole = columns.map((column) => ({...column, isInteger: true}));
    const offset = cellIds.reduce((sum, id) => sum + (choices.get(id)?.rest ?? 0) + (choices.get(id)?.moved ?? 0), 0);
    const limits = {nodeLimit, iterationLimit, offset, gap: GOOD_ENOUGH};
    const {status, values, gap} = await solveOnce({columns: whole, rows}, limits);
    if ((status === "optimal" || status === "feasible") && holds(rows, values))
      return {solution: [...values].map(Math.round), outcome: {...size, status, gap}};
  }
  const cells = columns.map(({cost = 0}, place) => {
    const {floor = 0, rest = 0} = choices.get(cellIds[place] ?? "") ?? {};
    return {count: floor + rest, rest, cost};
  });
  const {solution, letGo} = await letCellsGo(cells, {rows, base: options.base ?? 10, nodeLimit, iterationLimit});
  return {solution, letGo, outcome: {...size, status: solution.length > 0 ? "loosened" : "failed", gap: null}};
}

async function solveOnce(
  problem: {columns: readonly Column[]; rows: readonly Row[]},
  options: SolveOptions
): Promise<Solution> {
  const program = await openLinearProgram(problem, {...options, changes: "nothing"});
  try {
    return program.solve();
  } finally {
    program.dispose();
  }
}

function isWhole(values: Float64Array): boolean {
  return values.every((value) => Math.abs(value - Math.round(value)) < 1e-6);
}

/** Checked again in whole numbers, since the solver works within a tolerance. */
function holds(rows: readonly Row[], values: Float64Array): boolean {
  return rows.every(({columns, factors, lower, upper}) => {
    let sum = 0;
    columns.forEach((column, place) => {
      sum += (factors[place] ?? 0) * Math.round(values[column] ?? 0);
    });
    return sum >= lower && sum <= upper;
  });
}
