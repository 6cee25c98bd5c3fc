import {keyFigures} from "../../src/components/keyFigures.js";
import {signedOff} from "../../src/components/signedOff.js";
import type {Claim} from "../claims/claim.js";
import {drawn} from "../claims/drawn.js";
import {claimList, sentences} from "../prose.js";
import type {Report, Section, Summary} from "../report.js";
import {block, type Gathered} from "./blocks.js";
import {isElement} from "./inline.js";
import {content, quoted} from "./source.js";

/** A document for the Typst compiler. */
export interface TypstDocument {
  source: string; // to stand after the template
  pictures: ReadonlyMap<string, string>; // SVG by file name
  headings: readonly Claim[]; // what the headings of its charts and tables claim
}

/** Returns a report as Typst: cover, contents, summary, numbered sections, and the tables behind its charts as an annex. */
export function typstDocument(report: Report, {document}: {document: Document}): TypstDocument {
  const gathered: Gathered = {pictures: new Map(), tables: []};
  const claimed: Claim[] = [];
  const sections = report.sections.map((section) => {
    const {nodes, headings} = drawn(section, {document, charts: report.charts});
    claimed.push(...headings);
    return sectionOf(section, {document, gathered, nodes, isShort: report.isShort});
  });
  const {notices = []} = report;
  const source = [
    `#show: ${report.isShort ? "pack" : "report"}.with(
  title: ${quoted(report.title)},
  subtitle: ${quoted(report.subtitle)},
  lead: ${report.isShort ? content(report.lead) : lines([report.lead, ...notices])},
  date: ${asDate(report.asAt)},
  standing: ${quoted(signedOff(report.signedBy))},
  draft: ${report.signedBy === null},
  synthetic: ${report.isSynthetic},
)
`,
    ...(report.isShort && notices.length > 0 ? [`#note${lines(notices)}\n`] : []),
    ...(report.summary ? [summaryOf(report.summary, {document, gathered})] : []),
    ...sections,
    annex(gathered)
  ].join("\n");
  return {source, pictures: gathered.pictures, headings: claimed};
}

/** Lines with a blank one between them: what a cover says is one paragraph. */
const lines = (texts: readonly string[]): string =>
  `[${texts.map((text) => `#${quoted(text)}`).join("#linebreak()#linebreak()")}]`;

function summaryOf(summary: Summary, {document, gathered}: {document: Document; gathered: Gathered}): string {
  const parts = [
    keyFigures(summary.figures, {document}),
    claimList(summary.claims, {document}),
    summary.table({document})
  ];
  return `#summary[\n${parts.map((part) => block(part, {gathered, level: 2})).join("")}]\n`;
}

function sectionOf(
  {id, title, claims}: Section,
  {
    document,
    gathered,
    nodes: body,
    isShort = false
  }: {document: Document; gathered: Gathered; nodes: readonly Node[]; isShort?: boolean}
): string {
  const said = claims.length === 0 ? [] : isShort ? sentences(claims, {document}) : [claimList(claims, {document})];
  const first = body.findIndex((part) => isElement(part) && part.matches("section"));
  const parts = [
    ...said.map((part) => block(part, {gathered, level: 2})),
    ...body.map((part, index) =>
      block(part, {gathered, level: 2, tallest: index === first ? BESIDE_CLAIMS : undefined})
    )
  ];
  return `${isShort ? "" : `#heading(level: 1)${content(title)} <section-${id}>\n\n`}${parts.join("")}`;
}

/** The first chart stands on one page with what its section claims. */
const BESIDE_CLAIMS = 0.72;

/** Tables that are too wide come last, so that the paper is turned once. */
function annex({tables}: Gathered): string {
  if (tables.length === 0) return "";
  const sources = (isWanted: boolean): string =>
    tables.flatMap(({source, isAcross}) => (isAcross === isWanted ? [source] : [])).join("\n");
  const across = sources(true);
  return `#heading(level: 1)[Annexed tables]

The numbers behind each chart, row by row as the site and its files have them.

${sources(false)}${across === "" ? "" : `#page(flipped: true)[\n${across}]\n`}`;
}

/** "datetime(year: 2004, month: 6, day: 30)" */
function asDate(iso: string): string {
  const [year, month, day] = iso.split("-").map(Number);
  return `datetime(year: ${year}, month: ${month}, day: ${day})`;
}
