import {aboutNumbers} from "./aboutNumbers.js";
import {breakdown} from "./breakdown.js";
import {builder} from "./element.js";
import {missing, plural, word} from "./format.js";
import {type PlainColumn, plainDownload, plainTable} from "./plainTable.js";
import type {Download, Release, Target, TrajectoryMonth} from "./release.js";
import {saidSynthetic} from "./saidSynthetic.js";
import {downloadLine} from "./tableBehind.js";
import {chance} from "./targets.js";

const CAPTION = "How each numbered target is forecast";
const SOURCE = "Published tables progress and trajectories.";

/** A target with how its forecast was made; `months` is undefined where nothing is forecast. */
interface Forecast {
  target: Target;
  first: TrajectoryMonth | undefined;
}

const fileOf = (release: Release): string =>
  `forecasts${forecasts(release).some(({first}) => first?.origin === "synthetic") ? "-synthetic" : ""}.csv`;

/** Says how earlier forecasts fared, and which targets have none. */
export function backtestSentence(release: Release): string {
  const tested = forecasts(release).flatMap(({target, first}) =>
    first?.backtest_forecasts_count ? [{target, first, made: first.backtest_forecasts_count}] : []
  );
  if (tested.length === 0) return "No forecast in this release could be tried on months already counted.";
  const said = tested.map(
    ({target, first, made}) =>
      `for ${target.title}, of ${plural(made, "earlier forecast")} over three months the count lay within the 80% band in ${word(first.backtest_within_80_count ?? 0)} and within the 95% band in ${word(first.backtest_within_95_count ?? 0)}`
  );
  return `Each forecast is tried on months already counted: ${said.join("; ")}. So few trials prove little; they would show a method that is badly wrong.`;
}

/** Returns how each forecast is made and how it fared, with the download; nothing where nothing is forecast. */
export function forecastTable(release: Release, {document}: {document: Document}): Node {
  const rows = forecasts(release);
  if (rows.length === 0) return document.createTextNode("");
  const h = builder(document);
  return h(
    "div",
    {class: "below"},
    plainTable(rows, {
      document,
      caption: saidSynthetic(CAPTION, fileOf(release)),
      columns: columns(release),
      isStacked: true
    }),
    aboutNumbers(breakdown(release, "PRI-02", {by: ["target"]}), release, {document}),
    downloadLine({document, download: fileOf(release), source: SOURCE})
  );
}

/** Returns that table as a download. */
export const forecastDownloads = (release: Release): Download[] =>
  forecasts(release).length === 0
    ? []
    : [
        plainDownload(fileOf(release), {
          title: CAPTION,
          source: SOURCE,
          rows: forecasts(release),
          columns: columns(release)
        })
      ];

function forecasts({progress, trajectories}: Release): Forecast[] {
  return progress
    .filter(({target_value}) => target_value !== null)
    .map((target) => ({target, first: trajectories.find(({target_id}) => target_id === target.target_id)}));
}

function columns(release: Release): readonly PlainColumn<Forecast>[] {
  const none = release.symbols.z.word;
  return [
    {title: "Target", value: ({target}) => target.title},
    {
      title: "Forecast by",
      value: ({target, first}) => first?.trajectory_method ?? missing(first ?? target, release).word
    },
    {title: "Season", value: ({first}) => first?.seasonality ?? none},
    {title: "Tried on months already counted", value: ({first}) => tried(first) ?? none},
    {
      title: "Chance of the number",
      value: ({first}) => (first?.probability_percent == null ? none : chance(first.probability_percent))
    },
    {title: "Origin", value: ({target, first}) => first?.origin ?? target.origin}
  ];
}

function tried(first: TrajectoryMonth | undefined): string | undefined {
  const made = first?.backtest_forecasts_count;
  if (!made) return undefined;
  return `${first.backtest_within_80_count} of ${made} within the 80% band, ${first.backtest_within_95_count} of ${made} within the 95% band`;
}
