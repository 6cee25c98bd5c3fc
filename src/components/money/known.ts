import {count, millions, plural, qualified, sentence, withYears, word} from "../format.js";
import {funding} from "../funding.js";
import type {MoneyRow} from "../moneyRows.js";
import type {PlainColumn} from "../plainTable.js";
import type {FundingLine, Release} from "../release.js";
import {shortLine} from "./outturn.js";

/** Returns what the lines with an amount leave of the total, as words: "between £11m and £49m". */
export function residualWords({funding_lines}: Pick<Release, "funding_lines">): string {
  const {lower, upper} = funding({funding_lines}).residual;
  if (lower === null && upper === null) return "an unknown amount";
  if (lower === null) return `at most ${millions(upper ?? 0)}`;
  if (upper === null) return `at least ${millions(lower)}`;
  return lower === upper ? `about ${millions(lower)}` : `between ${millions(lower)} and ${millions(upper)}`;
}

/** Returns the same as briefly as it can be said: "£11m to £49m". */
export const residualSpan = (release: Pick<Release, "funding_lines">): string =>
  residualWords(release)
    .replace(/^between (.*) and /, "$1 to ")
    .replace(/^an unknown amount$/, "unknown");

/** Says what the upper end of the residual rests on: a grant that has other permitted uses. */
export function upperEnd({funding_lines}: Pick<Release, "funding_lines">): string {
  const {residual, parts} = funding({funding_lines});
  const {lower, upper} = residual;
  const other = parts.find(({amount}) => lower !== null && upper !== null && amount === upper - lower);
  return other ? `The upper end of the first holds if all of ${other.name} goes to its other permitted uses.` : "";
}

/** Returns the lines that have no firm amount within the total, after what the firm ones leave for them: a range. */
export function unknownLines({funding_lines}: Pick<Release, "funding_lines">): FundingLine[] {
  const residual = funding_lines.filter(({line_id}) => line_id === RESIDUAL);
  const others = funding_lines.filter(
    (line) => line.line_id !== RESIDUAL && line.is_in_total !== "total" && !isFirm(line)
  );
  return [...residual, ...others];
}

/** Returns the rows of the chart of what is not known: a range as a range, and words where there is not even that. */
export function unknownBars(lines: readonly FundingLine[]): MoneyRow[] {
  return lines.map((line) => {
    const {line_id, line_name, lower_gbp: least, upper_gbp: most} = line;
    const isOfYear = line.period === null || !line.period.includes(" to ");
    const name = line_id === RESIDUAL ? LEFT : shortLine(line_name).replace(/,.*$/, "");
    const range = isOfYear && most !== null ? ([least ?? 0, most] as const) : undefined;
    return {name, range, said: amountWords(line)};
  });
}

/** Says how many lines have an amount for the year, how many have not, and that they are never made to add up. */
export function linesSentence({funding_lines}: Pick<Release, "funding_lines">): string {
  const lines = funding({funding_lines}).lines;
  const firm = lines.filter(isFirm);
  if (lines.length === 0) return "This release names no line of money.";
  const unclear = lines.filter(({is_in_total}) => is_in_total === "unclear").length;
  const rest = lines.length - firm.length;
  return `${sentence(plural(firm.length, "line"))} of the plan’s ${word(lines.length)} ${firm.length === 1 ? "has" : "have"} an amount for the year; ${word(rest)} ${rest === 1 ? "has" : "have"} none, or one that covers other years. Of ${word(unclear)} the plan does not say whether they are in the total at all. They are listed as they stand, and nothing is made to add up.`;
}

/** The columns of the table behind the chart of what is not known. */
export const unknownColumns: readonly PlainColumn<FundingLine>[] = [
  {title: "Line", value: ({line_id, line_name}) => (line_id === RESIDUAL ? LEFT : shortLine(line_name))},
  {title: "What is stated", value: amountWords},
  {title: "At least, £", isNumber: true, value: ({lower_gbp}) => lower_gbp ?? "not stated", write: count},
  {title: "At most, £", isNumber: true, value: ({upper_gbp}) => upper_gbp ?? "not stated", write: count},
  {title: "Years", value: ({period}) => (period ? withYears(period) : "not stated")},
  {title: "Note", isLong: true, value: ({note}) => withYears(note ?? "")},
  {title: "Origin", value: ({origin}) => origin}
];

const RESIDUAL = "residual";
const LEFT = "Left for the lines below";

const isFirm = ({amount_gbp, is_in_total}: FundingLine): boolean => amount_gbp !== null && is_in_total === "yes";

function amountWords({amount_gbp, lower_gbp: least, upper_gbp: most, qualifier, period}: FundingLine): string {
  if (least !== null && most !== null && amount_gbp === null) return `${millions(least)} to ${millions(most)}`;
  if (amount_gbp !== null) {
    const said = qualified(amount_gbp, qualifier, millions);
    return period?.includes(" to ") ? `${said}, ${withYears(period)}` : said;
  }
  if (most !== null) return `at most ${millions(most)}, derived`;
  return qualifier === "to be determined" ? "to be determined" : "no amount stated";
}
