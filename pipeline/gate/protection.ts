import {type AttackOptions, deriveRanges} from "../audit/attack.js";
import {insiderDisclosures} from "../audit/insider.js";
import {type Disclosure, judgeRanges} from "../audit/judge.js";
import {complementId, type Pair, type PublishedCell, type Range} from "../audit/published.js";
import type {Cell} from "./cells.js";
import {hideMore} from "./hideMore.js";
import {POLICY} from "./policy.js";
import type {Relation} from "./protect/problem.js";
import {roundCounts} from "./protect/roundCounts.js";
import type {Shown} from "./protected.js";
import {withShadows} from "./shadows.js";

export interface ProtectionOptions {
  cells: readonly Cell[];
  relations: readonly Relation[];
  pairs: readonly Pair[]; // shares of a group: what is left of the whole is a number of people too
  seed: string;
  previous?: ReadonlyMap<string, number>; // what was shown of each cell in the release before
}

/** What protecting cost, and what it bought; printed with the policy. */
export interface Protection {
  shown: ReadonlyMap<string, Shown>;
  cells: number;
  small: number; // cells that are truly 1 to 9
  hidden: number;
  meanError: number;
  greatestError: number;
  groups: number; // rounded apart, since nothing joins them
  unproved: number; // of them, those whose rounding was not proved to be the best
  fewest: number; // the fewest numbers that a cell of 1 to 9 can be for an attacker, as far as it was worked out
}

/** How often what was found to be unsafe may be hidden before the release is refused. */
const ROUNDS = 8;
/** Rules that no hiding mends: the attack was wrongly put, or its answer is not to be had. */
const FAULTS: readonly Disclosure["rule"][] = ["truth outside", "no counts fit"];

/**
 * Rounds all cells of a release together, hides what rounding cannot keep safe, and proves it by attacking the result:
 * returns what may be shown of each cell. Throws where something stays unsafe, so that nothing is published.
 */
export async function protectCells(options: ProtectionOptions): Promise<Protection> {
  const rounding = await roundTogether(options);
  const hidden = new Set<string>([...rounding.freed, ...groupsOfNone(rounding.rounded, options)]);
  const memory: Attacked["memory"] = new Map();
  for (let round = 0; round < ROUNDS; round++) {
    const {disclosures, fewest} = await attack({...options, ...rounding, hidden, memory});
    if (disclosures.length === 0) return describe(rounding, {hidden, options, fewest});
    const before = hidden.size;
    hideMore(hidden, {disclosures, ...options});
    if (hidden.size === before) break;
  }
  throw new Error("unsafe cells: still some after all hiding");
}

interface Rounding {
  rounded: ReadonlyMap<string, number>;
  freed: ReadonlySet<string>; // hidden, and bound by no sum: without them their group has no additive rounding
  groups: number;
  unproved: number;
}

/** Rounds everything; a group of cells that has no additive rounding loses its small cells, and what held them. */
async function roundTogether({cells, relations, seed, previous}: ProtectionOptions): Promise<Rounding> {
  const freed = new Set<string>();
  // What is low whatever it might be rounded to is not for rounding to choose.
  const counts = cells.map(({id, count, isPublic, isLow}) => ({
    id,
    count: whole(count),
    isPublic,
    isDown: isLow,
    previous: previous?.get(id)
  }));
  const free = (relation: Relation): boolean => relation.terms.every(({cell}) => !freed.has(cell));
  const limits = {base: POLICY.roundingBase, nodeLimit: POLICY.solverNodes, iterationLimit: POLICY.solverIterations};
  const counted = new Map(counts.map(({id, count}) => [id, count]));
  let groups = 0;
  for (;;) {
    const bound = relations.filter((relation) => free(relation) && isBinding(relation, counted));
    const {rounded, components} = await roundCounts({cells: counts, relations: bound, seed, ...limits});
    const failed = components.filter(({status}) => status === "failed");
    groups = Math.max(groups, components.length);
    if (failed.length === 0)
      return {rounded, freed, groups, unproved: components.filter(({status}) => status !== "optimal").length};
    const small = counts.filter(({count}) => count > 0 && count < POLICY.roundingBase);
    const inFailed = new Set(failed.flatMap(({cellIds = []}) => cellIds));
    const next = small.filter(({id}) => inFailed.has(id) && !freed.has(id));
    // Without small cells to hide, all of the group goes.
    for (const id of next.length > 0 ? next.map((cell) => cell.id) : inFailed) freed.add(id);
  }
}

/** That one number is at most another binds no rounding where the two are far apart; left in, it would join their groups. */
function isBinding({terms: [smaller, greater], sense}: Relation, counts: ReadonlyMap<string, number>): boolean {
  if (sense === "equal") return true;
  const base = POLICY.roundingBase;
  const up = Math.ceil((counts.get(smaller?.cell ?? "") ?? 0) / base);
  const down = Math.floor((counts.get(greater?.cell ?? "") ?? 0) / base);
  return up > down;
}

/** Parts that are none, of groups shown to be small: to say so tells something of each member. */
function groupsOfNone(rounded: ReadonlyMap<string, number>, {cells, pairs}: ProtectionOptions): string[] {
  const counts = new Map(cells.map(({id, count}) => [id, count]));
  return pairs
    .filter(({part, whole: all}) => {
      const shown = rounded.get(all) ?? 0;
      return (
        counts.get(part) === 0 && (counts.get(all) ?? 0) > 0 && shown + POLICY.roundingBase <= POLICY.smallestGroup
      );
    })
    .map(({part}) => part);
}

interface Attacked extends ProtectionOptions, Rounding {
  hidden: ReadonlySet<string>;
  memory: NonNullable<AttackOptions["memory"]>; // of the rounds before: hiding changes few groups
}

async function attack({cells, relations, pairs, rounded, hidden, freed, memory}: Attacked): Promise<{
  disclosures: Disclosure[];
  fewest: number;
}> {
  const base = POLICY.roundingBase;
  const truth = new Map(cells.map(({id, count}) => [id, whole(count)]));
  const published: PublishedCell[] = cells.map(({id, count, isPublic, isLow}) => {
    if (isLow) return {id, published: "low", base};
    if (isPublic) return {id, published: {exact: whole(count)}};
    if (hidden.has(id)) return {id, published: "hidden"};
    const shown = rounded.get(id) ?? 0;
    return {id, published: shown === 0 && count > 0 ? "low" : shown, base};
  });
  const told = relations.filter((relation) => isTelling(relation, {rounded, hidden}));
  const small = cells.filter(({id, isPublic}) => !isPublic && (rounded.get(id) ?? 0) <= base);
  const only = new Set([
    ...small.map(({id}) => id),
    ...pairs.flatMap((pair) => [pair.part, pair.whole, complementId(pair)])
  ]);
  const problem = withShadows({published, relations: told, rounded, hidden, freed});
  const known: AttackOptions = {
    ...problem,
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
  const disclosures = judge(ranges);
  if (disclosures.length === 0) {
    // Whoever is counted in a hidden cell knows that it is not empty; where it rounds to more than none, so does everybody.
    const peopled = cells.filter(({id, count}) => hidden.has(id) && count > 0 && (rounded.get(id) ?? 0) === 0);
    const inside = await insiderDisclosures(known, {
      hidden: new Set(peopled.map(({id}) => id)),
      judge,
      mostWork: Number.POSITIVE_INFINITY
    });
    disclosures.push(...inside.disclosures);
  }
  const [fault] = disclosures.filter(({rule}) => FAULTS.includes(rule));
  if (fault) throw new Error(`invalid attack: ${fault.rule} at ${fault.id}: ${fault.lower} to ${fault.upper}`);
  // A range that was shown to be wide enough was not worked out to its ends: no more than enough is known of it.
  const choices = small
    .filter(({count}) => count > 0 && count < base)
    .map(({id}) => ranges.get(id))
    .map((range) => (range?.status === "wide" ? POLICY.fewestChoices : (range?.values ?? 0)));
  return {disclosures, fewest: choices.reduce((least, next) => Math.min(least, next), base - 1)};
}

/** That one number is at most another tells an attacker nothing where what is shown of the two is far apart. */
function isTelling(
  {terms: [smaller, greater], sense}: Relation,
  {rounded, hidden}: Pick<Attacked, "rounded" | "hidden">
): boolean {
  if (sense === "equal" || hidden.has(smaller?.cell ?? "") || hidden.has(greater?.cell ?? "")) return true;
  const most = 2 * (POLICY.roundingBase - 1);
  return (rounded.get(smaller?.cell ?? "") ?? 0) + most > (rounded.get(greater?.cell ?? "") ?? 0);
}

function describe(
  {rounded, groups, unproved}: Rounding,
  {hidden, options, fewest}: {hidden: ReadonlySet<string>; options: ProtectionOptions; fewest: number}
): Protection {
  const shown = new Map<string, Shown>();
  let [total, greatest, counted, small] = [0, 0, 0, 0];
  for (const {id, count, isPublic} of options.cells) {
    const value = isPublic ? count : (rounded.get(id) ?? 0);
    shown.set(id, {rounded: value, isHidden: hidden.has(id)});
    if (isPublic) continue;
    if (count > 0 && count < POLICY.roundingBase) small += 1;
    if (hidden.has(id)) continue;
    counted += 1;
    total += Math.abs(value - count);
    greatest = Math.max(greatest, Math.abs(value - count));
  }
  return {
    shown,
    cells: options.cells.length,
    small,
    hidden: hidden.size,
    meanError: counted > 0 ? total / counted : 0,
    greatestError: greatest,
    groups,
    unproved,
    fewest
  };
}

/** People are whole; what is measured in parts of one (full-time equivalents) is never taken for none. */
function whole(count: number): number {
  return count > 0 ? Math.max(1, Math.round(count)) : 0;
}
