import {complementId, type Pair, type Range} from "./published.js";

/** Why a range fails. */
export type Rule =
  | "solver in doubt"
  | "no counts fit"
  | "too few values"
  | "small count"
  | "small complement"
  | "group disclosed"
  | "truth outside";

/** A count that can be told, or told too nearly. `id` is a cell or a complement. */
export interface Disclosure {
  id: string;
  rule: Rule;
  lower: number;
  upper: number;
  /** How many numbers it may be. */
  values: number;
}

/** What is judged: `fewest` is 5, `largestSmall` 9 and `groupSize` 30 when not given. */
export interface JudgeOptions {
  ranges: ReadonlyMap<string, Range>;
  /** The true counts by cell: given inside the gate only. */
  truth?: ReadonlyMap<string, number>;
  pairs?: readonly Pair[];
  fewest?: number;
  largestSmall?: number;
  groupSize?: number;
}

/**
 * Returns what an attacker's ranges disclose, in the order of the ranges. By what is published alone: a count or a
 * complement that may be 1 to 9 and has fewer than 5 possible numbers, and a part shown to be none or all of a whole
 * that is shown to be smaller than a group. With the truth it asks only of counts and complements that are 1 to 9, and
 * that every true count lies in its range (else the attack was wrongly put). What is known exactly to everybody does
 * not count; what the solver could not answer does.
 */
export function judgeRanges(options: JudgeOptions): Disclosure[] {
  const {ranges, truth, pairs = [], fewest = 5, largestSmall = 9, groupSize = 30} = options;
  const complements = new Map(pairs.map((pair) => [complementId(pair), pair]));
  const found: Disclosure[] = [];
  for (const [id, range] of ranges) {
    if (range.status === "known") continue;
    const pair = complements.get(id);
    const rule = truth
      ? ruleByTruth(range, {count: countOf(id, {truth, pair}), isComplement: pair !== undefined, fewest, largestSmall})
      : ruleByRange(range, {fewest, largestSmall});
    if (rule !== undefined) found.push(disclosure(id, {rule, range}));
  }
  for (const pair of pairs) {
    const [part, rest, whole] = [ranges.get(pair.part), ranges.get(complementId(pair)), ranges.get(pair.whole)];
    if (whole === undefined || whole.status === "known" || whole.upper >= groupSize || whole.upper === 0) continue;
    if (isNone(part)) found.push(disclosure(pair.part, {rule: "group disclosed", range: part}));
    if (isNone(rest)) found.push(disclosure(complementId(pair), {rule: "group disclosed", range: rest}));
  }
  return found;
}

/** Returns the cells of disclosures, with the parts and wholes by which a group is judged: all to ask of, to know more. */
export function suspectedIn(
  disclosures: readonly Disclosure[],
  {pairs = []}: {pairs?: readonly Pair[] | undefined}
): Set<string> {
  const suspected = new Set(disclosures.map(({id}) => id));
  const groups = pairs.filter((pair) => suspected.has(pair.part) || suspected.has(complementId(pair)));
  for (const pair of groups) for (const id of [pair.part, complementId(pair), pair.whole]) suspected.add(id);
  return suspected;
}

function ruleByRange(
  {lower, upper, values, status}: Range,
  {fewest, largestSmall}: {fewest: number; largestSmall: number}
): Rule | undefined {
  const doubt = ruleByStatus(status);
  if (doubt) return doubt;
  return lower <= largestSmall && upper >= 1 && values < fewest ? "too few values" : undefined;
}

function ruleByTruth(
  range: Range,
  {
    count,
    isComplement,
    fewest,
    largestSmall
  }: {count: number; isComplement: boolean; fewest: number; largestSmall: number}
): Rule | undefined {
  const {lower, upper, values, status} = range;
  const doubt = ruleByStatus(status);
  if (doubt) return doubt;
  if (count < lower || count > upper) return "truth outside";
  if (count < 1 || count > largestSmall || values >= fewest) return undefined;
  return isComplement ? "small complement" : "small count";
}

function ruleByStatus(status: Range["status"]): Rule | undefined {
  if (status === "unknown") return "solver in doubt";
  return status === "contradictory" ? "no counts fit" : undefined;
}

function countOf(id: string, {truth, pair}: {truth: ReadonlyMap<string, number>; pair: Pair | undefined}): number {
  if (pair) return countOf(pair.whole, {truth, pair: undefined}) - countOf(pair.part, {truth, pair: undefined});
  const count = truth.get(id);
  if (count === undefined) throw new Error(`missing true count: ${id}`);
  return count;
}

function isNone(range: Range | undefined): range is Range {
  return range !== undefined && range.upper === 0;
}

function disclosure(id: string, {rule, range}: {rule: Rule; range: Range}): Disclosure {
  const {lower, upper, values} = range;
  return {id, rule, lower, upper, values};
}
