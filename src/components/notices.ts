import {builder} from "./element.js";
import {date} from "./format.js";
import {type PlainColumn, plainDownload, plainTable} from "./plainTable.js";
import type {Download, Notice, Release} from "./release.js";
import {downloadLine} from "./tableBehind.js";

/** What stands in a notice for every page. */
export const EVERY_PAGE = "all";
const FILE = "notices.csv";
const CAPTION = "Corrections of earlier releases";
const SOURCE = "Source: published table notices.";

/** Returns the notices that stand on the page at `path` ("uptake", "/areas/YH"), the latest first. */
export function noticesAt({notices}: Pick<Release, "notices">, path: string): Notice[] {
  const here = path.replace(/^\//, "") || "index";
  return notices
    .filter(({page}) => page === EVERY_PAGE || page === here)
    .toSorted((a, b) => (a.notice_date === b.notice_date ? 0 : a.notice_date < b.notice_date ? 1 : -1));
}

/** Returns a notice in one line: "Correction to release 2004-06, 2 August 2004: the base was that of May." */
export const noticeSaid = (notice: Notice): string => `${titleOf(notice)}, ${date(notice.notice_date)}: ${notice.text}`;

const titleOf = ({corrects_release}: Notice): string => `Correction to release ${corrects_release}`;

/** Returns what stands over the page at `path`; an empty text where nothing on it has been corrected. */
export function noticesOver(release: Pick<Release, "notices">, {path, document}: {path: string; document: Document}) {
  const found = noticesAt(release, path);
  if (found.length === 0) return document.createTextNode("");
  const h = builder(document);
  const lines = found.map((notice) =>
    h(
      "p",
      {},
      h("strong", {}, titleOf(notice)),
      ", ",
      h("time", {datetime: notice.notice_date}, date(notice.notice_date)),
      `: ${notice.text}`
    )
  );
  return h("aside", {class: "notice", role: "note", "aria-label": "Corrections"}, ...lines);
}

/** Returns every notice of a release, page by page, as a table; nothing where there is none. */
export function noticesTable(release: Release, {document}: {document: Document}): Node {
  const {notices} = release;
  if (notices.length === 0) return document.createTextNode("");
  return builder(document)(
    "div",
    {class: "below"},
    plainTable(notices, {document, caption: CAPTION, columns: COLUMNS, isStacked: true}),
    downloadLine({document, download: FILE, source: SOURCE})
  );
}

/** Returns that table as a download; none where there is no notice. */
export const noticesDownloads = ({notices}: Release): Download[] =>
  notices.length === 0 ? [] : [plainDownload(FILE, {title: CAPTION, source: SOURCE, rows: notices, columns: COLUMNS})];

/** Says whether anything has been corrected. */
export const noticesSentence = ({notices}: Pick<Release, "notices">): string =>
  notices.length === 0
    ? "No release has been corrected so far."
    : "Each correction also stands at the top of every page that it touches, and in the workbook of that page.";

const COLUMNS: readonly PlainColumn<Notice>[] = [
  {title: "Notice", value: ({notice_id}) => notice_id},
  {title: "Date", value: ({notice_date}) => date(notice_date)},
  {title: "Corrects release", value: ({corrects_release}) => corrects_release},
  {title: "Page", value: ({page}) => (page === EVERY_PAGE ? "every page" : page)},
  {title: "What was wrong", isLong: true, value: ({text}) => text},
  {title: "Source", value: ({source}) => source}
];
