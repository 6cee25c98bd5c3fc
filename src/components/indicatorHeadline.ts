import {breakdown} from "./breakdown.js";
import {comparePeriods, periodInFull} from "./explore/periods.js";
import {shownValue, writer} from "./explore/values.js";
import {groups} from "./groups.js";
import type {Figure, Release} from "./release.js";

/**
 * Returns England's last figure of each unit, none of a month that is yet to come: those with a number first, and among
 * them the unit of the definition, then shares. None where only breakdowns are published.
 */
export function headlines(release: Release, indicator: string): Figure[] {
  const unit = release.definitions.find(({indicator_id}) => indicator_id === indicator)?.unit;
  const month = (release.progress[0]?.as_at_date ?? "9999").slice(0, 7);
  const totals = breakdown(release, indicator, {area_level: "national"}).filter(
    ({period_type, period}) => period_type !== "month" || period.replace(/^before /, "") <= month
  );
  const rank = (figure: Figure): number =>
    (isKnown(figure) ? 0 : 3) + (figure.unit === unit ? 0 : figure.unit.startsWith("per cent") ? 1 : 2);
  return [...groups(totals, (figure) => figure.unit).values()]
    .flatMap((figures) => {
      const inOrder = figures.toSorted((a, b) => kindRank(a) - kindRank(b) || comparePeriods(a, b));
      return inOrder.findLast(isKnown) ?? inOrder.at(-1) ?? [];
    })
    .toSorted((a, b) => rank(a) - rank(b));
}

/** Of the periods of one date, a year says more than a month, and the year of learning comes before that of money. */
const KINDS: readonly Figure["period_type"][] = ["month", "window", "census", "financial", "academic", "survey"];
const kindRank = ({period_type}: Figure): number => KINDS.indexOf(period_type);

const isKnown = ({value, bound}: Figure): boolean => value !== null || bound !== null;

/** Returns a figure without its unit: "53%", "at most 50%", "not collected". */
export function numberSaid(figure: Figure, release: Release): string {
  const write = writer(figure.unit, [figure]);
  const found = shownValue(figure, {write, facts: release});
  if (typeof found === "object") return found.word;
  return typeof found === "number" ? write(found) : found;
}

/** Returns a figure in words with its unit: "53% of persons", "£11,000,000 to £49,000,000 not accounted for", "not collected". */
export function figureSaid(figure: Figure, release: Release): string {
  const number = numberSaid(figure, release);
  if (figure.value === null && figure.bound === null) return number;
  const rest = figure.unit.replace(/^(per cent|pounds) ?/, "");
  if (figure.unit === "ratio") return `a ratio of ${number}`;
  return rest === "" ? number : `${number} ${rest}`;
}

/** Returns "51% to 55%" for a figure with limits around it; empty for others. */
export function limitsSaid(figure: Figure): string {
  const {value, lower, upper, unit} = figure;
  if (value === null || lower === null || upper === null) return "";
  const write = writer(unit, [figure]);
  return `${write(lower)} to ${write(upper)}`;
}

/** Returns "March 2004", "academic year 2003–04, a part year". */
export function when(figure: Figure): string {
  const name = periodInFull(figure);
  const part = name.includes("year") ? ", a part year" : ", a part period";
  return `${name}${figure.is_part_period ? part : ""}`;
}
