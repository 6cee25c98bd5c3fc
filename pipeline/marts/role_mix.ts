import type {DuckDBConnection} from "@duckdb/node-api";
import {type Category, type Kitagawa, kitagawa} from "../methods/kitagawa.js";
import {testedEstimate} from "../methods/testedEstimate.js";
import {literal, query, type Row} from "../warehouse.js";
import {type NewRow, writeTable} from "../warehouseTable.js";

export const reads: readonly string[] = ["marts.survey_outcomes"];

const COLUMNS = {
  indicator_id: "varchar",
  period: "varchar",
  region_code: "varchar",
  role_group: "varchar",
  region_rate: "double",
  rest_rate: "double",
  effect: "varchar",
  value: "double",
  lower: "double",
  upper: "double",
  standard_error: "double",
  base: "bigint",
  rest_base: "bigint"
} as const;

/** The parts of a difference, and the whole of it. */
const EFFECTS = {difference: "difference", composition: "compositionEffect", rate: "rateEffect"} as const;
type Effect = keyof typeof EFFECTS;

interface Sums {
  size: number;
  yes: number;
}
/** Weighted sums by group of main roles. */
type Mix = ReadonlyMap<string, Sums>;

/**
 * Builds marts.role_mix: one row per headline (OFF-01, UPT-01, UPT-02), survey period, region, effect and group of main roles
 * (empty for all): how far the region lies from the rest of England in percentage points ('difference'), what of that comes
 * of who works there ('composition'), and what of how often each is offered or starts ('rate'). The latter two add up to
 * the first, over groups and in all; of one group they say nothing by themselves. Errors and 95% limits, for all groups
 * together, are by a jackknife that leaves out one school of a stratum at a time; strata with one school are taken together
 * within their region. Source: Kitagawa (1955), as in `methods/kitagawa.ts`; Wolter, Introduction to Variance
 * Estimation, 2nd edition (2007), chapter 4.
 */
export async function build(connection: DuckDBConnection): Promise<void> {
  const samples = await query(
    connection,
    "select indicator_id, period from marts.survey_outcomes where outcome is not null group by all order by all"
  );
  const rows: NewRow[] = [];
  for (const {indicator_id, period} of samples) {
    const schools = schoolsOf(await query(connection, cellsQuery(String(indicator_id), String(period))));
    rows.push(...decompose(schools).map((row) => ({indicator_id, period, ...row})));
  }
  await writeTable(connection, {table: "marts.role_mix", columns: COLUMNS, rows});
}

interface School {
  region: string;
  stratum: string;
  base: number;
  mix: Mix;
}

function schoolsOf(cells: readonly Row[]): School[] {
  const schools = new Map<string, {region: string; stratum: string; base: number; mix: Map<string, Sums>}>();
  const clusters = new Map<string, Set<string>>();
  for (const {school_id, stratum, region_code, role_group, base, size, yes} of cells) {
    const found = schools.get(String(school_id));
    const school = found ?? {
      region: String(region_code),
      stratum: String(stratum),
      base: 0,
      mix: new Map<string, Sums>()
    };
    if (!found) schools.set(String(school_id), school);
    school.base += Number(base);
    if (Number(size) > 0) school.mix.set(String(role_group), {size: Number(size), yes: Number(yes)});
    clusters.set(school.stratum, (clusters.get(school.stratum) ?? new Set()).add(String(school_id)));
  }
  return [...schools.values()].map((school) =>
    clusters.get(school.stratum)?.size === 1 ? {...school, stratum: `${school.region} alone`} : school
  );
}

function decompose(schools: readonly School[]): NewRow[] {
  const regions = [...new Set(schools.filter(({mix}) => mix.size > 0).map(({region}) => region))].sort();
  if (regions.length < 2) return [];
  const totals = new Map(
    regions.map((region) => [region, sumOf(schools.filter((school) => school.region === region))])
  );
  const found = new Map(regions.map((region) => [region, split(totals, region)]));
  const {variances, degreesOfFreedom} = jackknife(schools, {totals, found});
  const all = schools.reduce((sum, {base}) => sum + base, 0);
  return regions.flatMap((region) => {
    const result = found.get(region);
    if (!result) return [];
    const base = schools.reduce((sum, school) => sum + (school.region === region ? school.base : 0), 0);
    const named = {region_code: region, base, rest_base: all - base};
    return (Object.keys(EFFECTS) as Effect[]).flatMap((effect) => {
      const error = Math.sqrt(variances.get(`${region} ${effect}`) ?? 0);
      const inference = {standardError: error > 0 ? error : null, degreesOfFreedom, confidence: 0.95, isTestable: true};
      const {lower, upper, standardError} = testedEstimate(result[EFFECTS[effect]], inference);
      const total = {
        ...named,
        effect,
        region_rate: 100 * result.firstRate,
        rest_rate: 100 * result.secondRate,
        value: 100 * result[EFFECTS[effect]],
        lower: percent(lower),
        upper: percent(upper),
        standard_error: percent(standardError)
      };
      const parts = result.parts.map((part) => {
        const {compositionEffect, rateEffect, category} = part;
        const value = effect === "difference" ? compositionEffect + rateEffect : part[EFFECTS[effect]];
        return {...named, effect, role_group: category, value: 100 * value};
      });
      return [total, ...parts];
    });
  });
}

const percent = (share: number | null): number | null => (share === null ? null : 100 * share);

/** Leaves each school out in turn, the others of its stratum standing in for it. */
function jackknife(
  schools: readonly School[],
  {totals, found}: {totals: ReadonlyMap<string, Mix>; found: ReadonlyMap<string, Kitagawa>}
): {variances: ReadonlyMap<string, number>; degreesOfFreedom: number} {
  const strata = new Map<string, School[]>();
  for (const school of schools) strata.set(school.stratum, [...(strata.get(school.stratum) ?? []), school]);
  const variances = new Map<string, number>();
  for (const members of strata.values()) {
    const count = members.length;
    const region = members[0]?.region ?? "";
    const total = totals.get(region);
    if (count < 2 || !total) continue;
    const whole = sumOf(members);
    for (const {mix} of members) {
      const replicate = new Map(totals).set(region, leaveOut(total, {whole, mix, count}));
      for (const [name, result] of found) {
        const other = split(replicate, name);
        for (const effect of Object.keys(EFFECTS) as Effect[]) {
          const square = ((count - 1) / count) * (other[EFFECTS[effect]] - result[EFFECTS[effect]]) ** 2;
          const key = `${name} ${effect}`;
          variances.set(key, (variances.get(key) ?? 0) + square);
        }
      }
    }
  }
  return {variances, degreesOfFreedom: schools.length - strata.size};
}

function leaveOut(total: Mix, {whole, mix, count}: {whole: Mix; mix: Mix; count: number}): Mix {
  const left = new Map<string, Sums>();
  for (const [group, {size, yes}] of total) {
    const [stratum, school] = [whole.get(group), mix.get(group)];
    const without = (all: number, own: number): number => (all - count * own) / (count - 1);
    const sums = {
      size: size + without(stratum?.size ?? 0, school?.size ?? 0),
      yes: yes + without(stratum?.yes ?? 0, school?.yes ?? 0)
    };
    // Where a group had this school's people alone, what rounding leaves of them is nobody.
    if (sums.size > 1e-9 * size) left.set(group, {size: sums.size, yes: Math.max(sums.yes, 0)});
  }
  return left;
}

/** Returns the decomposition of a region's difference from all the others together. */
function split(totals: ReadonlyMap<string, Mix>, region: string): Kitagawa {
  const rest = new Map<string, Sums>();
  for (const [name, mix] of totals) if (name !== region) add(rest, mix);
  return kitagawa(categoriesOf(totals.get(region) ?? new Map()), categoriesOf(rest));
}

function categoriesOf(mix: Mix): Category[] {
  const groups = [...mix].sort(([one], [two]) => (one < two ? -1 : 1));
  return groups.map(([category, {size, yes}]) => ({category, size, rate: yes / size}));
}

function sumOf(schools: readonly School[]): Mix {
  const sums = new Map<string, Sums>();
  for (const {mix} of schools) add(sums, mix);
  return sums;
}

function add(sums: Map<string, Sums>, mix: Mix): void {
  for (const [group, {size, yes}] of mix) {
    const {size: had, yes: did} = sums.get(group) ?? {size: 0, yes: 0};
    sums.set(group, {size: had + size, yes: did + yes});
  }
}

/** Who is outside the headline adds no size, and keeps the school in its stratum. */
function cellsQuery(indicator: string, period: string): string {
  return `
select school_id, stratum, region_code, coalesce(role_group, 'not known') as role_group,
    count(outcome) as base,
    coalesce(sum(weight) filter (where outcome is not null), 0)::double as size,
    coalesce(sum(weight) filter (where outcome = 1), 0)::double as yes
from marts.survey_outcomes
where indicator_id = ${literal(indicator)} and period = ${literal(period)}
group by all
order by stratum, school_id, role_group`;
}
