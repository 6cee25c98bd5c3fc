import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {build as buildAreas} from "../../pipeline/marts/area_comparisons.js";
import {build as buildMix} from "../../pipeline/marts/role_mix.js";
import {openWarehouse, query, type Row, type Warehouse} from "../../pipeline/warehouse.js";
import {type Person, PLANTED, plantedPeople, plantedShare, surveyOf} from "./outcomes.js";

let warehouse: Warehouse;

beforeAll(async () => {
  warehouse = await openWarehouse();
});

afterAll(() => warehouse.close());

const ask = (sql: string): Promise<Row[]> => query(warehouse.connection, sql);

/** Two regions of two schools each; two assistants in each school of EE, and in one of SW. */
const FEW: readonly Person[] = [
  ["EE", "E1", "assistant", 1],
  ["EE", "E1", "assistant", 1],
  ["EE", "E2", "assistant", 0],
  ["EE", "E2", "other", 1],
  ["EE", "E2", "other", null],
  ["SW", "S1", "assistant", 1],
  ["SW", "S1", "other", 0],
  ["SW", "S2", "other", 0],
  ["SW", "S2", "other", 1]
].map(([region, school, role, outcome]) => ({
  region: String(region),
  lsc: `${region}0`,
  school: String(school),
  role: String(role),
  sex: "Female",
  outcome: outcome === null ? null : Number(outcome)
}));

describe("marts.area_comparisons", () => {
  it("sets each area beside the rest of England, without those who gave no answer", async () => {
    await surveyOf(warehouse.connection, FEW);
    await buildAreas(warehouse.connection);
    const rows = await ask(
      "select family_id, area_code, reference, difference, round(ratio, 6) as ratio, base from marts.area_comparisons where indicator_id = 'UPT-02' order by all"
    );
    expect(rows).toEqual([
      {
        family_id: "participation_by_local_lsc",
        area_code: "EE0",
        reference: "Rest of England",
        difference: 25,
        ratio: 1.5,
        base: 4
      },
      {
        family_id: "participation_by_local_lsc",
        area_code: "SW0",
        reference: "Rest of England",
        difference: -25,
        ratio: 0.666667,
        base: 4
      },
      {
        family_id: "participation_by_region",
        area_code: "EE",
        reference: "Rest of England",
        difference: 25,
        ratio: 1.5,
        base: 4
      },
      {
        family_id: "participation_by_region",
        area_code: "SW",
        reference: "Rest of England",
        difference: -25,
        ratio: 0.666667,
        base: 4
      }
    ]);
  });

  it("says of an area that sent nothing that it did not", async () => {
    await surveyOf(warehouse.connection, FEW);
    await warehouse.connection.run(`insert into marts.survey_estimates by name
      select 'UPT-02' as indicator_id, 'survey' as period_type, '2004-03' as period, false as is_part_period,
          'local_lsc' as area_level, 'NE1' as area_code, 0 as base, 0 as senders_returned, 1 as senders_expected,
          'synthetic' as origin`);
    await buildAreas(warehouse.connection);
    expect(
      await ask("select family_id, difference, symbol_reason from marts.area_comparisons where area_code = 'NE1'")
    ).toEqual([{family_id: "participation_by_local_lsc", difference: null, symbol_reason: "not_returned"}]);
  });

  it("holds what was planted within its limits about as often as they say, and finds the regions that differ", async () => {
    let held = 0;
    for (const seed of [1, 2, 3, 4]) {
      await surveyOf(warehouse.connection, plantedPeople(seed));
      await buildAreas(warehouse.connection);
      const rows = await ask(
        "select area_code, lower, upper, p_value from marts.area_comparisons where family_id = 'participation_by_region' order by area_code"
      );
      for (const {area_code, lower, upper} of rows) {
        const planted = 100 * plantedGap(String(area_code));
        held += Number(lower) < planted && planted < Number(upper) ? 1 : 0;
      }
      const sure = rows.filter(({p_value}) => Number(p_value) < 1e-4).map(({area_code}) => area_code);
      expect(sure).toEqual(["LN", "NE", "SE"]);
    }
    expect(held).toBeGreaterThanOrEqual(20); // of 24; 23 are to be expected
  });
});

/** What a region was planted to lie above all the others, which are equally large. */
function plantedGap(region: string): number {
  const rest = Object.keys(PLANTED).filter((name) => name !== region);
  return plantedShare(region) - rest.reduce((sum, name) => sum + plantedShare(name) / rest.length, 0);
}

describe("marts.role_mix", () => {
  it("splits a difference into who works there and what happens to them, which add up to it", async () => {
    await surveyOf(warehouse.connection, FEW);
    await buildMix(warehouse.connection);
    const rows = await ask(
      "select role_group, effect, round(value, 6) as value from marts.role_mix where indicator_id = 'UPT-02' and region_code = 'EE' order by role_group nulls first, effect"
    );
    // EE: 3 of 4 assistants, 2/3 of them and all others; SW: 1 of 4, all of them and 1/3 of the others.
    expect(rows).toEqual([
      {role_group: null, effect: "composition", value: 8.333333},
      {role_group: null, effect: "difference", value: 25},
      {role_group: null, effect: "rate", value: 16.666667},
      {role_group: "assistant", effect: "composition", value: 41.666667},
      {role_group: "assistant", effect: "difference", value: 25},
      {role_group: "assistant", effect: "rate", value: -16.666667},
      {role_group: "other", effect: "composition", value: -33.333333},
      {role_group: "other", effect: "difference", value: 0},
      {role_group: "other", effect: "rate", value: 33.333333}
    ]);
  });

  it("tells a region of other roles from a region of other rates", async () => {
    await surveyOf(warehouse.connection, plantedPeople());
    await buildMix(warehouse.connection);
    const [mixed, behind] = await Promise.all(
      ["SE", "LN"].map((region) =>
        ask(
          `select effect, value, lower, upper from marts.role_mix where indicator_id = 'UPT-02' and region_code = '${region}' and role_group is null order by effect`
        )
      )
    );
    expect(Number(mixed?.[0]?.lower)).toBeGreaterThan(5);
    expect(Number(mixed?.[2]?.lower)).toBeLessThan(0);
    expect(Number(mixed?.[2]?.upper)).toBeGreaterThan(0);
    expect(Math.abs(Number(behind?.[0]?.value))).toBeLessThan(10);
    expect(Number(behind?.[2]?.upper)).toBeLessThan(-8);
  });

  it("has the same error of a difference by leaving out schools as linearisation has", async () => {
    await surveyOf(warehouse.connection, plantedPeople());
    await buildAreas(warehouse.connection);
    await buildMix(warehouse.connection);
    const rows = await ask(`
      select (mix.upper - mix.lower) / (areas.upper - areas.lower) as width, mix.value - areas.difference as apart
      from marts.role_mix as mix
      inner join marts.area_comparisons as areas
          on areas.indicator_id = mix.indicator_id and areas.area_code = mix.region_code
      where mix.effect = 'difference' and mix.role_group is null`);
    expect(rows).toHaveLength(12);
    for (const {width, apart} of rows) {
      expect(Number(width)).toBeCloseTo(1, 2);
      expect(Number(apart)).toBeCloseTo(0, 9);
    }
  });
});
