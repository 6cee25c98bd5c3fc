import {JSDOM} from "jsdom";
import {REASONS, SYMBOLS} from "../../pipeline/contracts/symbols.js";
import type {Figure, FundingLine, Release} from "../../src/components/release.js";
import {BLANK_FIGURE} from "../figure.js";

export const {document} = new JSDOM("").window;
export const options = {document, parameters: {}};

export const line = (line_id: string, of: Partial<FundingLine>): FundingLine => ({
  line_id,
  line_name: line_id,
  period: "2004-05",
  holder: "DfES",
  recipient: "LEAs",
  qualifier: "unknown",
  amount_gbp: null,
  lower_gbp: null,
  upper_gbp: null,
  is_in_total: "yes",
  is_delegated: "no",
  note: null,
  place: "S0:L208",
  source: "The plan",
  origin: "real",
  ...of
});
const exactly = (pounds: number) => ({
  qualifier: "exactly",
  amount_gbp: pounds,
  lower_gbp: pounds,
  upper_gbp: pounds
});
export const TOTAL = line("total", {qualifier: "about", amount_gbp: 100_000_000, is_in_total: "total"});
export const PLAN = [
  TOTAL,
  line("B02", {line_name: "School Development Grant (Grant 1), support staff", ...exactly(51_000_000)}),
  line("B03", {line_name: "Grant 25", ...exactly(38_000_000)}),
  line("B04", {line_name: "Places, bought by the TTA", upper_gbp: 15_050_000}),
  line("B06", {
    line_name: "Exam offices",
    period: "2004-05 to 2006-07",
    qualifier: "over",
    amount_gbp: 20_000_000,
    lower_gbp: 20_000_000,
    is_in_total: "part"
  }),
  line("B08", {line_name: "LSC", qualifier: "to be determined", is_in_total: "unclear"}),
  line("residual", {lower_gbp: 11_000_000, upper_gbp: 49_000_000, is_in_total: "unclear"})
];

export const figure = (indicator_id: string, of: Partial<Figure>): Figure => ({
  ...BLANK_FIGURE,
  indicator_id,
  period_type: "financial",
  period: "2004-05",
  is_part_period: true,
  dimension_1: "funding line",
  category_1: "Grant 25",
  senders_returned: 134,
  senders_expected: 150,
  reliability: "reliable",
  ...of
});
export const allocated = (value: number, of: Partial<Figure> = {}) =>
  figure("FIN-01", {unit: "pounds allocated", value, ...of});
export const spent = (of: Partial<Figure>) => figure("FIN-01", {unit: "pounds spent", ...of});
export const share = (value: number, of: Partial<Figure> = {}) => figure("FIN-01", {unit: "per cent", value, ...of});
const GRANT_1 = {category_1: "School Development Grant (Grant 1), support staff"};
export const MONEY = [
  allocated(38_000_000),
  spent({value: 4_900_000}),
  share(14),
  allocated(51_000_000, GRANT_1),
  spent({...GRANT_1, bound: "lower", lower: 1_300_000})
];

export const release = (indicators: readonly Figure[], funding_lines: readonly FundingLine[] = PLAN): Release =>
  ({
    indicators,
    funding_lines,
    progress: [{as_at_date: "2004-06-30"}],
    areas: [
      {area_code: "ENG", area_name: "England"},
      {area_code: "NE", area_name: "North East"}
    ],
    programmes: [{programme_id: "Q10", programme_name: "HLTA status: 50 day training"}],
    definitions: [],
    provenance: [],
    symbols: SYMBOLS,
    reasons: REASONS
  }) as unknown as Release;
