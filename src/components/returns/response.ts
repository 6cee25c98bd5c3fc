import {aboutNumbers} from "../aboutNumbers.js";
import {breakdown, categoryOf} from "../breakdown.js";
import {coverageMark} from "../coverageAlike.js";
import {csvName} from "../csvName.js";
import {dotRows} from "../dotRows.js";
import {figure} from "../figure.js";
import {count, missing, percent, tenths} from "../format.js";
import {areaName} from "../names.js";
import {type PlainColumn, plainDownload, plainTable} from "../plainTable.js";
import type {Download, Figure, Release} from "../release.js";
import {coverage} from "../select.js";
import {inReturns} from "../targets.js";

const FILE = "response-by-region";
const CAPTION = "Response to the survey";
const SOURCE = "Source: school frame and staff questionnaires. Indicator QUA-01.";
const ALL_STAFF = "Staff in all schools drawn";
const SCHOOLS = "Schools";

/** Returns the chart of who answered the survey, by region; nothing without a survey. */
export function responseChart(release: Release, {document}: {document: Document}): Node {
  const rows = responses(release);
  const nation = nationOf(rows, ALL_STAFF);
  if (!nation || nation.value === null) return document.createTextNode("");
  const dots = rows
    .filter((row) => row.area_level === "region" && categoryOf(row, "response") === ALL_STAFF && row.value !== null)
    .map((row) => ({
      group: "",
      name: areaName(release, row.area_code),
      value: row.value ?? 0,
      said: `${percent(row.value ?? 0)}${coverageMark(row, nation) === "" ? "" : ", unlike coverage"}`
    }));
  return figure({
    document,
    id: "response",
    finding: responseFinding(release),
    measure: `Staff who answered, of those drawn in all schools of the sample, by region. The line is England; survey of ${coverage(nation, "local LSCs")}${inReturns(rows) && ", synthetic returns"}. “Unlike coverage” marks a region where another share of local LSCs returned, so that it does not compare with England as it stands.`,
    alternative: `Dots by region. ${dots.map(({name, said}) => `${name}: ${said}.`).join(" ")}`,
    draw: (width) =>
      dotRows(dots, {
        document,
        width,
        domain: [0, 100],
        write: percent,
        line: {at: nation.value ?? 0, said: "England"}
      }),
    table: plainTable(rows, {document, caption: CAPTION, columns: columns(release)}),
    about: aboutNumbers(rows, release, {document}),
    download: csvName(FILE, rows),
    source: SOURCE
  });
}

/** Says how many of those drawn answered: staff, and their schools. */
export function responseFinding(release: Pick<Release, "indicators">): string {
  const rows = responses(release);
  const [staff, schools] = [nationOf(rows, ALL_STAFF), nationOf(rows, SCHOOLS)];
  if (!staff || staff.value === null) return "How many answered the survey is not known";
  const took = schools && schools.value !== null ? `; ${percent(schools.value)} of their schools took part` : "";
  return `${percent(staff.value)} of the staff drawn for the survey answered${took}`;
}

/** Returns the response to the survey as a download. */
export const responseByRegion = (release: Release): Download[] => [
  plainDownload(csvName(FILE, responses(release)), {
    title: CAPTION,
    source: SOURCE,
    rows: responses(release),
    columns: columns(release)
  })
];

/** Returns who answered, in England, then in each region. */
export const responses = (release: Pick<Release, "indicators">): Figure[] => [
  ...breakdown(release, "QUA-01", {by: ["response"]}),
  ...breakdown(release, "QUA-01", {by: ["response"], area_level: "region"})
];

const nationOf = (rows: readonly Figure[], who: string): Figure | undefined =>
  rows.find((row) => row.area_level === "national" && categoryOf(row, "response") === who);

const columns = (release: Release): readonly PlainColumn<Figure>[] => [
  {title: "Area", value: ({area_code}) => areaName(release, area_code)},
  {title: "Who", value: (row) => categoryOf(row, "response") ?? ""},
  {title: "Answered", isNumber: true, value: (row) => row.numerator ?? missing(row, release), write: count},
  {title: "Of", isNumber: true, value: (row) => row.denominator ?? missing(row, release), write: count},
  {title: "Per cent", isNumber: true, value: (row) => row.value ?? missing(row, release), write: tenths},
  {title: "Returns", value: (row) => coverage(row, "local LSCs")},
  {title: "Origin", value: ({origin}) => origin}
];
