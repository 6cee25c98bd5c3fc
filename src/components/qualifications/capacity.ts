import {aboutNumbers} from "../aboutNumbers.js";
import {breakdown, categoryOf} from "../breakdown.js";
import {builder} from "../element.js";
import {count, list, missing, sentence, tenths, withYears} from "../format.js";
import {indicatorName} from "../names.js";
import {type PlainColumn, plainDownload, plainTable} from "../plainTable.js";
import type {Download, Figure, Release} from "../release.js";
import {saidSynthetic} from "../saidSynthetic.js";
import {coverage} from "../select.js";
import {inSynthetic, limitsSaid, orWhy, surveyMonth} from "../surveyWords.js";
import {downloadLine} from "../tableBehind.js";
import {inReturns} from "../targets.js";

const CAPTION = "Capacity behind the programmes, England";
const SOURCE = "Source: returns of providers, programmes and schools.";
const SHOWN = ["CAP-03", "CAP-04", "CAP-05", "CAP-06", "CAP-07"] as const;

/** Returns what carries the programmes: places and capacity used, assessors, centres, mentors. */
export function capacity(release: Release, {document}: {document: Document}): Node {
  const h = builder(document);
  const rows = figuresOf(release);
  if (rows.length === 0) return h("p", {}, "Nothing is known of what carries the programmes: no return tells.");
  return h(
    "div",
    {class: "capacity"},
    plainTable(rows, {
      document,
      caption: saidSynthetic(CAPTION, fileOf(rows)),
      columns: columnsOf(release),
      isStacked: true
    }),
    h(
      "div",
      {class: "below"},
      aboutNumbers(rows, release, {document}),
      downloadLine({document, download: fileOf(rows), source: SOURCE})
    )
  );
}

/** Returns the table of capacity as a download. */
export function capacityDownloads(release: Release): Download[] {
  const rows = figuresOf(release);
  return rows.length === 0
    ? []
    : [plainDownload(fileOf(rows), {title: CAPTION, source: SOURCE, rows, columns: columnsOf(release)})];
}

const figuresOf = (release: Release): Figure[] => [
  ...breakdown(release, "CAP-02", {by: ["register", "kind of capacity"]}),
  ...SHOWN.flatMap((indicator) => breakdown(release, indicator))
];

const columnsOf = (release: Release): PlainColumn<Figure>[] => [
  {title: "Measure", value: (figure) => nameOf(figure, release)},
  {title: "Value", isNumber: true, value: (figure) => figure.value ?? missing(figure, release)},
  {title: "Unit", value: ({unit}) => unit},
  {
    title: "95% interval",
    isNumber: true,
    value: (figure) => orWhy(limitsSaid(figure, String), {figure, release})
  },
  {
    title: "Counted",
    isNumber: true,
    value: ({numerator, denominator}) =>
      numerator === null || denominator === null ? "" : `${count(numerator)} of ${count(denominator)}`,
    blank: "no count behind it"
  },
  {title: "Coverage", value: (figure) => coverage(figure, "senders"), blank: "no return counted"},
  {title: "Period", value: periodSaid},
  {title: "Origin", value: ({origin}) => origin}
];

/** In words that say what is measured. */
const NAMES: Readonly<Record<string, string>> = {
  "CAP-03": "NVQ candidates for each assessor, full-time equivalent",
  "CAP-04": "Approved NVQ centres",
  "CAP-05": "Schools with a trained mentor",
  "CAP-06": "Schools recognised as Investors in People",
  "CAP-07": "Learners at Centres of Vocational Excellence"
};

function nameOf(figure: Figure, release: Release): string {
  const register = categoryOf(figure, "register");
  const kind = categoryOf(figure, "kind of capacity");
  if (register === null || kind === null)
    return NAMES[figure.indicator_id] ?? indicatorName(release, figure.indicator_id);
  return `Capacity used by starts: providers of the ${register} that state it as “${kind.toLowerCase()}”`;
}

function periodSaid({period, period_type}: Figure): string {
  if (period_type === "month" || period_type === "window") return period.replace(/\d{4}-\d{2}/g, surveyMonth);
  return withYears(period);
}

/** Says how many schools have a mentor, and how many candidates an assessor has. */
export function capacityTitle(release: Release): string {
  const [mentors] = breakdown(release, "CAP-05");
  const [caseload] = breakdown(release, "CAP-03");
  const parts = [
    mentors?.value == null ? "" : `${mentors.value}% of schools have a trained mentor`,
    caseload?.value == null ? "" : `an assessor has ${tenths(caseload.value)} NVQ candidates`
  ].filter((part) => part !== "");
  if (parts.length === 0) return "What carries these programmes";
  return sentence(`${inSynthetic([mentors, caseload].filter((found) => found !== undefined))}${list(parts)}`);
}

const fileOf = (rows: readonly Figure[]): string => `capacity${inReturns(rows) === "" ? "" : "-synthetic"}.csv`;
