import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {wilson} from "../../pipeline/methods/wilson.js";
import {createWorld, type World} from "./world.js";

let world: World;
const aim = {A09: "AIM00001", A10: "20", A34: "1", A35: "9", A27: "2003-09-10", A28: "2004-05-31", L13: "F"};
const work = {workplace_lea_code: "101", L12: "23", L14: "2", age_band: "35_44"};
const started = {...aim, ...work, A37: 2, A38: 8, awarding_body: "CACHE"};
const done = {...started, A34: "2", A35: "1", A31: "2004-05-20", A37: 8};

beforeEach(async () => {
  world = await createWorld();
  await world.insert("reference.aims", [
    {aim_reference: "AIM00001", programme_id: "Q02", nqf_level: "2", role_id: "R01", is_in_scope: "yes"},
    {aim_reference: "AIM00003", programme_id: "Q56", nqf_level: "3", role_id: null, is_in_scope: "yes"}
  ]);
  await world.insert("reference.programmes", [
    {programme_id: "Q02", programme_name: "NVQ", category: "nvq", body: "City & Guilds; CACHE"}
  ]);
  await world.insert("reference.soc2000_roles", [
    {soc2000_code: "4213", soc_title: "School secretaries", role_id: "R31"}
  ]);
  await world.receive({collection: "provider", period: "2003-04", sender_id: "LSC"}, [
    {provider_id: "900001", provider_name: "Tyne College", lea_code: "101", assessors_fte: 2, cove_from: "2004-01-01"},
    {provider_id: "900002", provider_name: "Tees College", lea_code: "103", assessors_fte: 0}
  ]);
});

afterEach(() => world.close());

const enrol = (sender_id: string, rows: readonly Record<string, string | number | null>[]) =>
  world.receive(
    {collection: "enrolment", period: "2003-04", sender_id},
    rows.map((row, index) => ({L01: sender_id, person_key: `${sender_id}-${index}`, ...row}))
  );

describe("marts.learner_outcomes", () => {
  const rates = (where: string) =>
    world.query(`select indicator_id, unit, numerator, denominator, value, symbol_reason
      from marts.learner_outcomes where ${where} order by indicator_id, unit`);
  const total = "programme_id is null and nqf_level is null and dimension_1 is null";

  beforeEach(async () => {
    await enrol("900001", [
      done,
      {...done, A35: "5"},
      {...started, A34: "3", A35: "3", A31: "2004-02-01", L13: "M"},
      started,
      {...started, A34: "4", A31: "2004-01-10"},
      {...started, A28: "2004-07-15"},
      {...done, A31: "2004-07-10", A28: "2004-06-01"}
    ]);
    await enrol("900002", [{...started, A28: "2004-12-31", A09: "AIM00003", workplace_lea_code: "104"}]);
    await world.build(["marts.learner_outcomes"]);
  });

  it("rests the three rates on aims due by the as-at date, without transfers", async () => {
    expect(await rates(`area_code = 'ENG' and period = '2003-04' and ${total}`)).toEqual([
      {indicator_id: "OUT-01", unit: "per cent", numerator: 2, denominator: 5, value: 40, symbol_reason: null},
      {
        indicator_id: "OUT-02",
        unit: "aims not yet due",
        numerator: null,
        denominator: null,
        value: 1,
        symbol_reason: null
      },
      {
        indicator_id: "OUT-03",
        unit: "outcomes not known",
        numerator: null,
        denominator: null,
        value: 1,
        symbol_reason: null
      },
      {indicator_id: "OUT-03", unit: "per cent", numerator: 1, denominator: 2, value: 50, symbol_reason: null},
      {indicator_id: "OUT-04", unit: "per cent", numerator: 1, denominator: 5, value: 20, symbol_reason: null}
    ]);
  });

  it("has aims in no programme, learners of whom it is not known, and what no LEA is given for, as parts", async () => {
    await world.insert("reference.aims", [
      {aim_reference: "AIM00009", programme_id: null, nqf_level: "2", role_id: "R01", is_in_scope: "yes"}
    ]);
    await enrol("900003", [
      {...started, A09: "AIM00009", L14: "9", workplace_lea_code: null},
      {...started, L14: "9"}
    ]);
    await world.build(["marts.learner_outcomes"]);
    const due = (where: string) =>
      world.query(`select area_code, category_1, category_2, denominator from marts.learner_outcomes
        where indicator_id = 'OUT-01' and period = '2003-04' and nqf_level is null and ${where} order by all`);
    expect(await due("dimension_1 = 'outside programmes'")).toEqual([
      {area_code: "ENG", category_1: "In no programme", category_2: "No LEA given", denominator: 1},
      {area_code: "ENG", category_1: "In no programme", category_2: null, denominator: 1}
    ]);
    expect(await due("dimension_1 = 'disability' and area_code = 'ENG' and category_2 is null")).toEqual([
      {area_code: "ENG", category_1: "Not disabled", category_2: null, denominator: 5},
      {area_code: "ENG", category_1: "Not known", category_2: null, denominator: 2}
    ]);
    expect(await due("dimension_1 = 'placement' and programme_id is null")).toEqual([
      {area_code: "ENG", category_1: "No LEA given", category_2: null, denominator: 1}
    ]);
  });

  it("says once for England that nothing is due yet", async () => {
    const later = await rates(`period = '2004-05' and programme_id = 'Q56' and unit = 'per cent'`);
    expect(later.map(({indicator_id, value, symbol_reason}) => [indicator_id, value, symbol_reason])).toEqual([
      ["OUT-01", null, "not_yet_due"],
      ["OUT-03", null, "not_yet_due"],
      ["OUT-04", null, "not_yet_due"]
    ]);
  });

  it("has groups of learners for England and regions only, and no level below them", async () => {
    expect(
      await world.query(`select distinct area_level from marts.learner_outcomes
        where dimension_1 is not null or nqf_level is not null order by all`)
    ).toEqual([{area_level: "national"}, {area_level: "region"}]);
    expect(await rates("area_code = 'NE' and category_1 = 'Male' and indicator_id = 'OUT-04'")).toMatchObject([
      {numerator: 0, denominator: 1, value: 0}
    ]);
  });

  it("has Wilson limits of 95 per cent", async () => {
    const {lower, upper} = wilson(2, 5);
    const [row] = await world.query(`select lower, upper, interval_level, base from marts.learner_outcomes
      where area_code = 'ENG' and indicator_id = 'OUT-01' and period = '2003-04' and ${total}`);
    expect(row).toEqual({lower: 100 * lower, upper: 100 * upper, interval_level: 0.95, base: 5});
  });
});

describe("marts.completion_curves", () => {
  it("keeps withdrawn learners among those who have not completed", async () => {
    await enrol("900001", [
      {...done, A31: "2003-11-10"},
      {...started, A34: "3", A35: "3", A31: "2003-10-01"},
      started,
      started
    ]);
    await world.build(["marts.completion_curves"]);
    expect(
      await world.query(`select category_1, value, base, unit from marts.completion_curves
        where programme_id is null order by category_1::integer`)
    ).toEqual([
      {category_1: "3", value: 25, base: 4, unit: "per cent of starts"},
      {category_1: "6", value: 25, base: 4, unit: "per cent of starts"},
      {category_1: "9", value: 25, base: 4, unit: "per cent of starts"}
    ]);
  });

  it("gives the median time once half have completed", async () => {
    await enrol("900001", [
      {...done, A31: "2003-11-10"},
      {...done, A31: "2003-12-10"},
      {...started, A28: "2004-12-31"}
    ]);
    await world.build(["marts.completion_curves"]);
    const [row] = await world.query(`select value from marts.completion_curves
      where programme_id = 'Q02' and unit = 'months to completion'`);
    expect(row?.value).toBeCloseTo(91 / (365.25 / 12), 12);
  });

  it("has none where four in five are known", async () => {
    await enrol("900001", [done, done, done, done, started]);
    await world.build(["marts.completion_curves"]);
    expect(await world.query("select * from marts.completion_curves")).toEqual([]);
  });
});

describe("marts.unit_credit", () => {
  it("divides units achieved by units required, by programme, level and awarding body", async () => {
    await enrol("900001", [done, started]);
    await enrol("900002", [{...started, A37: 4}]);
    await world.build(["marts.unit_credit"]);
    expect(
      await world.query(`select unit, programme_id, nqf_level, category_1, value, base from marts.unit_credit
        where unit = 'per cent of units' order by all`)
    ).toMatchObject([
      {programme_id: "Q02", base: 3},
      {nqf_level: "2", base: 3},
      {category_1: "CACHE", base: 3},
      {programme_id: null, nqf_level: null, category_1: null, base: 3}
    ]);
    const [all] = await world.query(`select value, lower, upper from marts.unit_credit
      where unit = 'units an aim' and programme_id is null and nqf_level is null and category_1 is null`);
    expect(all?.value).toBeCloseTo(14 / 3, 12);
    expect(Number(all?.lower)).toBeLessThan(14 / 3);
  });

  it("tells no awarding body that the list of programmes does not name, since senders write it as they like", async () => {
    await enrol("900001", [done, {...done, awarding_body: "Ask for Mrs Zephyrwort"}]);
    await world.build(["marts.unit_credit"]);
    const rows = await world.query(`select category_1 from marts.unit_credit
      where dimension_1 = 'awarding body' and unit = 'per cent of units' order by all`);
    expect(rows.map((row) => row.category_1)).toEqual(["Another body", "CACHE"]);
  });
});

describe("marts.caseloads", () => {
  it("divides candidates in learning, to the middle of their ten, by assessors of the area, and leaves out areas without assessors", async () => {
    await enrol("900001", [started, started, done]);
    await enrol("900002", [started]);
    await world.build(["marts.caseloads"]);
    expect(await world.query("select area_code, value, base from marts.caseloads order by area_code")).toEqual([
      {area_code: "ENG", value: 2.5, base: 3},
      {area_code: "LLSC01", value: 2.5, base: 2},
      {area_code: "NE", value: 2.5, base: 3}
    ]);
  });
});

describe("marts.cove_reach", () => {
  it("counts those who started while the provider was a centre", async () => {
    await enrol("900001", [started, {...started, A27: "2004-02-02"}]);
    await enrol("900002", [started]);
    await world.build(["marts.cove_reach"]);
    expect(
      await world.query("select area_code, numerator, denominator from marts.cove_reach order by area_code")
    ).toEqual([
      {area_code: "ENG", numerator: 1, denominator: 3},
      {area_code: "NE", numerator: 1, denominator: 3}
    ]);
  });
});

describe("marts.role_assignment", () => {
  it("takes the aim before the occupation, and says that nobody asks", async () => {
    const other = {...started, A09: "AIM00003"};
    await enrol("900001", [started, {...other, A24: "4213"}, other, {...started, A24: "4213"}]);
    await world.build(["marts.role_assignment"]);
    expect(
      await world.query(`select category_1, numerator, denominator, symbol_reason from marts.role_assignment
        where area_code = 'ENG' order by category_1 nulls first`)
    ).toEqual([
      {category_1: null, numerator: 3, denominator: 4, symbol_reason: null},
      {category_1: "Aim", numerator: 2, denominator: 4, symbol_reason: null},
      {category_1: "Asked", numerator: null, denominator: null, symbol_reason: "not_collected"},
      {category_1: "None", numerator: 1, denominator: 4, symbol_reason: null},
      {category_1: "Occupation", numerator: 1, denominator: 4, symbol_reason: null}
    ]);
  });
});
