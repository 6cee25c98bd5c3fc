import {byCodeUnits} from "./components.js";
import {type LinearProgram, openLinearProgram, type Row} from "./linearProgram.js";
import {
  type Deviations,
  deviationsOf,
  freedom,
  type Need,
  needsOf,
  type SuppressCell,
  type Suppression,
  type SuppressOptions
} from "./suppression.js";

/** The least suppression; nothing is hidden where a limit came first, or a need cannot be met. */
export interface ExactSuppression extends Suppression {
  status: "optimal" | "failed";
  rounds: number;
  cuts: number;
}

/**
 * Returns the further cells to hide at the least total weight, for small tables. A whole program chooses the cells; linear
 * programs attack the choice; each attack that comes too near gives a cut (by duality, what the hidden cells must let
 * through), until none does: Fischetti and Salazar-González (2001). Ends as `failed` after `roundLimit` rounds (200 when
 * not given), when a need cannot be met, or when the solver is in doubt. Throws for a relation that the counts break.
 */
export async function suppressExactly(
  options: SuppressOptions,
  {roundLimit = 200, nodeLimit}: {roundLimit?: number; nodeLimit?: number} = {}
): Promise<ExactSuppression> {
  const deviations = deviationsOf(options);
  const {cells, rows, leaders} = deviations;
  const columns = cells.map((cell) => freedom(cell, cell.isHidden === true));
  const attack = await openLinearProgram({columns, rows});
  const cuts: Row[] = [];
  const failed = (rounds: number): ExactSuppression => ({
    hidden: [],
    cost: Number.POSITIVE_INFINITY,
    unprotected: options.needs.map(({cell}) => cell),
    status: "failed",
    rounds,
    cuts: cuts.length
  });
  try {
    for (let rounds = 1; rounds <= roundLimit; rounds++) {
      const choice = await choose(deviations, {cuts, nodeLimit});
      const found = choice && cutsFor(choice, {attack, deviations, needs: options.needs});
      if (choice === undefined || found === undefined) return failed(rounds);
      if (found.length === 0) {
        const hidden = cells.filter((cell, place) => leaders[place] === place && choice[place] && !cell.isHidden);
        return {
          hidden: hidden.map(({id}) => id).sort(byCodeUnits),
          cost: hidden.reduce((sum, {weight = 1}) => sum + weight, 0),
          unprotected: [],
          status: "optimal",
          rounds,
          cuts: cuts.length
        };
      }
      cuts.push(...found);
    }
    return failed(roundLimit);
  } finally {
    attack.dispose();
  }
}

/** The cheapest choice of hidden cells that keeps the cuts. */
async function choose(
  {cells, leaders}: Deviations,
  {cuts, nodeLimit}: {cuts: readonly Row[]; nodeLimit?: number}
): Promise<boolean[] | undefined> {
  const columns = cells.map(({isHidden, mustShow, weight = 1}, place) => {
    const isOpen = leaders[place] === place && !mustShow;
    return {lower: isHidden ? 1 : 0, upper: isHidden || isOpen ? 1 : 0, cost: isHidden ? 0 : weight, isInteger: true};
  });
  const program = await openLinearProgram({columns, rows: cuts}, {gap: 1e-9, nodeLimit});
  try {
    const {status, values} = program.solve();
    return status === "optimal" ? leaders.map((leader) => (values[leader] ?? 0) > 0.5) : undefined;
  } finally {
    program.dispose();
  }
}

interface Attack {
  attack: LinearProgram;
  deviations: Deviations;
}

/** Attacks a choice for every need; undefined when the solver is in doubt. */
function cutsFor(
  choice: readonly boolean[],
  {attack, deviations, needs}: Attack & {needs: readonly Need[]}
): Row[] | undefined {
  const {cells, places} = deviations;
  cells.forEach((cell, place) => {
    const {lower, upper} = freedom(cell, choice[place] === true);
    attack.setBounds(place, lower, upper);
  });
  const cuts: Row[] = [];
  for (const need of needs) {
    const place = places.get(need.cell);
    if (place === undefined) throw new Error(`unknown cell: ${need.cell}`);
    const above = reach(place, {sign: 1, attack, deviations});
    const below = reach(place, {sign: -1, attack, deviations});
    if (above === undefined || below === undefined) return undefined;
    const {up, down} = needsOf(cells[place] as SuppressCell, need);
    for (const [limits, least] of [
      [[above], up],
      [[below], down],
      [[above, below], need.span ?? 0]
    ] as const) {
      if (limits.reduce((sum, {most}) => sum + most, 0) >= least - 1e-6) continue;
      cuts.push(cutOf(limits, {least, deviations}));
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

function reach(place: number, {sign, attack, deviations}: Attack & {sign: 1 | -1}): Limit | undefined {
  attack.setCost(place, sign);
  const {status, objective, rowDuals} = attack.solve("maximise");
  attack.setCost(place, 0);
  if (status === "unbounded") return {most: Number.POSITIVE_INFINITY, constant: 0, prices: []};
  if (status !== "optimal") return undefined;
  // Any prices of the rows give a true limit, if none leans on a side that is open; the solver's give the nearest.
  const prices = new Array<number>(deviations.cells.length).fill(0);
  prices[place] = sign;
  let constant = 0;
  deviations.rows.forEach(({columns, factors, lower, upper}, row) => {
    const dual = rowDuals[row] ?? 0;
    const side = dual > 0 ? upper : lower;
    if (dual === 0 || !Number.isFinite(side)) return;
    constant += dual * side;
    columns.forEach((column, at) => {
      prices[column] = (prices[column] ?? 0) - dual * (factors[at] ?? 0);
    });
  });
  return {most: objective, constant, prices: prices.map((price) => (Math.abs(price) < 1e-9 ? 0 : price))};
}

/** What the hidden cells must let through between them, no more of any one than is needed. */
function cutOf(limits: readonly Limit[], {least, deviations}: {least: number; deviations: Deviations}): Row {
  const {cells, leaders} = deviations;
  let left = least;
  const gains = new Array<number>(cells.length).fill(0);
  for (const {constant, prices} of limits) {
    left -= constant;
    for (const [place, cell] of cells.entries()) {
      const price = prices[place] ?? 0;
      if (price === 0) continue;
      const [seen, unseen] = [freedom(cell, false), freedom(cell, true)];
      const leader = leaders[place] ?? place;
      left -= price > 0 ? price * seen.upper : price * seen.lower;
      gains[leader] =
        (gains[leader] ?? 0) + (price > 0 ? price * (unseen.upper - seen.upper) : price * (unseen.lower - seen.lower));
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
