import type {Surface} from "../contracts/published/surface.js";
import {type AttackOptions, deriveRanges} from "./attack.js";
import {rangesOfBoth} from "./bothReleases.js";
import {withEarlier} from "./earlier.js";
import {faultsElsewhere} from "./elsewhere.js";
import {type Fault, faultsOf} from "./fault.js";
import {insiderDisclosures, MOST_WORK} from "./insider.js";
import {toldByIntervals} from "./intervals.js";
import {type Disclosure, judgeRanges} from "./judge.js";
import {type Knowledge, knowledgeOf} from "./knowledge.js";
import {notAdditive, type Problem, problemOf} from "./problem.js";
import {boundsOf, isShadow, type Range} from "./published.js";
import type {Release, ReleaseRow} from "./release.js";
import {type ShapePolicy, shapeFaults} from "./shape.js";
import {type StatisticsPolicy, statisticDisclosures, toldByStatistics} from "./statistics.js";
import {type KnownRelations, knownRelations} from "./sums.js";
import {type SurveyPolicy, surveyDisclosures} from "./survey.js";
import {looseText} from "./text.js";

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
  const {knowledge, relations} = own;
  const largestSmall = policy.base - 1;
  const rows = figuresOf(release);
  const byIntervals = toldByIntervals(rows, {surface, base: policy.base});
  const statistics = toldByStatistics(rows, {surface, policy, knowledge});
  const withoutThem: AttackOptions = {
    ...own.problem,
    rates: knowledge.rates,
    pairs: knowledge.pairs,
    atLeast: policy.fewestChoices,
    largestSmall
  };
  const attackOn = (problem: Problem): AttackOptions => ({
    ...withoutThem,
    cells: [...problem.cells, ...statistics.cells],
    relations: problem.relations,
    constraints: [...problem.constraints, ...statistics.constraints, ...byIntervals],
    rates: [...knowledge.rates, ...statistics.rates]
  });
  const limits = {fewest: policy.fewestChoices, largestSmall, groupSize: policy.smallestGroup};
  const judge = (found: ReadonlyMap<string, Range>): Disclosure[] =>
    judgeRanges({ranges: ofPeople(found), pairs: knowledge.pairs, ...limits});
  const before = earlier && read(earlier, {surface, policy}).problem;
  const both = before && (await rangesOfBoth({now: own.problem, before, attackOn, judge}));
  const attack = both?.attack ?? attackOn(own.problem);
  const ranges = ofPeople(both?.ranges ?? (await deriveRanges(attack)));
  const found = judge(ranges);
  const seen = new Set(found.map(({id}) => id));
  const narrowed = new Set(byIntervals.flatMap(({terms}) => terms.map(({cell}) => cell)));
  const suspected = statisticDisclosures({...statistics, narrowed}, {ranges, policy}).filter(({id}) => !seen.has(id));
  const told = [...found, ...(await notToldAnyway(suspected, withoutThem))];
  const hidden = new Set([...knowledge.cells].filter(([, cell]) => cell.published === "hidden").map(([id]) => id));
  const known = new Set(told.map(({id}) => id));
  const judgeInsiders = (found: ReadonlyMap<string, Range>): Disclosure[] =>
    judgeRanges({ranges: ofPeople(found), ...limits}).filter(({id}) => !known.has(id));
  let toInsiders = await insiderDisclosures(attack, {hidden, judge: judgeInsiders});
  if (before && toInsiders.disclosures.length > 0) {
    const whole = attackOn(withEarlier(own.problem, before));
    toInsiders = await insiderDisclosures(whole, {hidden, judge: judgeInsiders, mostWork: 3 * MOST_WORK});
  }
  const disclosures = [...told, ...toInsiders.disclosures, ...surveyDisclosures(rows, {surface, policy})];
  const faults = [
    ...faultsOf("file", release.faults),
    ...knowledge.faults,
    ...faultsOf("shape", shapeFaults(rows, {surface, policy})),
    ...faultsOf("statistic", statistics.faults),
    ...faultsOf("shape", faultsElsewhere(release, {base: policy.base, facts: policy.tables})),
    ...faultsOf("sum", notAdditive(relations, knowledge)),
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
    fewest:
      small.length > 0 ? small.reduce((least, {values}) => Math.min(least, values), Number.POSITIVE_INFINITY) : null,
    faults,
    disclosures,
    isSafe: faults.length === 0 && disclosures.length === 0
  };
}

function read(
  release: Release,
  {surface, policy}: Omit<AuditOptions, "earlier">
): {knowledge: Knowledge; relations: KnownRelations; problem: Problem} {
  const knowledge = knowledgeOf(figuresOf(release), {surface, ...policy});
  const labels = new Map([...knowledge.cells].map(([id, {label}]) => [id, label]));
  const areas = release.tables.get("areas") ?? [];
  const parents = new Map(
    areas.map((row) => [String(row.area_code), row.parent_code === null ? null : String(row.parent_code)])
  );
  const relations = knownRelations(labels, {surface, parents});
  const told = {
    ...relations,
    atMost: relations.atMost.filter((terms) => isTelling(terms, {knowledge, base: policy.base}))
  };
  return {knowledge, relations: told, problem: problemOf(knowledge, {...told, base: policy.base})};
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
  return new Map([...ranges].filter(([id]) => !isShadow(id) && !id.startsWith("before, ")));
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

function figuresOf(release: Release): readonly ReleaseRow[] {
  return release.tables.get("indicators") ?? [];
}
