import {byCodeUnits} from "./components.js";
import {type Flows, openFlows} from "./flows.js";
import {
  deviationsOf,
  freedom,
  type Need,
  needsOf,
  type SuppressCell,
  type Suppression,
  type SuppressOptions
} from "./suppression.js";

/**
 * Returns which further cells to hide so that every need is met. Where a cell cannot go as far as it must, a linear program
 * moves it there at the least price of moving counts beyond what is shown of them; what moves is hidden, and free to move
 * from then on. Then, dearest first, cells are shown again where every need is still met (Kelly, Golden and Assad, 1992,
 * for the flows; Castro, 2012, for a survey). A span is met by going on from the end that is reached already. Not the
 * least possible: see `suppressExactly`. Throws for a relation that the counts break.
 */
export async function suppress(options: SuppressOptions): Promise<Suppression> {
  const deviations = deviationsOf(options);
  const flows = await openFlows(deviations);
  const asked = options.needs
    .map((need): Asked => {
      const place = deviations.places.get(need.cell);
      const cell = deviations.cells[place ?? -1];
      if (place === undefined || cell === undefined) throw new Error(`unknown cell: ${need.cell}`);
      return {need, place, cell};
    })
    // The greatest first: their moves often serve the others.
    .sort((one, other) => other.cell.count - one.cell.count || byCodeUnits(one.cell.id, other.cell.id));
  try {
    const moves: Move[] = [];
    const met = asked.filter((one) => meet(one, {flows, moves}));
    showAgain(met, {flows, moves});
    const hidden = [...flows.secondary].map((place) => flows.cells[place] as SuppressCell);
    return {
      hidden: hidden.map(({id}) => id).sort(byCodeUnits),
      cost: hidden.reduce((sum, {weight = 1}) => sum + weight, 0),
      unprotected: asked.filter((one) => !met.includes(one)).map(({cell}) => cell.id)
    };
  } finally {
    flows.dispose();
  }
}

interface Asked {
  need: Need;
  place: number;
  cell: SuppressCell;
}

/** One way in which all cells can move at once, as far as a reader can tell. */
type Move = Float64Array;
type Found = {flows: Flows; moves: Move[]};

/** Hides what it takes for a need to be met; false where nothing does. */
function meet(asked: Asked, {flows, moves}: Found): boolean {
  if (isReached(asked, {flows, moves})) return true;
  for (const choices of movesOf(asked, endsOf(asked, moves))) {
    const [found] = choices
      .map((by) => flows.move(asked.place, by))
      .filter((move) => move !== undefined)
      .sort((one, other) => one.cost - other.cost);
    if (!found) return false;
    found.deviations.forEach((by, place) => {
      if (!isFree(place, {by, flows})) flows.setHidden(place, true);
    });
    moves.push(found.deviations);
  }
  return isMet(asked, endsOf(asked, moves));
}

/** Whether a cell goes as far as it must by what has been found, or is found now, without hiding more. */
function isReached(asked: Asked, {flows, moves}: Found): boolean {
  for (const sign of [1, -1] as const) {
    if (isMet(asked, endsOf(asked, moves))) return true;
    const found = flows.reach(asked.place, {sign, most: mostOf(asked)});
    if (found) moves.push(found);
  }
  return isMet(asked, endsOf(asked, moves));
}

/** Shows cells again, dearest first, where every need is still met. */
function showAgain(met: readonly Asked[], {flows, moves}: Found): void {
  const weight = (place: number): number => flows.cells[place]?.weight ?? 1;
  let possible = moves;
  for (const place of [...flows.secondary].sort((one, other) => weight(other) - weight(one) || one - other)) {
    flows.setHidden(place, false);
    const group = flows.groupOf(place);
    const left = possible.filter((move) => group.every((at) => isFree(at, {by: move[at] ?? 0, flows})));
    const kept = left.length;
    if (met.every((asked) => isReached(asked, {flows, moves: left}))) possible = left;
    else {
      flows.setHidden(place, true);
      possible.push(...left.slice(kept));
    }
  }
}

interface Ends {
  down: number;
  up: number;
}

/** How far down and up a cell is known to go. */
function endsOf({place}: Asked, moves: readonly Move[]): Ends {
  const ends = {down: 0, up: 0};
  for (const move of moves) {
    ends.up = Math.max(ends.up, move[place] ?? 0);
    ends.down = Math.max(ends.down, -(move[place] ?? 0));
  }
  return ends;
}

/** The moves that are wanting, each as a choice of directions. */
function movesOf({need, cell}: Asked, {down, up}: Ends): number[][] {
  const own = needsOf(cell, need);
  const moves: number[][] = [];
  if (down < own.down - 1e-6) moves.push([-own.down]);
  if (up < own.up - 1e-6) moves.push([own.up]);
  const [lower, upper] = [Math.max(whole(down), own.down), Math.max(whole(up), own.up)];
  const {span = 0} = need;
  if (lower + upper < span) moves.push([span - lower, ...(span - upper <= cell.count ? [upper - span] : [])]);
  return moves;
}

function isMet({need, cell}: Asked, {down, up}: Ends): boolean {
  const own = needsOf(cell, need);
  return down >= own.down - 1e-6 && up >= own.up - 1e-6 && whole(down) + whole(up) >= (need.span ?? 0);
}

function mostOf({need, cell}: Asked): number {
  const {down, up} = needsOf(cell, need);
  return Math.max(down, up, need.span ?? 0);
}

/** People are whole: what a cell can go by in all. */
const whole = (by: number): number => Math.floor(by + 1e-6);

/** Whether a reader may take a cell to have moved by so much as things stand. */
function isFree(place: number, {by, flows}: {by: number; flows: Flows}): boolean {
  if (flows.isHidden(place)) return true;
  const {lower, upper} = freedom(flows.cells[place] as SuppressCell, false);
  return by >= lower - 1e-6 && by <= upper + 1e-6;
}
