import type {Cited, Claim} from "./claim.js";

type Value = string | number | null;

/** The columns of the list of claims, and what each holds: a row for each claim and each cell that it cites. */
export const CLAIM_COLUMNS = {
  claim: "Name of the claim; that of a chart's heading has “chart” in it.",
  sentence: "What the report says.",
  wording: "Which of its wordings was true, “1 of 3”; or “cannot be said”, or “unlike coverage”.",
  is_finding: "“no” where the synthetic returns were made to agree with it.",
  cell: "Number of the cell within the claim; 0 where it cites none.",
  row: "What the cited row is of: an indicator, a target, a promise, a line of funding, a family of comparisons, a return.",
  period: "Period of the row, where it has one.",
  area_code: "Area of the row, where it has one.",
  breakdown: "What the row is broken down by: “sex: Male”.",
  unit: "Unit of the value.",
  value: "Value as it is published; empty where there is none.",
  lower: "Lower end of the interval or bound, where there is one.",
  upper: "Upper end of the interval or bound, where there is one.",
  bound: "“upper”, “lower” or “range” where the ends are all that is known.",
  decided: "What was decided before rounding: a status, whether a threshold is met, whether a difference is one.",
  symbol: "Why there is no value, as a symbol.",
  symbol_reason: "Why there is no value, as a reason.",
  senders_returned: "How many senders the row rests on.",
  senders_expected: "Of how many that were expected.",
  origin: "real, synthetic or estimated.",
  provenance_id: "What `uptake explain` is asked for."
} as const;

type Column = keyof typeof CLAIM_COLUMNS;

/** Returns the list of claims as rows under their headings, each claim once, in reading order. */
export function claimRows(claims: readonly Claim[]): Value[][] {
  const once = [...new Map(claims.map((claim) => [claim.id, claim])).values()];
  const columns = Object.keys(CLAIM_COLUMNS) as Column[];
  const rows = once.flatMap(({id, said, wording, isFinding, cites}) => {
    const claim = {claim: id, sentence: said, wording, is_finding: isFinding ? "yes" : "no"};
    if (cites.length === 0) return [{...claim, cell: 0}];
    return cites.map((cited, index) => ({...claim, cell: index + 1, ...cellOf(cited)}));
  });
  return [columns, ...rows.map((row: Partial<Record<Column, Value>>) => columns.map((column) => row[column] ?? ""))];
}

function cellOf(cited: Cited): Partial<Record<Column, Value>> {
  const row = cited as unknown as Readonly<Record<string, Value | boolean | undefined>>;
  const text = (name: string): Value => {
    const found = row[name] ?? null;
    return typeof found === "boolean" ? String(found) : found;
  };
  const first = (names: readonly string[]): Value =>
    names.map(text).find((found) => found !== null && found !== "") ?? null;
  return {
    row: first(ROWS),
    period: text("period"),
    area_code: text("area_code"),
    breakdown: breakdownOf(text),
    unit: first(["unit", "target_unit"]),
    value: first(["value", "actual_count", "difference", "ratio", "amount_gbp"]),
    lower: first(["lower", "forecast_lower_count", "difference_lower", "lower_gbp"]),
    upper: first(["upper", "forecast_upper_count", "difference_upper", "upper_gbp"]),
    bound: text("bound"),
    decided: first(["status", "is_met", "is_different", "funnel_position"]),
    symbol: text("symbol"),
    symbol_reason: text("symbol_reason"),
    senders_returned: text("senders_returned"),
    senders_expected: text("senders_expected"),
    origin: text("origin"),
    provenance_id: text("provenance_id")
  };
}

/** Columns that say what a row is of, of all the tables that claims cite. */
const ROWS = ["family_id", "indicator_id", "target_id", "milestone_id", "line_id", "priority_id", "collection"];

const PARTS = ["role_id", "route_id", "programme_id", "nqf_level", "sender_id"];

function breakdownOf(text: (name: string) => Value): string {
  const parts = PARTS.map((name) => [name, text(name)] as const);
  const dimensions = [1, 2, 3].map((at) => [text(`dimension_${at}`), text(`category_${at}`)] as const);
  return [...parts, ...dimensions]
    .filter(([name, value]) => name !== null && value !== null)
    .map(([name, value]) => `${name}: ${value}`)
    .join("; ");
}
