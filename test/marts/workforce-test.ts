import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {createWorld, type World} from "./world.js";

let world: World;

beforeEach(async () => {
  world = await createWorld();
});

afterEach(() => world.close());

describe("marts.workforce", () => {
  it("passes the national series as published, and marks what the simulator made", async () => {
    const all = {
      census_date: "2004-01",
      category: "all",
      phase: "all",
      characteristic: "all",
      characteristic_value: "all"
    };
    await world.receive({collection: "workforce", period: "2004-01", sender_id: "DFES", origin: "real"}, [
      {...all, area_level: "national", area_code: "ENG", fte: 241_700, figure_origin: "published"},
      {...all, area_level: "region", area_code: "NE", headcount: 20_000, fte: 12_000, figure_origin: "synthetic"},
      {
        ...all,
        area_level: "national",
        area_code: "ENG",
        fte: 287_100,
        census_date: "2006-01",
        figure_origin: "published"
      },
      {
        ...all,
        area_level: "national",
        area_code: "ENG",
        headcount: 300,
        category: "technicians",
        characteristic: "sex",
        characteristic_value: "female",
        figure_origin: "synthetic"
      }
    ]);
    await world.build();
    expect(
      await world.query(
        "select indicator_id, area_code, dimension_1, category_1, dimension_2, category_2, measure, value, origin from marts.workforce"
      )
    ).toEqual([
      {
        indicator_id: "WRK-01",
        area_code: "ENG",
        dimension_1: "staff category",
        category_1: "Technicians",
        dimension_2: "sex",
        category_2: "Female",
        measure: "count",
        value: 300,
        origin: "synthetic"
      },
      {
        indicator_id: "WRK-01",
        area_code: "NE",
        dimension_1: null,
        category_1: null,
        dimension_2: null,
        category_2: null,
        measure: "count",
        value: 20_000,
        origin: "synthetic"
      },
      {
        indicator_id: "WRK-02",
        area_code: "ENG",
        dimension_1: null,
        category_1: null,
        dimension_2: null,
        category_2: null,
        measure: "published_fact",
        value: 241_700,
        origin: "real"
      },
      {
        indicator_id: "WRK-02",
        area_code: "NE",
        dimension_1: null,
        category_1: null,
        dimension_2: null,
        category_2: null,
        measure: "fte",
        value: 12_000,
        origin: "synthetic"
      }
    ]);
  });
});

describe("marts.workforce, by characteristic", () => {
  it("shows characteristics for the nation and its regions alone", async () => {
    const women = {
      census_date: "2004-01",
      category: "all",
      phase: "all",
      characteristic: "sex",
      characteristic_value: "female",
      headcount: 80,
      figure_origin: "synthetic"
    };
    await world.receive({collection: "workforce", period: "2004-01", sender_id: "DFES"}, [
      {...women, area_level: "region", area_code: "NE"},
      {...women, area_level: "local_lsc", area_code: "LLSC01"},
      {...women, area_level: "local_lsc", area_code: "LLSC01", characteristic: "all", headcount: 100}
    ]);
    await world.build();
    expect(
      await world.query("select area_code, dimension_1, value from marts.workforce where indicator_id = 'WRK-01'")
    ).toEqual([
      {area_code: "LLSC01", dimension_1: null, value: 100},
      {area_code: "NE", dimension_1: "sex", value: 80}
    ]);
  });
});

describe("marts.workforce_series", () => {
  it("stands where the simulator repeats it, ends with the as-at date, and keeps an unstated unit unstated", async () => {
    const england = {area_level: "national", area_code: "ENG", sector: "maintained", qualifier: "exactly", unit: "fte"};
    await world.insert("reference.workforce_series", [
      {
        ...england,
        series_id: "W1",
        census_month: "2001-01",
        category: "All support staff",
        value: 186_329,
        unit: "not_stated"
      },
      {...england, series_id: "W2", census_month: "2004-01", category: "All support staff", value: 241_700},
      {...england, series_id: "W3", census_month: "2006-01", category: "All support staff", value: 287_100},
      {
        ...england,
        series_id: "W4",
        census_month: "1997-01",
        category: "Technicians",
        value: 12_421.1,
        sector: "maintained secondary"
      }
    ]);
    const total = {category: "all", phase: "all", characteristic: "all", characteristic_value: "all"};
    await world.receive({collection: "workforce", period: "2004-01", sender_id: "DFES"}, [
      {
        ...total,
        census_date: "2004-01",
        area_level: "national",
        area_code: "ENG",
        fte: 241_700,
        figure_origin: "synthetic"
      }
    ]);
    await world.build();
    expect(
      await world.query(
        "select period, category_1, category_2, unit, value, measure, origin from marts.workforce where symbol_reason is null"
      )
    ).toEqual([
      {
        period: "1997-01",
        category_1: "Technicians",
        category_2: "Secondary",
        unit: "full-time equivalents",
        value: 12_421.1,
        measure: "published_fact",
        origin: "real"
      },
      {
        period: "2001-01",
        category_1: null,
        category_2: null,
        unit: "staff, unit not stated",
        value: 186_329,
        measure: "published_fact",
        origin: "real"
      },
      {
        period: "2004-01",
        category_1: null,
        category_2: null,
        unit: "full-time equivalents",
        value: 241_700,
        measure: "published_fact",
        origin: "real"
      }
    ]);
  });
});
