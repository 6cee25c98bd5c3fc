import fc from "fast-check";
import {indicators} from "../../../pipeline/contracts/published/indicators.js";
import type {Reading} from "../../../pipeline/publish/ees/dataFile.js";
import {filterReader} from "../../../pipeline/publish/ees/filters.js";
import {type Area, places} from "../../../pipeline/publish/ees/geography.js";
import type {Figure} from "../../../pipeline/publish/figures.js";
import {BLANK_FIGURE} from "../../figure.js";

const area = (
  area_level: Area["area_level"],
  area_code: string,
  area_name: string,
  parent_code: string | null
): Area => ({
  area_level,
  area_code,
  area_name,
  parent_code,
  short_name: null,
  tile_column: null,
  tile_row: null,
  basis: "invented",
  source: "invented"
});

export const AREAS: readonly Area[] = [
  area("national", "ENG", "England", null),
  area("region", "YH", "Yorkshire and the Humber", "ENG"),
  area("region", "LN", "London", "ENG"),
  area("local_lsc", "LLSC46", "West Yorkshire", "YH"),
  area("local_lsc", "LLSC26", "London East", "LN"),
  area("lea", "383", "Leeds", "LLSC46"),
  area("lea", "380", "Bradford", "LLSC46"),
  area("lea", "201", "City of London", "LLSC26")
];

export const READING: Reading = {
  places: places(AREAS),
  items: filterReader({
    role_id: [
      {id: "R01", name: "Teaching assistant"},
      {id: "R02", name: "Technician"}
    ],
    route_id: [{id: "TL", name: "Teaching and learning"}],
    programme_id: [
      {id: "hlta", name: "Higher level teaching assistant"},
      {id: "csbm", name: "Certificate of School Business Management"}
    ],
    priorities: [{id: "iv", name: "Higher level teaching assistants"}],
    targets: [{id: "T04", name: "Places for higher level teaching assistants"}],
    indicators: [{id: "OFF-01", name: "Training offered"}]
  }),
  indicatorNames: new Map([
    ["OFF-01", "Training offered"],
    ["CAP-01", "Place fill rate"]
  ])
};

/** A figure of England, without breakdown, with what differs. */
export const invented = (of: Partial<Figure>): Figure => ({
  ...BLANK_FIGURE,
  provenance_id: "offers-0123abcd",
  ...of
});

const TIMES: readonly Pick<Figure, "period_type" | "period">[] = [
  {period_type: "academic", period: "2003-04"},
  {period_type: "academic", period: "1999-00"},
  {period_type: "academic", period: "2022-23 to 2025-26"},
  {period_type: "financial", period: "2004-05"},
  {period_type: "month", period: "2003-09"},
  {period_type: "month", period: "2004-06"},
  {period_type: "month", period: "before 2004-04"},
  {period_type: "survey", period: "2004-03"},
  {period_type: "census", period: "2004-01"},
  {period_type: "window", period: "2004-04 to 2005-03"}
];
const BREAKDOWNS: readonly Partial<Figure>[] = [
  {},
  {role_id: "R01"},
  {role_id: "R02", dimension_1: "topic", category_1: "Child protection"},
  {dimension_1: "role", category_1: "Technician"},
  {route_id: "TL", nqf_level: "4+"},
  {programme_id: "hlta"},
  {programme_id: "csbm", dimension_1: "placement", category_1: "No LEA given"},
  {dimension_1: "ethnic group", category_1: "Asian or Asian British"},
  {dimension_1: "collection", category_1: "staff_questionnaire", dimension_2: "rate compared", category_2: "OFF-01"},
  {dimension_1: "target", category_1: "T04", dimension_2: "priority", category_2: "iv"},
  {dimension_1: "phase", category_1: "Primary", dimension_2: "sex", category_2: "Female"},
  {dimension_1: "characteristic", category_1: "Age band", dimension_2: "register", category_2: "LSC"}
];
const KINDS: readonly Pick<Figure, "indicator_id" | "unit">[] = [
  {indicator_id: "OFF-01", unit: "per cent of persons"},
  {indicator_id: "CAP-01", unit: "places taken"},
  {indicator_id: "CAP-01", unit: "per cent of places planned"},
  {indicator_id: "CAP-02", unit: "learners per 1,000 staff, standard deviation between regions"},
  {indicator_id: "CAP-02", unit: "learners per 1,000 staff, highest less lowest region"},
  {indicator_id: "NEW-01", unit: "pounds per start, of 8/12 and 4/12 of the financial years"}
];

const number = fc.oneof(
  fc.integer({min: -90, max: 90_000}).map((value) => value * 10),
  fc.integer({min: -999, max: 9999}).map((value) => value / 10)
);
const whole = fc.integer({min: 0, max: 9000}).map((value) => value * 10);
const told = fc.oneof(
  fc.record({value: number}),
  fc.record({value: number, lower: number, upper: number, base: whole}),
  fc.record({value: number, numerator: whole, denominator: whole}),
  fc.record({lower: number}),
  fc.record({symbol: fc.constantFrom("c", "low", "x", "z"), symbol_reason: fc.constant("withheld")}),
  fc.record({symbol: fc.constant("u"), base: whole})
);

/** Figures of every kind, each cell told once, as the gate leaves them. */
export const figures: fc.Arbitrary<Figure[]> = fc.uniqueArray(
  fc
    .tuple(
      fc.constantFrom(...KINDS),
      fc.constantFrom(...TIMES),
      fc.constantFrom(...AREAS),
      fc.constantFrom(...BREAKDOWNS),
      fc.constantFrom("real", "synthetic", "estimated"),
      told
    )
    .map(([kind, time, {area_level, area_code}, breakdown, origin, cell]) =>
      invented({...kind, ...time, area_level, area_code, ...breakdown, origin, ...(cell as Partial<Figure>)})
    ),
  {selector: (figure) => JSON.stringify(indicators.key.map((name) => figure[name])), minLength: 1, maxLength: 60}
);
