import type {DuckDBConnection} from "@duckdb/node-api";
import {random} from "../../pipeline/methods/random.js";
import {query, type Row} from "../../pipeline/warehouse.js";
import {makeTable} from "../gate/marts.js";

/** A person of a survey drawn for a test. */
export interface Person {
  region: string;
  lsc: string;
  school: string;
  role: string;
  sex: string | null;
  /** The answer; null where there is none. */
  outcome: number | null;
}

const DEFAULTS: Row = {
  indicator_id: "UPT-02",
  period_type: "survey",
  period: "2004-03",
  is_part_period: false,
  role_id: null,
  route_id: null,
  dimension_1: null,
  senders_returned: 9,
  senders_expected: 10,
  population_share: 0.9,
  symbol_reason: null,
  origin: "synthetic"
};

/** Fills marts.survey_outcomes, survey_domains (sex alone) and survey_estimates (totals) with people of equal weight. */
export async function surveyOf(connection: DuckDBConnection, people: readonly Person[]): Promise<void> {
  await connection.run("create schema if not exists marts");
  const outcomes = people.map(({region, lsc, school, role, outcome}, index) => ({
    file_id: 1,
    record_number: index + 1,
    indicator_id: "UPT-02",
    period: "2004-03",
    stratum: lsc,
    school_id: school,
    region_code: region,
    llsc_code: lsc,
    main_role_id: role,
    role_group: role,
    weight: 2,
    outcome
  }));
  // Groups are sized by who stands under the first headline, so everybody does.
  const offers = outcomes.map((row) => ({...row, indicator_id: "OFF-01"}));
  await makeTable(connection, {name: "marts.survey_outcomes", rows: [...outcomes, ...offers]});
  await connection.run("alter table marts.survey_outcomes alter weight type decimal(18, 6)");
  const domains = people.flatMap(({sex}, index) =>
    sex === null
      ? []
      : [{file_id: 1, record_number: index + 1, area_level: "national", breakdown: "sex", category: sex}]
  );
  await makeTable(connection, {name: "marts.survey_domains", rows: domains});
  const areas = await query(
    connection,
    `
select indicator_id, area[1] as area_level, area[2] as area_code, 100 * avg(outcome) as value,
    100 * sqrt(avg(outcome) * (1 - avg(outcome)) / count(outcome)) as standard_error, count(outcome) as base,
    count(outcome)::double as effective_base
from (
    select *, unnest([['national', 'ENG'], ['region', region_code], ['local_lsc', llsc_code]]) as area
    from marts.survey_outcomes
) as placed
group by all
order by all`
  );
  await makeTable(connection, {name: "marts.survey_estimates", rows: areas.map((row) => ({...DEFAULTS, ...row}))});
}

/** What was planted: the share who started in each region, by role, and how many in a hundred are assistants. */
export const PLANTED: Readonly<Record<string, {assistants: number; started: Readonly<Record<string, number>>}>> = {
  EE: {assistants: 0.4, started: {assistant: 0.6, other: 0.3}},
  EM: {assistants: 0.4, started: {assistant: 0.6, other: 0.3}},
  LN: {assistants: 0.4, started: {assistant: 0.4, other: 0.15}},
  NE: {assistants: 0.4, started: {assistant: 0.8, other: 0.5}},
  NW: {assistants: 0.4, started: {assistant: 0.6, other: 0.3}},
  // As often as elsewhere in each role, and nearly all in the role where it is common.
  SE: {assistants: 0.95, started: {assistant: 0.6, other: 0.3}}
};

/** How many in a hundred of each role are men, who start half as often as women. */
const MEN: Readonly<Record<string, number>> = {assistant: 0.1, other: 0.3};

/** Returns the share who started in a region, as planted. */
export function plantedShare(region: string): number {
  const {assistants, started} = PLANTED[region] ?? {assistants: 0, started: {}};
  const share = (role: string): number => (started[role] ?? 0) * (1 - (MEN[role] ?? 0) / 2);
  return assistants * share("assistant") + (1 - assistants) * share("other");
}

/** Draws people of six regions, each of two local LSCs with ten schools, seeded. */
export function plantedPeople(seed = 1): Person[] {
  const {uniform} = random(seed);
  const people: Person[] = [];
  for (const [region, {assistants, started}] of Object.entries(PLANTED)) {
    for (let school = 0; school < 20; school += 1) {
      for (let person = 0; person < 25; person += 1) {
        const role = uniform() < assistants ? "assistant" : "other";
        const sex = uniform() < (MEN[role] ?? 0) ? "Male" : "Female";
        const outcome = uniform() < (started[role] ?? 0) * (sex === "Male" ? 0.5 : 1) ? 1 : 0;
        people.push({region, lsc: `${region}${school % 2}`, school: `${region}-${school}`, role, sex, outcome});
      }
    }
  }
  return people;
}
