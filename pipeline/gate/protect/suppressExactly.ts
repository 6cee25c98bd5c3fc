import {byCodeUnits} from "./components.js";
import {type LinearProgram, openLinearProgram, type Row} from "./linearProgram.js";
import {
  type Deviations,
  deviationsOf,
  freedom,
  needsOf,
  type SuppressCell,
  type Suppression,
  type SuppressOptions
} from "./suppression.js";

/** The least suppression, or the least cost proved so far when a limit was reached: then nothing is hidden. */
export interface ExactSuppression extends Suppression {
  status: "optimal" | "failed";
  rounds: number;
  cuts: number;
}

/**
 * Returns the further cells to hide at the least total weight, for small tables. A whole program chooses the cells; linear
 * programs attack the choice; each attack that comes too near gives a cut (by duality, what the hidden cells must let
 * through), until none does: Fischetti and Salazar-González (2001). Ends as `failed` after `roundLimit` rounds (200 when
 * not given), when a cell cannot be protected, or when the solver is in doubt. Throws for a relation that the counts
 * break.
 */
export async function suppressExactly(
  options: SuppressOptions,
  {roundLimit = 200, nodeLimit}: {roundLimit?: number; nodeLimit?: number} = {}
): Promise<ExactSuppression> {
  const deviations = deviationsOf(options);
  const {cells, rows} = deviations;
  const attack = await openLinearProgram({columns: cells.map((cell) => freedom(cell, cell.isHidden === true)), rows});
  const cuts: Row[] = [];
  try {
    for (let round = 1; round <= roundLimit; round++) {
      const choice = await choose(cells, {cuts, nodeLimit});
      if (choice === undefined) return failed(cells, {rounds: round, cuts: cuts.length});
      const found = cutsFor(choice, {attack, deviations, options});
      if (found === undefined) return failed(cells, {rounds: round, cuts: cuts.length});
      if (found.length === 0) {
        const hidden = cells.filter((cell, place) => choice[place] && !cell.isHidden);
        return {
          hidden: hidden.map(({id}) => id).sort(byCodeUnits),
          cost: hidden.reduce((sum, {weight = 1}) => sum + weight, 0),
          unprotected: [],
          status: "optimal",
          rounds: round,
          cuts: cuts.length
        };
      }
      cuts.push(...found);
    }
    return failed(cells, {rounds: roundLimit, cuts: cuts.length});
  } finally {
    attack.dispose();
  }
}

/** The cheapest choice of hidden cells that keeps the cuts. */
async function choose(
  cells: readonly SuppressCell[],
  {cuts, nodeLimit}: {cuts: readonly Row[]; nodeLimit?: number}
): Promise<boolean[] | undefined> {
  const columns = cells.map(({isHidden, mustShow, weight = 1}) => ({
    lower: isHidden ? 1 : 0,
    upper: mustShow && !isHidden ? 0 : 1,
    cost: isHidden ? 0 : weight,
    isInteger: true
  }));
  const program = await openLinearProgram({columns, rows: cuts}, {gap: 1e-9, nodeLimit});
  try {
    const {status, values} = program.solve();
    return status === "optimal" ? [...values].map((value) => value > 0.5) : undefined;
  } finally {
    program.dispose();
  }
}

/** Attacks every primary cell of a choice; undefined when the solver is in doubt. */
function cutsFor(
  choice: readonly boolean[],
  {attack, deviations, options}: {attack: LinearProgram; deviations: Deviations; options: SuppressOptions}
): Row[] | undefined {
  const {cells} = deviations;
  const {span = 0} = options.protect;
  cells.forEach((cell, place) => {
    const {lower, upper} = freedom(cell, choice[place] ?? false);
    attack.setBounds(place, lower, upper);
  });
  const cuts: Row[] = [];
  for (const [place, cell] of cells.entries()) {
    if (!cell.isHidden) continue;
    const {up, down} = needsOf(cell, options.protect);
    const above = reach(place, {sign: 1, attack, deviations});
    const below = reach(place, {sign: -1, attack, deviations});
    if (above === undefined || below === undefined) return undefined;
    for (const [limits, need] of [
      [[above], up],
      [[below], down],
      [[above, below], span]
    ] as const) {
      if (limits.reduce((sum, {most}) => sum + most, 0) >= need - 1e-6) continue;
      const cut = cutOf(limits, {need, cells});
      if (cut !== undefined) cuts.push(cut);
    }
  }
  return cuts;
}

/** How far a cell can go, and by duality how far each cell's freedom lets it: far ≤ constant + sum(price × move). */
interface Limit {
  most: number;
  constant: number;
  prices: readonly number[];
}

function reach(
  place: number,
  {sign, attack, deviations}: {sign: 1 | -1; attack: LinearProgram; deviations: Deviations}
): Limit | undefined {
  attack.setCost(place, sign);
  const {status, objective, rowDuals} = attack.solve("maximise");
  attack.setCost(place, 0);
  if (status === "unbounded") return {most: Number.POSITIVE_INFINITY, constant: 0, prices: []};
  if (status !== "optimal") return undefined;
  // Any prices of the rows give a true limit, if those of inequalities are not below 0; the solver's give the nearest.
  const prices = new Array<number>(deviations.cells.length).fill(0);
  prices[place] = sign;
  let constant = 0;
  deviations.rows.forEach(({columns, factors, lower, upper}, row) => {
    const dual = rowDuals[row] ?? 0;
    const price = lower === upper ? dual : Math.max(0, dual);
    constant += price * upper;
    columns.forEach((column, at) => {
      prices[column] = (prices[column] ?? 0) - price * (factors[at] ?? 0);
    });
  });
  return {most: objective, constant, prices: prices.map((price) => (Math.abs(price) < 1e-9 ? 0 : price))};
}

/** What the hidden cells must let through between them, no more of any one than is needed. */
function cutOf(
  limits: readonly Limit[],
  {need, cells}: {need: number; cells: readonly SuppressCell[]}
): Row | undefined {
  let left = need;
  const gains = new Array<number>(cells.length).fill(0);
  for (const {constant, prices} of limits) {
    left -= constant;
    for (const [place, cell] of cells.entries()) {
      const price = prices[place] ?? 0;
      if (price === 0) continue;
      const [seen, unseen] = [freedom(cell, false), freedom(cell, true)];
      left -= price > 0 ? price * seen.upper : price * seen.lower;
      gains[place] =
        (gains[place] ?? 0) + (price > 0 ? price * (unseen.upper - seen.upper) : price * (unseen.lower - seen.lower));
    }
  }
  const columns = [...cells.keys()].filter((place) => (gains[place] ?? 0) > 1e-9);
  return {
    columns,
    factors: columns.map((place) => Math.min(left, gains[place] ?? 0)),
    lower: left,
    upper: Number.POSITIVE_INFINITY
  };
}

function failed(cells: readonly SuppressCell[], {rounds, cuts}: {rounds: number; cuts: number}): ExactSuppression {
  const unprotected = cells.filter((cell) => cell.isHidden).map(({id}) => id);
  return {hidden: [], cost: Number.POSITIVE_INFINITY, unprotected, status: "failed", rounds, cuts};
}
