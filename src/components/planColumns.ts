import {count, date, millions, missing, percent, qualified, sentence, withDates, withYears} from "./format.js";
import type {PlainColumn} from "./plainTable.js";
import type {FundingLine, Words} from "./release.js";
import {chance, countingWindow, heading, type NumberedTarget, placeInPlan, wanted} from "./targets.js";

/** The columns of the table of numbered targets, on the page and in its download. */
export const targetColumns = (words: Words): readonly PlainColumn<NumberedTarget>[] => [
  {title: "Target", value: ({title}) => title},
  {title: "The plan sets", value: wanted},
  {title: "Counts", value: countingWindow},
  {
    title: "Counted to",
    value: ({counted_to_date}) => (counted_to_date === null ? words.symbols.z.word : date(counted_to_date))
  },
  {
    title: "So far",
    isNumber: true,
    value: (target) => target.actual_count ?? missing(target, words),
    write: count
  },
  {
    title: "Share of target",
    isNumber: true,
    value: (target) => target.percent_of_target ?? missing(target, words),
    write: percent
  },
  {
    title: "Before the window",
    isNumber: true,
    value: ({baseline_count}) => baseline_count ?? words.symbols.x.word,
    write: count
  },
  {
    title: "Needed a month",
    isNumber: true,
    value: ({required_monthly_count}) => required_monthly_count ?? words.symbols.z.word,
    write: count
  },
  {
    title: "Recently a month",
    isNumber: true,
    value: ({recent_monthly_count}) => recent_monthly_count ?? words.symbols.x.word,
    write: count
  },
  {title: "Forecast", isNumber: true, value: (target) => heading(target) ?? words.symbols.x.word},
  {
    title: "Chance of the number",
    isNumber: true,
    value: ({probability_percent}) =>
      probability_percent === null ? words.symbols.x.word : chance(probability_percent)
  },
  {title: "Status", value: ({status}) => sentence(status)},
  {title: "Why", isLong: true, value: ({status_reason}) => withDates(status_reason)},
  {title: "Origin", value: ({origin}) => origin}
];

/** The columns of the table of funding lines, on the page and in its download. */
export const fundingColumns: readonly PlainColumn<FundingLine>[] = [
  {title: "Line", value: ({line_name}) => line_name},
  {title: "Amount", isNumber: true, value: amount, write: millions},
  {title: "For", value: ({period}) => yearsOf(period)},
  {title: "Held by", value: ({holder}) => holder ?? "not stated"},
  {title: "Goes to", value: ({recipient}) => recipient ?? "not stated"},
  {title: "In the total", value: ({is_in_total}) => sentence(is_in_total ?? "not stated")},
  {title: "Note", isLong: true, value: ({note}) => withYears(note ?? "")},
  {title: "Place", value: ({place}) => placeInPlan(place)}
];

/** Two lines of the plan have no year. */
const yearsOf = (period: string | null): string => (period ? withYears(period) : "not stated");

function amount({amount_gbp, qualifier}: FundingLine): string {
  if (amount_gbp === null) return qualifier === "to be determined" ? "to be determined" : "not stated";
  return qualified(amount_gbp, qualifier, millions);
}
