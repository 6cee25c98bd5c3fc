import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {createWorld, type World} from "./world.js";

let world: World;

beforeEach(async () => {
  world = await createWorld();
  await world.insert("reference.funding_lines", [
    {line_id: "B02", line_name: "Grant 1"},
    {line_id: "B03", line_name: "Grant 25"}
  ]);
});

afterEach(() => world.close());

const spent = {programme_id: "Q04", line_id: "B03", holder: "lea", month: "2004-04"};
const course = {programme_id: "Q04", cohort: "Term", provider_id: "940101", month: "2004-04"};
const cohort = {cohort_start_date: "2004-04-15", cohort_planned_end_date: "2004-04-28"};

describe("marts.costs", () => {
  const costs = () =>
    world.query(`
      select indicator_id, period, area_code, programme_id, category_1, numerator, denominator, value, symbol_reason
      from marts.costs where period_type = 'financial' order by indicator_id, area_code, programme_id
    `);

  it("sets the money of an LEA against its own starts and completions in the same months", async () => {
    await world.receive({collection: "funding", period: "2004-05", sender_id: "101"}, [
      {...spent, lea_code: "101", outturn_gbp: 600},
      {...spent, lea_code: "103", outturn_gbp: 300},
      {...spent, lea_code: "104", outturn_gbp: 999}
    ]);
    await world.receive({collection: "programme", period: "2004-04", sender_id: "101"}, [
      {...course, ...cohort, lea_code: "101", starts: 10, completions: 8},
      {...course, ...cohort, lea_code: "103", starts: 5, completions: 4},
      {...course, lea_code: "101", cohort: "Later", month: "2004-06", starts: 90}
    ]);
    await world.build();
    // Both 15 and 12 lie in the ten of which 15 is the middle.
    const figure = {period: "2004-05", category_1: "Grant 25", numerator: 900, symbol_reason: null};
    expect((await costs()).filter(({programme_id}) => programme_id === "Q04")).toEqual([
      {...figure, indicator_id: "FIN-02", area_code: "ENG", programme_id: "Q04", denominator: 15, value: 60},
      {...figure, indicator_id: "FIN-02", area_code: "NE", programme_id: "Q04", denominator: 15, value: 60},
      {...figure, indicator_id: "FIN-03", area_code: "ENG", programme_id: "Q04", denominator: 12, value: 60},
      {...figure, indicator_id: "FIN-03", area_code: "NE", programme_id: "Q04", denominator: 12, value: 60}
    ]);
  });

  it("gives no cost per completion of nobody, nor of a cohort that goes on", async () => {
    await world.receive({collection: "funding", period: "2004-05", sender_id: "101"}, [
      {...spent, lea_code: "101", outturn_gbp: 600},
      {...spent, lea_code: "101", programme_id: "Q09", outturn_gbp: 600}
    ]);
    await world.receive({collection: "programme", period: "2004-04", sender_id: "101"}, [
      {...course, ...cohort, lea_code: "101", starts: 10, completions: 0},
      {
        ...course,
        lea_code: "101",
        programme_id: "Q09",
        starts: 4,
        cohort_start_date: "2004-04-19",
        cohort_planned_end_date: "2004-07-09"
      }
    ]);
    await world.build();
    expect((await costs()).filter(({indicator_id}) => indicator_id === "FIN-03")).toMatchObject([
      {area_code: "ENG", programme_id: "Q04", value: null, symbol_reason: "not_enough_data"},
      {area_code: "ENG", programme_id: "Q09", value: null, symbol_reason: "not_yet_due"},
      {area_code: "ENG", programme_id: null, value: null, symbol_reason: "not_enough_data"}
    ]);
  });

  it("takes 8/12 and 4/12 of two whole financial years for an academic one, and has not enough data before", async () => {
    await world.build();
    const academic = "select period, unit, value, symbol_reason from marts.costs where period_type = 'academic'";
    const unit = "pounds per start, of 8/12 and 4/12 of the financial years";
    expect(await world.query(academic)).toEqual([
      {period: "2003-04", unit, value: null, symbol_reason: "not_enough_data"}
    ]);

    world.close();
    world = await createWorld({asAt: "2005-03-31"});
    await world.insert("reference.funding_lines", [{line_id: "B03", line_name: "Grant 25"}]);
    const months = Array.from({length: 24}, (_, index) => {
      const month = String(((index + 3) % 12) + 1).padStart(2, "0");
      return {...spent, lea_code: "101", month: `${2003 + Math.floor((index + 3) / 12)}-${month}`, outturn_gbp: 30};
    });
    await world.receive(
      {collection: "funding", period: "2004-05", sender_id: "101"},
      months.map((row, index) => (index < 12 ? row : {...row, outturn_gbp: 60}))
    );
    await world.receive({collection: "programme", period: "2003-09", sender_id: "101"}, [
      {...course, lea_code: "101", month: "2003-09", starts: 12}
    ]);
    await world.build();
    const [row] = await world.query(`${academic} and programme_id = 'Q04' and area_level = 'national'`);
    expect(row).toEqual({period: "2003-04", unit, value: (360 * (8 / 12) + 720 * (4 / 12)) / 15, symbol_reason: null});
  });
});

describe("marts.spend_per_head", () => {
  it("keeps lines and allocation and outturn apart, over staff to the middle of their ten", async () => {
    const may = {month: "2004-05", programme_id: "general", line_id: "B03", holder: "lea"};
    const staff = {census_date: "2004-01", category: "all", phase: "all", characteristic: "all"};
    await world.receive({collection: "workforce", period: "2004-01", sender_id: "DFES"}, [
      {...staff, area_level: "lea", area_code: "101", headcount: 104, fte: 52, figure_origin: "synthetic"},
      {...staff, area_level: "lea", area_code: "103", headcount: 98, fte: 14, figure_origin: "synthetic"}
    ]);
    await world.receive({collection: "funding", period: "2004-05", sender_id: "DFES"}, [
      {...may, lea_code: "101", allocation_gbp: 1000},
      {...may, lea_code: "103", allocation_gbp: 500},
      {...may, lea_code: "101", line_id: "B02", holder: "schools", allocation_gbp: 4000, outturn_gbp: 7}
    ]);
    await world.receive({collection: "funding", period: "2004-05", sender_id: "101"}, [
      {...may, lea_code: "101", outturn_gbp: 250}
    ]);
    await world.build();
    expect(
      await world.query(`
        select category_1, area_code, unit, value, lower, upper, senders_returned, senders_expected
        from marts.spend_per_head where area_code in ('103', 'NE') and unit like '%per head'
      `)
    ).toEqual([
      {
        category_1: "Grant 25",
        area_code: "103",
        unit: "pounds allocated per head",
        value: 500 / 95,
        lower: 500 / 99,
        upper: 500 / 90,
        senders_returned: null,
        senders_expected: null
      },
      {
        category_1: "Grant 1",
        area_code: "NE",
        unit: "pounds allocated per head",
        value: 4000 / 105,
        lower: 4000 / 109,
        upper: 4000 / 100,
        senders_returned: null,
        senders_expected: null
      },
      {
        category_1: "Grant 25",
        area_code: "NE",
        unit: "pounds allocated per head",
        value: 1500 / 205,
        lower: 1500 / 209,
        upper: 1500 / 200,
        senders_returned: null,
        senders_expected: null
      },
      {
        category_1: "Grant 25",
        area_code: "NE",
        unit: "pounds spent per head",
        value: 250 / 105,
        lower: 250 / 109,
        upper: 250 / 100,
        senders_returned: 1,
        senders_expected: 3
      }
    ]);
    expect(
      await world.query("select 1 from marts.spend_per_head where area_code = '103' and unit like '%equ%'")
    ).toEqual([]);
  });
});
