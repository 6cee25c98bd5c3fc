import {type AttackOptions, deriveRanges} from "../audit/attack.js";
import {insiderDisclosures} from "../audit/insider.js";
import {type Disclosure, judgeRanges} from "../audit/judge.js";
import {complementId, type Pair, type PublishedCell, type Range} from "../audit/published.js";
import type {Cell} from "./cells.js";
import {POLICY} from "./policy.js";
import type {Relation} from "./protect/problem.js";
import {withShadows} from "./shadows.js";

/** Numbers of people, what they are rounded to, and which of them are not shown. */
export interface Rounded {
  cells: readonly Cell[];
  relations: readonly Relation[];
  pairs: readonly Pair[];
  rounded: ReadonlyMap<string, number>; // of all but what is public
  hidden: ReadonlySet<string>;
  previous?: ReadonlyMap<string, number>; // what was shown of each cell in the release before
}

/** Rules that no hiding mends: the attack was wrongly put, or its answer is not to be had. */
const FAULTS: readonly Disclosure["rule"][] = ["truth outside", "no counts fit"];

/**
 * Attacks what would be published, and compares what can be told with the truth: returns what must not be, and the fewest
 * numbers that a cell of 1 to 9 can be. `memory` keeps the answers for those who ask again with little else hidden.
 */
export async function attackInside(
  given: Rounded,
  memory: NonNullable<AttackOptions["memory"]>
): Promise<{told: readonly Disclosure[]; fewest: number}> {
  const {cells, pairs, rounded, hidden} = given;
  const base = POLICY.roundingBase;
  const truth = new Map(cells.map(({id, count}) => [id, whole(count)]));
  const small = cells.filter(({id, isPublic}) => !isPublic && (rounded.get(id) ?? 0) <= base);
  const only = new Set([
    ...small.map(({id}) => id),
    ...pairs.flatMap((pair) => [pair.part, pair.whole, complementId(pair)])
  ]);
  const published = cells.map((cell) => publishedOf(cell, given));
  const known: AttackOptions = {
    ...withShadows({published, relations: tellingRelations(given), rounded, hidden}),
    pairs,
    only,
    atLeast: POLICY.fewestChoices,
    largestSmall: base - 1
  };
  const judge = (derived: ReadonlyMap<string, Range>): Disclosure[] =>
    judgeRanges({
      ranges: new Map([...derived].filter(([id]) => only.has(id))),
      truth,
      pairs,
      fewest: POLICY.fewestChoices,
      largestSmall: base - 1,
      groupSize: POLICY.smallestGroup
    });
  const ranges = await deriveRanges({...known, memory});
  const told: Disclosure[] = judge(ranges);
  if (told.length === 0) {
    // Whoever is counted in a hidden cell knows that it is not empty.
    const peopled = cells.filter(({id, count}) => hidden.has(id) && count > 0);
    const inside = await insiderDisclosures(known, {
      hidden: new Set(peopled.map(({id}) => id)),
      judge,
      mostWork: Number.POSITIVE_INFINITY
    });
    told.push(...inside.disclosures);
  }
  const [fault] = told.filter(({rule}) => FAULTS.includes(rule));
  if (fault) throw new Error(`invalid attack: ${fault.rule} at ${fault.id}: ${fault.lower} to ${fault.upper}`);
  // A range that was shown to be wide enough was not worked out to its ends: no more than enough is known of it.
  const choices = small
    .filter(({count}) => count > 0 && count < base)
    .map(({id}) => ranges.get(id))
    .map((range) => (range?.status === "wide" ? POLICY.fewestChoices : (range?.values ?? 0)));
  return {told, fewest: choices.reduce((least, next) => Math.min(least, next), base - 1)};
}

/** Returns what everybody reads of a cell. */
export function publishedOf(
  {id, count, isPublic, isLow}: Cell,
  {rounded, hidden}: Pick<Rounded, "rounded" | "hidden">
): PublishedCell {
  const base = POLICY.roundingBase;
  if (isLow) return {id, published: "low", base};
  if (isPublic) return {id, published: {exact: whole(count)}};
  if (hidden.has(id)) return {id, published: "hidden"};
  const shown = rounded.get(id) ?? 0;
  return {id, published: shown === 0 && count > 0 ? "low" : shown, base};
}

/** Returns the relations but those that one number is at most another where what is shown of the two is far apart. */
export function tellingRelations({
  relations,
  rounded,
  hidden
}: Pick<Rounded, "relations" | "rounded" | "hidden">): Relation[] {
  const most = 2 * (POLICY.roundingBase - 1);
  return relations.filter(({terms: [smaller, greater], sense}) => {
    if (sense === "equal" || hidden.has(smaller?.cell ?? "") || hidden.has(greater?.cell ?? "")) return true;
    return (rounded.get(smaller?.cell ?? "") ?? 0) + most > (rounded.get(greater?.cell ?? "") ?? 0);
  });
}

/** People are whole; what is measured in parts of one (full-time equivalents) is never taken for none. */
export function whole(count: number): number {
  return count > 0 ? Math.max(1, Math.round(count)) : 0;
}
