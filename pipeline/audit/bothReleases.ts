import {type AttackOptions, deriveRanges} from "./attack.js";
import {withEarlier} from "./earlier.js";
import type {Disclosure} from "./judge.js";
import type {Problem} from "./problem.js";
import {complementId, type Range} from "./published.js";

/** How far from what has changed counts are asked about, one distance after the other; at last everywhere. */
const DISTANCES = [0, 1, 3, undefined] as const;
/** More suspected cells than this times the cells of the two releases are left in doubt. */
const MOST_WORK = 2_000_000;

export interface BothOptions {
  now: Problem;
  before: Problem;
  /** Returns the attack on what is known of both. */
  attackOn(problem: Problem): AttackOptions;
  judge(ranges: ReadonlyMap<string, Range>): readonly Disclosure[];
  mostWork?: number;
}

/**
 * Returns what each number of people can be for one who has this release and the one before: first as if little more
 * than what was published otherwise had changed, which may find more disclosed than is; then, of what it finds, further
 * and further from the changes, and at last in both releases whole. What is found so is what an attack on both whole
 * finds. Where that would be too much work, what is suspected is `unknown`, which counts as disclosed. `attack` is the
 * last one made.
 */
export async function rangesOfBoth(
  options: BothOptions
): Promise<{ranges: Map<string, Range>; attack: AttackOptions; isWhole: boolean}> {
  const {now, before, attackOn, judge, mostWork = MOST_WORK} = options;
  const [nearest, ...further] = DISTANCES;
  let attack = attackOn(withEarlier(now, before, {distance: nearest}));
  const ranges = await deriveRanges(attack);
  for (const distance of further) {
    const only = suspectedIn(judge(ranges), attack);
    {
      const c = process.cpuUsage();
      const by: Record<string, number> = {};
      for (const d of judge(ranges)) by[d.rule] = (by[d.rule] ?? 0) + 1;
      console.error(
        "DBG",
        distance,
        attack.cells.length,
        only.size,
        by,
        (c.user + c.system) / 1e6,
        judge(ranges).slice(0, 8)
      );
    }
    if (only.size === 0) return {ranges, attack, isWhole: false};
    const wider = attackOn(withEarlier(now, before, {distance}));
    if (only.size * wider.cells.length > mostWork) {
      for (const id of only) {
        const range = ranges.get(id);
        if (range && range.status !== "known") ranges.set(id, {...range, values: 0, status: "unknown"});
      }
      return {ranges, attack, isWhole: false};
    }
    attack = wider;
    for (const [id, range] of await deriveRanges({...attack, only})) ranges.set(id, range);
  }
  return {ranges, attack, isWhole: true};
}

/** The cells of disclosures, with the parts and wholes by which a group is judged. */
function suspectedIn(disclosures: readonly Disclosure[], {pairs = []}: AttackOptions): Set<string> {
  const suspected = new Set(disclosures.map(({id}) => id));
  const groups = pairs.filter((pair) => suspected.has(pair.part) || suspected.has(complementId(pair)));
  for (const pair of groups) for (const id of [pair.part, complementId(pair), pair.whole]) suspected.add(id);
  return suspected;
}
