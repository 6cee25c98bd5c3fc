import {componentsOf} from "../gate/protect/components.js";
import type {Relation} from "../gate/protect/problem.js";
import {type AttackOptions, deriveRanges} from "./attack.js";
import {isEarlier, withEarlier} from "./earlier.js";
import {type Disclosure, suspectedIn} from "./judge.js";
import type {Problem} from "./problem.js";
import {type Constraint, complementId, type Range} from "./published.js";

/** How far from what has changed counts are asked about, one distance after the other; at last everywhere. */
const DISTANCES = [0, 1, 3, undefined] as const;
/** In a group with more cells of both releases times suspected ones, these are left in doubt: far more than it takes. */
const MOST_WORK = 200_000_000;

export interface BothOptions {
  now: Problem;
  before: Problem;
  /** Returns the attack on what is known of both. */
  attackOn(problem: Problem): AttackOptions;
  judge(ranges: ReadonlyMap<string, Range>): readonly Disclosure[];
  mostWork?: number;
}

export interface Both {
  ranges: Map<string, Range>;
  attack: AttackOptions; // the first that any counts fit: it finds no less disclosed than there is
}

/**
 * Returns what each number of people can be for one who has this release and the one before: first as if little more
 * than what was published otherwise had changed, which may find more disclosed than is; then, of what it finds, further
 * and further from the changes, and at last in both releases whole. So it finds of each cell what an attack on both whole
 * finds. Of what was added to a count far from every change nothing is asked: it may be none for all anybody can tell.
 * Where asking would be too much work, what is suspected is `unknown`, which counts as disclosed.
 */
export async function rangesOfBoth({now, before, attackOn, judge, mostWork = MOST_WORK}: BothOptions): Promise<Both> {
  const [nearest, ...further] = DISTANCES;
  let attack = ofNow(attackOn(withEarlier(now, before, {distance: nearest})));
  const ranges = await deriveRanges(attack);
  for (const distance of further) {
    const disclosures = judge(ranges);
    const suspected = suspectedIn(disclosures, attack);
    if (suspected.size === 0) break;
    const wider = ofNow(attackOn(withEarlier(now, before, {distance})));
    if (disclosures.some(({rule}) => rule === "no counts fit")) attack = wider;
    const {only, left} = withinReach(suspected, {attack: wider, mostWork});
    for (const [id, range] of await deriveRanges({...wider, only})) ranges.set(id, range);
    if (distance === undefined) for (const id of left) leaveInDoubt(ranges, id);
  }
  return {ranges, attack};
}

/** Returns an attack on two releases that asks of what is judged: counts of now, and what was added to them. */
export function ofNow(attack: AttackOptions): AttackOptions {
  const {cells, pairs = []} = attack;
  const ids = cells.map(({id}) => id).filter((id) => !isEarlier(id));
  return {...attack, only: new Set([...ids, ...pairs.map(complementId)])};
}

/** Returns which of the cells can be asked about, and which would be too much work. */
function withinReach(
  suspected: ReadonlySet<string>,
  {attack, mostWork}: {attack: AttackOptions; mostWork: number}
): {only: Set<string>; left: string[]} {
  const {cells, relations, constraints = [], pairs = []} = attack;
  const partOf = new Map(pairs.map((pair) => [complementId(pair), pair.part]));
  const asked = new Map<string, string[]>();
  for (const id of suspected) {
    const cell = partOf.get(id) ?? id;
    asked.set(cell, [...(asked.get(cell) ?? []), id]);
  }
  const [only, left] = [new Set<string>(), [] as string[]];
  const ids = cells.map(({id}) => id);
  for (const {cellIds} of componentsOf<Relation | Constraint>(ids, [...relations, ...constraints])) {
    const own = cellIds.flatMap((id) => asked.get(id) ?? []);
    if (own.length * cellIds.length > mostWork) left.push(...own);
    else for (const id of own) only.add(id);
  }
  return {only, left};
}

function leaveInDoubt(ranges: Map<string, Range>, id: string): void {
  const range = ranges.get(id);
  if (range && range.status !== "known") ranges.set(id, {...range, values: 0, status: "unknown"});
}
