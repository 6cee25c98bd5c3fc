import {aboutNumbers} from "./aboutNumbers.js";
import {builder} from "./element.js";
import {count, missing, tenths} from "./format.js";
import {type PlainColumn, plainDownload, plainTable} from "./plainTable.js";
import type {Download, Figure, Release} from "./release.js";
import {coverage, figures, latest} from "./select.js";
import {downloadLine} from "./tableBehind.js";

const FILE = "survey-response-synthetic.csv";
const CAPTION = "Response to the survey, England, synthetic returns";
const SOURCE = "Indicator QUA-01. Schools and people are rounded to ten.";

/** Says how many answered of those who were asked, in schools and in all. */
export function responseSentence(release: Release): string {
  const [schools, staff] = [rateOf(release, "Schools"), rateOf(release, "Staff in all schools drawn")];
  if (!schools?.value || !staff?.value) return "No survey return is in this release, so nothing is weighted.";
  const senders = coverage(schools, "local LSCs");
  return `${words(schools)} of the schools drawn took part, and ${words(staff)} of the staff drawn in all of them answered, in the ${schools.origin} returns of ${senders}.`;
}

/** Says what unequal weights cost, by Kish's effect. */
export function unequalWeights(release: Release): string {
  const found = latest(figures(release, "QUA-05"));
  if (!found?.value) return "How unequal the weights are is not known without a survey.";
  return `Weights that differ cost precision: Kish’s effect is ${tenths(found.value)}, so the answers tell as much as ${tenths(100 / found.value).replace(/\.\d$/, "")} in every 100 of them would with equal weights.`;
}

/** Says what the weights are raked to. */
export function marginsSentence({files}: Release): string {
  const census = files.filter(({collection, is_used}) => collection === "workforce" && is_used);
  if (census.length === 0) return "Without a census there are no headcounts to rake to, and the design weight stands.";
  return census.some(({origin}) => origin === "synthetic")
    ? "The headcounts are those of a synthetic census: nobody published one by area, so the simulator made it under the real national total."
    : "The headcounts are those of the January census.";
}

/** Returns the response rates as a table with its download; nothing without a survey. */
export function responseTable(release: Release, {document}: {document: Document}): Node {
  const rows = rates(release);
  if (rows.length === 0) return document.createTextNode("");
  const h = builder(document);
  return h(
    "div",
    {class: "below"},
    plainTable(rows, {
      document,
      caption: CAPTION,
      isStacked: true,
      columns: columns(release)
    }),
    aboutNumbers(rows, release, {document}),
    downloadLine({document, download: FILE, source: SOURCE})
  );
}

/** Returns the response rates as a download. */
export const responseDownloads = (release: Release): Download[] =>
  rates(release).length === 0
    ? []
    : [plainDownload(FILE, {title: CAPTION, source: SOURCE, rows: rates(release), columns: columns(release)})];

const words = ({value}: Figure): string => `${Math.round(value ?? 0)}%`;

const rateOf = (release: Release, category: string): Figure | undefined =>
  rates(release).find(({category_1}) => category_1 === category);

const rates = ({indicators}: Release): Figure[] =>
  indicators.filter(
    ({indicator_id, area_code, dimension_1, dimension_2}) =>
      indicator_id === "QUA-01" && area_code === "ENG" && dimension_1 === "response" && dimension_2 === null
  );

const columns = (release: Release): readonly PlainColumn<Figure>[] => [
  {title: "Who", value: ({category_1}) => category_1 ?? ""},
  {title: "Answered", isNumber: true, value: (row) => row.numerator ?? missing(row, release), write: count},
  {title: "Of", isNumber: true, value: (row) => row.denominator ?? missing(row, release), write: count},
  {title: "Per cent", isNumber: true, value: (row) => row.value ?? missing(row, release), write: tenths},
  {title: "Origin", value: ({origin}) => origin}
];
