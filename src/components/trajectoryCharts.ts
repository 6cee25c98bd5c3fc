import {aboutNumbers} from "./aboutNumbers.js";
import {breakdown, categoryOf} from "./breakdown.js";
import {builder} from "./element.js";
import {figure} from "./figure.js";
import {count, date, lower, plural, qualified, sentence, word} from "./format.js";
import {type PlainColumn, plainDownload, plainTable} from "./plainTable.js";
import type {Download, Release, TrajectoryMonth, Words} from "./release.js";
import {coverage} from "./select.js";
import {boundOf, chance, heading, inReturns, type NumberedTarget, numbered} from "./targets.js";
import {type FanMonth, trajectoryFan} from "./trajectoryFan.js";

interface Course {
  target: NumberedTarget;
  months: readonly TrajectoryMonth[];
}

/** Returns a chart for each target that has a forecast; nothing where none has. */
export function trajectoryCharts(release: Release, {document}: {document: Document}): Node {
  const found = courses(release);
  if (found.length === 0) return document.createTextNode("");
  const h = builder(document);
  return h("div", {class: "trajectories"}, ...found.map((course) => chart(course, {release, document})));
}

/** Returns the tables behind those charts. */
export function trajectoryDownloads(release: Release): Download[] {
  return courses(release).map((course) =>
    plainDownload(fileOf(course), {title: captionOf(course.target), rows: course.months, columns: columns(release)})
  );
}

function courses(release: Release): Course[] {
  return numbered(release).flatMap((target) => {
    const months = release.trajectories
      .filter(({target_id}) => target_id === target.target_id)
      .toSorted((a, b) => (a.month < b.month ? -1 : 1));
    return heading(target) === undefined || months.length === 0 ? [] : [{target, months}];
  });
}

function chart({target, months}: Course, {release, document}: {release: Release; document: Document}): HTMLElement {
  const fan = {
    months: months.map(fanMonth),
    target: target.target_value,
    goal: qualified(target.target_value, target.qualifier),
    bound: boundOf(target),
    isStepped: target.trajectory_method === "planned cohorts"
  };
  const from = inReturns([target]) === "" ? "" : ", synthetic returns";
  return figure({
    document,
    id: `trajectory-${target.target_id}`,
    finding: finding(target),
    measure: `${sentence(target.target_unit)} counted in the window up to the end of each month, England${from}. ${assumption(months)}`,
    key: key(document, target),
    alternative: `Line and bands. ${finding(target)}.`,
    draw: (width) => trajectoryFan(fan, {document, width}),
    table: plainTable(months, {
      document,
      caption: captionOf(target),
      columns: columns(release)
    }),
    download: fileOf({target, months}),
    about: aboutNumbers(
      breakdown(release, "PRI-03", {by: ["target"]}).filter(
        (found) => categoryOf(found, "target") === target.target_id || categoryOf(found, "target") === target.title
      ),
      release,
      {document}
    ),
    source: `Target: the 2004–05 plan.${from === "" ? "" : " Counts and forecast: synthetic returns."}`
  });
}

function finding(target: NumberedTarget): string {
  const goal = qualified(target.target_value, target.qualifier);
  const where = inReturns([target]).trim();
  const until = target.window_end_date === null ? "" : ` by ${date(target.window_end_date)}`;
  const said = `${lower(target.title)}: heading for ${heading(target)} of ${goal}${until}`;
  return sentence(`${where}${where ? ", " : ""}${said}`);
}

const RANGE = "The range that it is heading for holds 95% of simulated paths.";

function assumption([first]: readonly TrajectoryMonth[]): string {
  if (!first) return "";
  const senders = coverage(first, "senders");
  const from = senders === "" ? "" : ` Returns: ${senders}.`;
  const chances =
    first.probability_percent === null ? "" : ` Chance of reaching the number: ${chance(first.probability_percent)}.`;
  if (first.trajectory_method === "planned cohorts")
    return `The forecast takes the cohorts that the returns plan, filled as earlier ones were, and nothing beside. ${RANGE}${chances}${from}`;
  const rate = `The forecast takes the rate of the last ${first.rate_months_count} months to last (${first.seasonality}).`;
  const forecasts = first.backtest_forecasts_count;
  const past = forecasts
    ? ` Of ${plural(forecasts, "earlier three-month forecast")}, what came lay within the 80% band in ${word(first.backtest_within_80_count ?? 0)} and within the 95% band in ${word(first.backtest_within_95_count ?? 0)}.`
    : "";
  return `${rate} ${RANGE}${past}${chances}${from}`;
}

function key(document: Document, target: NumberedTarget): HTMLElement {
  const h = builder(document);
  const item = (kind: string, text: string) => h("li", {}, h("span", {class: `mark ${kind}`}), text);
  const goals = {ceiling: "ceiling (“up to”)", about: "approximate (“around”)", exact: "number to reach"};
  const bound = boundOf(target);
  return h(
    "ul",
    {class: "key", "aria-hidden": "true"},
    target.actual_count !== null && item("counted", "counted"),
    item("band80", "80% of simulated paths"),
    item("band95", "95%"),
    item(bound, goals[bound])
  );
}

const captionOf = ({title}: NumberedTarget): string => `${title}: counted and heading for`;

const fileOf = ({target}: Course): string =>
  `trajectory-${target.target_id}${inReturns([target]) === "" ? "" : "-synthetic"}.csv`;

function fanMonth(row: TrajectoryMonth): FanMonth {
  const range = (from: number | null, to: number | null): readonly [number, number] | null =>
    from === null || to === null ? null : [from, to];
  return {
    month: row.month,
    observed: row.is_forecast ? null : row.observed_count,
    range80: range(row.lower_80_count, row.upper_80_count),
    range95: range(row.lower_95_count, row.upper_95_count)
  };
}

function columns(words: Words): readonly PlainColumn<TrajectoryMonth>[] {
  const number = (title: string, of: (row: TrajectoryMonth) => number | null): PlainColumn<TrajectoryMonth> => ({
    title,
    isNumber: true,
    value: (row) => of(row) ?? words.symbols.z.word,
    write: count
  });
  return [
    {title: "Month", value: ({month}) => date(`${month}-01`).replace(/^\d+ /, "")},
    {title: "Kind", value: ({is_forecast}) => (is_forecast ? "forecast" : "counted")},
    number("Counted", ({observed_count}) => observed_count),
    number("80%, from", (row) => row.lower_80_count),
    number("80%, to", (row) => row.upper_80_count),
    number("95%, from", (row) => row.lower_95_count),
    number("95%, to", (row) => row.upper_95_count),
    {title: "Origin", value: ({origin}) => origin}
  ];
}
