import {aboutLinkage} from "./aboutChecks.js";
import {builder} from "./element.js";
import {count, list, missing, tenths} from "./format.js";
import {type PlainColumn, plainDownload, plainTable} from "./plainTable.js";
import type {Download, Linkage, Release} from "./release.js";
import {coverage} from "./select.js";
import {downloadLine} from "./tableBehind.js";

const fileOf = ({linkage}: Release): string =>
  `people-counted-once${linkage.some(({origin}) => origin === "synthetic") ? "-synthetic" : ""}.csv`;

const METHODS: Readonly<Record<string, string>> = {
  none: "Not joined: each provider’s references alone",
  exact: "Joined where names, birth date and sex are the same",
  probabilistic: "Joined by probability"
};

/** The two counts of persons that matter: by references alone, and as every other table counts them. */
export function linkedCounts({linkage}: Release): {apart: Linkage; joined: Linkage} | undefined {
  const apart = linkage.find(({linkage_method}) => linkage_method === "none");
  const joined = linkage.find(({is_chosen}) => is_chosen);
  return apart && joined ? {apart, joined} : undefined;
}

/** Says what linking changes, how good it is thought to be, and how much hangs on the threshold. */
export function linkageSentence(release: Release): string {
  const found = linkedCounts(release);
  if (!found) return "No enrolment return is in this release, so there is nobody to count.";
  const {apart, joined} = found;
  const where = joined.origin === "synthetic" ? "In the synthetic returns" : "In the returns";
  const people =
    apart.persons_count === null || joined.persons_count === null
      ? ""
      : `${where}, ${count(apart.persons_count)} learner references are ${count(joined.persons_count)} people. `;
  const rates =
    apart.value === null || joined.value === null
      ? ""
      : `Learners per 1,000 staff would be ${tenths(apart.value)} without linking and are ${tenths(joined.value)} with it. `;
  const quality =
    joined.precision_percent === null || joined.recall_percent === null
      ? ""
      : `Of the pairs joined, an estimated ${share(joined.precision_percent)} are one person; of the pairs that are one person, ${share(joined.recall_percent)} are joined. `;
  return `${people}${rates}${quality}${threshold(release)}`;
}

const share = (percent: number): string => (percent > 99.9 ? "more than 99.9%" : `${tenths(percent)}%`);

/** An estimate is never certain. */
const surely = (percent: number | null): number | string | null =>
  percent !== null && percent > 99.9 ? "over 99.9" : percent;

function threshold({linkage}: Release): string {
  const tried = linkage.filter(({linkage_method}) => linkage_method === "probabilistic");
  const counts = new Set(tried.map(({persons_count}) => persons_count));
  if (tried.length < 2) return "";
  const at = list(tried.map(({threshold: at}) => String(at)));
  return counts.size === 1
    ? `The number of people, rounded to ten, is the same at every threshold tried: ${at}.`
    : `The number of people changes with the threshold; tried were ${at}.`;
}

/** Returns the ways of telling people apart side by side, with the download; nothing without enrolments. */
export function linkageTable(release: Release, {document}: {document: Document}): Node {
  const rows = ordered(release);
  const [first] = rows;
  if (!first) return document.createTextNode("");
  const h = builder(document);
  const senders = coverage(first, "senders");
  return h(
    "div",
    {class: "below"},
    plainTable(rows, {
      document,
      caption: `${CAPTION}, ${first.origin} returns`,
      columns: columns(release),
      isStacked: true
    }),
    aboutLinkage(rows, release, {document}),
    downloadLine({
      document,
      download: fileOf(release),
      source: `Published table linkage. Returns: ${senders}. People are rounded to ten.`
    })
  );
}

/** Returns that table as a download. */
export const linkageDownloads = (release: Release): Download[] =>
  release.linkage.length === 0
    ? []
    : [plainDownload(fileOf(release), {title: CAPTION, rows: ordered(release), columns: columns(release)})];

const CAPTION = "People and uptake under each way of telling people apart";

const ORDER = ["none", "exact", "probabilistic"];

const ordered = ({linkage}: Release): Linkage[] =>
  linkage.toSorted(
    (a, b) =>
      ORDER.indexOf(a.linkage_method) - ORDER.indexOf(b.linkage_method) || (a.threshold ?? 0) - (b.threshold ?? 0)
  );

function columns(release: Release): readonly PlainColumn<Linkage>[] {
  const none = release.symbols.z.word;
  return [
    {title: "Way", value: ({linkage_method}) => METHODS[linkage_method] ?? linkage_method},
    {title: "Threshold", isNumber: true, value: ({threshold: at}) => at ?? none},
    {title: "In use", value: ({is_chosen}) => (is_chosen ? "yes" : "no")},
    {
      title: "People",
      isNumber: true,
      value: ({persons_count}) => persons_count ?? missing({symbol: "low", symbol_reason: "low"}, release),
      write: count
    },
    {
      title: "Learners per 1,000 staff",
      isNumber: true,
      value: (row) => row.value ?? missing(row, release),
      write: tenths
    },
    {
      title: "Precision, %",
      isNumber: true,
      value: ({precision_percent}) => surely(precision_percent) ?? none,
      write: tenths
    },
    {title: "Recall, %", isNumber: true, value: ({recall_percent}) => surely(recall_percent) ?? none, write: tenths},
    {title: "Origin", value: ({origin}) => origin}
  ];
}
