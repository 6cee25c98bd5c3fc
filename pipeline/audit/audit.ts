import type {Surface} from "../contracts/published/surface.js";
import {type AttackOptions, deriveRanges} from "./attack.js";
import {ofNow, rangesOfBoth} from "./bothReleases.js";
import {isEarlier, withEarlier} from "./earlier.js";
import {faultsElsewhere} from "./elsewhere.js";
import {type Fault, faultsOf} from "./fault.js";
import {insiderDisclosures} from "./insider.js";
import {toldByIntervals} from "./intervals.js";
import {type Disclosure, judgeRanges} from "./judge.js";
import {type Knowledge, knowledgeOf} from "./knowledge.js";
import {notAdditive, type Problem, problemOf} from "./problem.js";
import {boundsOf, isShadow, type Range} from "./published.js";
import type {Release, ReleaseRow} from "./release.js";
import {type ShapePolicy, shapeFaults} from "./shape.js";
import {type StatisticsPolicy, statisticDisclosures, type Told, toldByStatistics} from "./statistics.js";
import {type KnownRelations, knownRelations} from "./sums.js";
import {type SurveyPolicy, surveyDisclosures} from "./survey.js";
import {looseText} from "./text.js";
import {vintageFaults} from "./vintages.js";

/** The policy of a release, which everybody may read. */
export interface AuditPolicy extends SurveyPolicy, ShapePolicy, StatisticsPolicy {
  smallestGroup: number;
  tables: Readonly<Record<string, unknown>>; // those of facts, which hold nothing about people
}

export interface AuditOptions {
  surface: Surface;
  policy: AuditPolicy;
  earlier?: Release; // the release before this one
}

export interface AuditResult {
  files: Release["files"]; // what was read, by hash
  figures: number;
  cells: number; // numbers of people behind them
  sums: number;
  small: number; // cells that can be 1 to 9
  insiders: number; // hidden cells of which it was asked what one of those in them can tell
  insidersLeft: number; // those of which it was not, for too much work: each counts as disclosed
  fewest: number | null; // the fewest numbers that one of them can be, or as many as it takes to be safe
  faults: readonly Fault[]; // what is not as catalogued, declared, rounded or additive
  disclosures: readonly (Disclosure & {insider?: string})[]; // what anybody can tell, or who stands in a hidden cell
  isSafe: boolean;
}

/**
 * Attacks a release with its published files, the declared tables and the release before: derives by linear programs
 * what each number of people can be, and says where that is too little. It reads no mart and no return.
 */
export async function audit(release: Release, {surface, policy, earlier}: AuditOptions): Promise<AuditResult> {
  const own = read(release, {surface, policy});
  const {rows, knowledge, relations, statistics} = own;
  const largestSmall = policy.base - 1;
  const attackOn = (problem: Problem): AttackOptions => ({
    ...problem,
    pairs: knowledge.pairs,
    atLeast: policy.fewestChoices,
    largestSmall
  });
  const limits = {fewest: policy.fewestChoices, largestSmall, groupSize: policy.smallestGroup};
  const judge = (found: ReadonlyMap<string, Range>): Disclosure[] =>
    judgeRanges({ranges: ofPeople(found), pairs: knowledge.pairs, ...limits});
  const before = earlier && read(earlier, {surface, policy});
  const both = before && (await rangesOfBoth({now: own.problem, before: before.problem, attackOn, judge}));
  const attack = both?.attack ?? attackOn(own.problem);
  const ranges = ofPeople(both?.ranges ?? (await deriveRanges(attack)));
  const found = judge(ranges);
  const seen = new Set(found.map(({id}) => id));
  const narrowed = new Set([...own.narrowed, ...(before ? [...before.statistics.linked, ...before.narrowed] : [])]);
  const suspected = statisticDisclosures({...statistics, narrowed}, {ranges, policy}).filter(({id}) => !seen.has(id));
  const told = [...found, ...(await notToldAnyway(suspected, attackOn(own.withoutThem)))];
  // Nobody stands in a cell that everybody knows to be empty.
  const hidden = new Set(
    [...knowledge.cells]
      .filter(([id, {published}]) => published === "hidden" && ranges.get(id)?.upper !== 0)
      .map(([id]) => id)
  );
  const known = new Set(told.map(({id}) => id));
  const judgeInsiders = (found: ReadonlyMap<string, Range>): Disclosure[] =>
    judgeRanges({ranges: ofPeople(found), pairs: knowledge.pairs, ...limits}).filter(({id}) => !known.has(id));
  let toInsiders = await insiderDisclosures(attack, {hidden, judge: judgeInsiders});
  if (before && toInsiders.disclosures.length > 0) {
    const whole = ofNow(attackOn(withEarlier(own.problem, before.problem)));
    toInsiders = await insiderDisclosures(whole, {hidden, judge: judgeInsiders});
  }
  const disclosures = [...told, ...toInsiders.disclosures, ...surveyDisclosures(rows, {surface, policy})];
  const faults = [
    ...faultsOf("file", release.faults),
    ...knowledge.faults,
    ...faultsOf("shape", shapeFaults(rows, {surface, policy})),
    ...faultsOf("statistic", statistics.faults),
    ...faultsOf("shape", faultsElsewhere(release, {base: policy.base, facts: policy.tables})),
    ...faultsOf("sum", notAdditive(relations, knowledge)),
    ...faultsOf("vintage", earlier ? vintageFaults(release, earlier) : []),
    ...faultsOf("text", looseText(release))
  ];
  const small = [...ranges.values()].filter(
    ({lower, upper, status}) => status !== "known" && lower <= largestSmall && upper >= 1
  );
  return {
    files: release.files,
    figures: rows.length,
    cells: knowledge.cells.size,
    sums: relations.sums.length,
    small: small.length,
    insiders: toInsiders.asked,
    insidersLeft: toInsiders.left,
    fewest:
      small.length > 0 ? small.reduce((least, {values}) => Math.min(least, values), Number.POSITIVE_INFINITY) : null,
    faults,
    disclosures,
    isSafe: faults.length === 0 && disclosures.length === 0
  };
}

interface Read {
  rows: readonly ReleaseRow[];
  knowledge: Knowledge;
  relations: KnownRelations;
  statistics: Told;
  narrowed: readonly string[]; // numbers of answers of which intervals say something
  problem: Problem;
  withoutThem: Problem; // without what statistics and intervals say
}

/** Returns all that one release says of numbers of people. */
function read(release: Release, {surface, policy}: Omit<AuditOptions, "earlier">): Read {
  const rows = release.tables.get("indicators") ?? [];
  const knowledge = knowledgeOf(rows, {surface, ...policy});
  const labels = new Map([...knowledge.cells].map(([id, {label}]) => [id, label]));
  const areas = release.tables.get("areas") ?? [];
  const parents = new Map(
    areas.map((row) => [String(row.area_code), row.parent_code === null ? null : String(row.parent_code)])
  );
  const all = knownRelations(labels, {surface, parents});
  const atMost = all.atMost.filter((terms) => isTelling(terms, {knowledge, base: policy.base}));
  const relations = {...all, atMost};
  const statistics = toldByStatistics(rows, {surface, policy, knowledge});
  const byIntervals = toldByIntervals(rows, {surface, base: policy.base});
  const withoutThem = problemOf(knowledge, {...relations, base: policy.base});
  const problem = {
    relations: withoutThem.relations,
    cells: [...withoutThem.cells, ...statistics.cells],
    constraints: [...withoutThem.constraints, ...statistics.constraints, ...byIntervals],
    rates: [...withoutThem.rates, ...statistics.rates]
  };
  const narrowed = byIntervals.flatMap(({terms}) => terms.map(({cell}) => cell));
  return {rows, knowledge, relations, statistics, narrowed, problem, withoutThem};
}

/** Large counts that sums and published facts give away as nearly are told by no statistic, and are allowed to be. */
async function notToldAnyway(
  suspected: readonly Disclosure[],
  withoutThem: AttackOptions
): Promise<readonly Disclosure[]> {
  if (suspected.length === 0) return [];
  const ranges = await deriveRanges({
    ...withoutThem,
    only: new Set(suspected.map(({id}) => id)),
    largestSmall: undefined
  });
  return suspected.filter(({id, values}) => (ranges.get(id)?.values ?? Number.POSITIVE_INFINITY) > values);
}

/** What is rounded, or was counted before, is judged with what it is a number of. */
function ofPeople(ranges: ReadonlyMap<string, Range>): Map<string, Range> {
  return new Map([...ranges].filter(([id]) => !isShadow(id) && !isEarlier(id)));
}

/** That one number is at most another says nothing where the published numbers are far apart. */
function isTelling(
  [smaller, greater]: KnownRelations["atMost"][number],
  {knowledge, base}: {knowledge: Knowledge; base: number}
): boolean {
  const bounds = (id: string | undefined) =>
    boundsOf({id: String(id), published: knowledge.cells.get(String(id))?.published ?? "hidden", base});
  return bounds(smaller?.cell).upper > bounds(greater?.cell).lower;
}
