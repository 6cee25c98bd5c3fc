import type {Signature} from "../pipeline/publish/catalogue.js";
import type {KeyFigure} from "../src/components/keyFigures.js";
import type {Claim} from "./claims/claim.js";
import type {Charts} from "./claims/drawn.js";

/** A report: what its page and its PDF are both made from. */
export interface Report {
  title: string;
  subtitle: string;
  lead: string; // what the cover says first
  asAt: string; // the date that it describes, 2004-06-30
  signedBy: Signature | null; // null makes it a draft
  isSynthetic: boolean; // whether any cell in it is
  notices?: readonly string[]; // what it puts right of earlier releases, each in one line
  isShort?: boolean; // a few pages, without cover, contents and annex
  summary?: Summary;
  sections: readonly Section[];
  charts: Charts; // what the headings of its charts and tables are held against
}

/** What stands on the one page of the summary. */
export interface Summary {
  figures: readonly KeyFigure[];
  claims: readonly Claim[];
  table(options: {document: Document}): Node;
}

/** A numbered section: what it claims, then what shows it. */
export interface Section {
  id: string;
  title: string;
  claims: readonly Claim[];
  draw(options: {document: Document}): readonly Node[]; // paragraphs, lists, tables and charts, as the components of the site make them
}

/** Returns every claim of a report, in reading order. */
export const claimsOf = ({summary, sections}: Pick<Report, "summary" | "sections">): Claim[] => [
  ...(summary?.claims ?? []),
  ...sections.flatMap(({claims}) => claims)
];
