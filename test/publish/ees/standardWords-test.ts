import {readFileSync} from "node:fs";
import {parse} from "csv-parse/sync";
import {describe, expect, it} from "vitest";
import {places, REGIONS} from "../../../pipeline/publish/ees/geography.js";
import {LOCAL_AUTHORITIES} from "../../../pipeline/publish/ees/localAuthorities.js";
import {measures} from "../../../pipeline/publish/ees/measures.js";
import {eesTime} from "../../../pipeline/publish/ees/time.js";
import {AREAS, invented} from "./invented.js";

const rows = (table: string): Record<string, string>[] =>
  parse(readFileSync(new URL(`../../../data/reference/${table}.csv`, import.meta.url)), {columns: true});

describe("eesTime(periodType, period)", () => {
  it.each([
    ["academic", "2003-04", "200304", "Academic year"],
    ["academic", "1999-00", "199900", "Academic year"],
    ["financial", "2004-05", "200405", "Financial year"],
    ["month", "2003-09", "2003", "September"],
    ["survey", "2004-03", "2004", "March"],
    ["census", "1997-01", "1997", "January"]
  ])("writes %s %s as %s, %s", (type, period, time_period, time_identifier) => {
    expect(eesTime(type, period)).toEqual({time_period, time_identifier});
  });

  it.each([
    ["window", "2004-04 to 2005-03"],
    ["window", "no window"],
    ["survey", "before 2004-04"],
    ["academic", "2022-23 to 2025-26"],
    ["academic", "2003-05"],
    ["month", "2004-13"]
  ])("has no word for %s %s", (type, period) => expect(eesTime(type, period)).toBeUndefined());
});

describe("places(areas)", () => {
  const found = places(AREAS);

  it("gives an authority its codes, its name and its region, and a region no authority", () => {
    expect(found.get("383")).toMatchObject({
      geographic_level: "Local authority",
      region_code: "E12000003",
      region_name: "Yorkshire and The Humber",
      local_lsc_code: "",
      old_la_code: "383",
      new_la_code: "E08000035",
      la_name: "Leeds"
    });
    expect(found.get("LN")).toMatchObject({geographic_level: "Regional", region_code: "E12000007", new_la_code: ""});
    expect(found.get("ENG")).toMatchObject({geographic_level: "National", country_code: "E92000001", region_code: ""});
    expect(found.get("LLSC46")).toMatchObject({
      local_lsc_name: "West Yorkshire",
      region_code: "E12000003",
      la_name: ""
    });
  });

  it("knows every region and authority of the reference tables, each by one code", () => {
    const authorities = rows("leas");
    expect(authorities.map(({lea_code}) => lea_code).filter((code) => !LOCAL_AUTHORITIES.has(code ?? ""))).toEqual([]);
    expect(LOCAL_AUTHORITIES.size).toBe(authorities.length);
    const codes = [...LOCAL_AUTHORITIES.values()];
    expect(new Set(codes.map(({code}) => code)).size).toBe(codes.length);
    expect(new Set(codes.map(({name}) => name)).size).toBe(codes.length);
    expect(Object.keys(REGIONS).sort()).toEqual(
      rows("regions")
        .map(({region_code}) => region_code)
        .sort()
    );
    expect(LOCAL_AUTHORITIES.get("840")).toEqual({code: "E06000047", name: "County Durham"});
    expect(LOCAL_AUTHORITIES.get("929")?.code).toBe("E06000048");
  });

  it("refuses an area without a code of the standard", () => {
    const [england, region, , , , authority] = AREAS;
    if (!england || !region || !authority) throw new Error("missing areas");
    expect(() => places([england, {...region, area_code: "XX"}])).toThrow("unknown region: XX");
    expect(() => places([region, {...authority, area_code: "999", parent_code: "YH"}])).toThrow(
      "unknown local authority"
    );
    expect(() => places([authority])).toThrow("unknown parent of area: 383");
  });
});

describe("measures(figures, indicatorNames)", () => {
  it("names a column by indicator, unit and statistic, with unit and decimals", () => {
    const figures = [
      invented({value: 48.2, lower: 46, upper: 50.05, base: 5020}),
      invented({indicator_id: "FIN-04", unit: "pounds per start", value: 120}),
      invented({indicator_id: "EQU-02", unit: "percentage points", value: -3}),
      invented({indicator_id: "UPT-03", unit: "learners per 1,000 staff", value: 3.5, numerator: 20, denominator: 5000})
    ];
    const found = measures(figures, new Map([["OFF-01", "Training offered"]]));
    expect(found.map(({column, indicatorUnit, decimals}) => [column, indicatorUnit, decimals])).toEqual([
      ["equ_02_percentage_points", "pp", 0],
      ["fin_04_pounds_per_start", "£", 0],
      ["off_01_percent_persons", "%", 1],
      ["off_01_percent_persons_lower", "%", 0],
      ["off_01_percent_persons_upper", "%", 2],
      ["off_01_percent_persons_base", "", 0],
      ["upt_03_learners_per_1000_staff", "", 1],
      ["upt_03_learners_per_1000_staff_numerator", "", 0],
      ["upt_03_learners_per_1000_staff_denominator", "", 0]
    ]);
    expect(found[3]?.label).toBe("Training offered: per cent of persons, lower limit");
  });

  it.each([
    ["REG-01", "learners per 1,000 staff, standard deviation between regions", "reg_01_learners_per_1000_staff_sd"],
    ["REG-01", "learners per 1,000 staff, highest less lowest region", "reg_01_learners_per_1000_staff_range"],
    ["CAP-04", "centres per 1,000 teaching assistants", "cap_04_centres_per_1000_tas"],
    ["FIN-04", "pounds spent per full-time equivalent", "fin_04_pounds_spent_per_fte"],
    ["PRI-03", "places forecast at the end of the window, with 80 per cent limits", "pri_03_places_forecast_80_limits"]
  ])("says in the column's name what %s, %s is", (indicator_id, unit, column) => {
    expect(measures([invented({indicator_id, unit, value: 1})], new Map())[0]?.column).toBe(column);
  });

  it("refuses two units that would share a column", () => {
    const units = ["per cent of staff", "per cent of the staff"];
    expect(() =>
      measures(
        units.map((unit) => invented({unit, value: 1})),
        new Map()
      )
    ).toThrow("duplicate column: off_01_percent_staff");
  });
});
