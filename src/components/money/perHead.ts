import {aboutNumbers} from "../aboutNumbers.js";
import {breakdown, categoryOf} from "../breakdown.js";
import {csvName} from "../csvName.js";
import {builder} from "../element.js";
import {count, missing} from "../format.js";
import {groups} from "../groups.js";
import {type PlainColumn, plainDownload, plainTable} from "../plainTable.js";
import type {Download, Figure, Release} from "../release.js";
import {saidSynthetic} from "../saidSynthetic.js";
import {coverage} from "../select.js";
import {downloadLine} from "../tableBehind.js";
import {inReturns} from "../targets.js";
import {pounds} from "./costs.js";
import {shortLine} from "./outturn.js";

/** Money of one line set against the staff of the same areas: for each person, and for each full-time equivalent. */
export interface PerHead {
  line: string;
  what: string; // "allocated" or "spent"
  head: Figure;
  equivalent?: Figure;
}

/** Returns what the money comes to for each member of staff in England, by line: allocated, then spent. */
export function perHead(release: Pick<Release, "indicators">): PerHead[] {
  const found = breakdown(release, "FIN-04", {by: ["funding line"]});
  return [...groups(found, (figure) => `${lineOf(figure)}|${whatOf(figure)}`).values()].flatMap(
    (members): PerHead[] => {
      const head = members.find(({unit}) => unit.endsWith("per head"));
      const equivalent = members.find(({unit}) => unit.endsWith("equivalent"));
      return head ? [{line: lineOf(head), what: whatOf(head), head, equivalent}] : [];
    }
  );
}

/** Says what was allocated and spent per head, of the line of which both are known. */
export function perHeadSentence(release: Release): string {
  const rows = perHead(release);
  const spent = rows.find(({what, head}) => what === "spent" && head.value !== null);
  const allocated = rows.find(({what, line}) => what === "allocated" && line === spent?.line);
  if (!spent || spent.head.value === null || !allocated || allocated.head.value === null)
    return "What the money comes to per head is not known.";
  const where = spent.head.origin === "synthetic" ? "In the synthetic returns, " : "";
  const from = coverage(spent.head, "LEAs");
  return `${where}${spent.line} comes to ${pounds(allocated.head.value)} for each member of support staff, of which ${pounds(spent.head.value)} is spent so far${from ? `, by the returns of ${from}` : ""}. What schools spent of a grant delegated to them is not known, and so not given.`;
}

/** Returns the figures behind money per head. */
export const perHeadFigures = (release: Pick<Release, "indicators">): Figure[] =>
  perHead(release).flatMap(({head, equivalent}) => [head, ...(equivalent ? [equivalent] : [])]);

/** Returns the table of money per head, with its download; nothing without staff to set it against. */
export function perHeadTable(release: Release, {document}: {document: Document}): Node {
  const rows = perHead(release);
  if (rows.length === 0) return document.createTextNode("");
  const h = builder(document);
  const figures = perHeadFigures(release);
  return h(
    "div",
    {class: "below"},
    plainTable(rows, {
      document,
      caption: saidSynthetic(CAPTION, csvName(FILE, figures)),
      columns: perHeadColumns(release),
      isStacked: true
    }),
    aboutNumbers(figures, release, {document}),
    downloadLine({
      document,
      download: csvName(FILE, figures),
      source: `Source: funding and workforce returns${inReturns(figures) && " (synthetic)"}. Indicator FIN-04.`
    })
  );
}

/** Returns money per head as a download. */
export const perHeadDownloads = (release: Release): Download[] => [
  plainDownload(csvName(FILE, perHeadFigures(release)), {
    title: CAPTION,
    rows: perHead(release),
    columns: perHeadColumns(release)
  })
];

const FILE = "funding-per-head";
const CAPTION = "Money per member of support staff, England, financial year 2004–05";

const perHeadColumns = (release: Release): readonly PlainColumn<PerHead>[] => [
  {title: "Line", value: ({line}) => line},
  {title: "Money", value: ({what}) => what},
  {title: "£ per head", isNumber: true, value: ({head}) => head.value ?? missing(head, release), write: count},
  {
    title: "£ per full-time equivalent",
    isNumber: true,
    value: ({equivalent}) => (equivalent ? (equivalent.value ?? missing(equivalent, release)) : release.symbols.x),
    write: count
  },
  {title: "LEAs that returned", value: ({head}) => coverage(head, "LEAs") || "none needed"},
  {title: "Origin", value: ({head}) => head.origin}
];

const lineOf = (figure: Figure): string => shortLine(categoryOf(figure, "funding line") ?? "");
const whatOf = ({unit}: Figure): string => (unit.includes("spent") ? "spent" : "allocated");
