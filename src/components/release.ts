import type {PublishedRow} from "../../pipeline/contracts/published/table.js";
import type {PUBLISHED} from "../../pipeline/contracts/published/tables.js";
import type {REASONS, SYMBOLS} from "../../pipeline/contracts/symbols.js";
import type {Catalogue} from "../../pipeline/publish/catalogue.js";

/** The published tables, by name. */
export type Tables = {readonly [Name in keyof typeof PUBLISHED]: readonly PublishedRow<(typeof PUBLISHED)[Name]>[]};
type Row<Name extends keyof Tables> = Tables[Name][number];

export type Figure = Row<"indicators">;
export type Target = Row<"progress">;
export type TrajectoryMonth = Row<"trajectories">;
export type Milestone = Row<"milestones">;
export type Notice = Row<"notices">;
export type Vintage = Row<"vintages">;
export type Priority = Row<"priorities">;
export type FundingLine = Row<"funding_lines">;
export type Return = Row<"returns">;
export type Programme = Row<"programmes">;
export type Definition = Row<"definitions">;
export type ErrorCheck = Row<"error_checks">;
export type IntervalCoverage = Row<"interval_coverage">;
export type ComparisonFamily = Row<"comparison_families">;
export type Comparison = Row<"comparisons">;
export type Linkage = Row<"linkage">;
export type PolicyLine = Row<"policy">;
export type Origin = Figure["origin"];

/** What the words of symbols and reasons are; handed in, so that pages draw on the one list without reading it. */
export interface Words {
  symbols: typeof SYMBOLS;
  reasons: typeof REASONS;
}

/** Everything a page may show: the published tables, the words for what is missing, and the catalogue of what is published. */
export interface Release extends Tables, Words {
  catalogue: Catalogue;
}

/** What a page that is many is told apart by: {area: "YH"} for `areas/[area]`. */
export type Parameters = Readonly<Record<string, string>>;

/** What a page's mark gets beside the release. */
export interface MarkOptions {
  document: Document;
  parameters: Parameters;
  argument?: string; // the word after the name: {{name argument}}
}

/** Fills one `{{name}}` of a page: a string stands as text, a node as itself. */
export type Mark = (release: Release, options: MarkOptions) => string | Node;

/** A table offered beside a chart: the same rows as on the page. */
export interface Download {
  file: string; // "targets-synthetic.csv"
  rows: readonly (readonly (string | number | null)[])[]; // first the headings
  title?: string; // the table's caption, and the title of its sheet in the workbook
  source?: string;
  notes?: readonly string[]; // what to bear in mind, on the workbook's sheet of notes
}

/** What a page hands to the site: its marks, the origins of all it shows, and its downloads. */
export interface Page {
  marks: Readonly<Record<string, Mark>>; // `title` and `lead`, where they are texts, stand in link previews too
  origins(release: Release, parameters?: Parameters): ReadonlySet<Origin>;
  downloads?(release: Release, parameters?: Parameters): readonly Download[];
  sheets?(release: Release, parameters?: Parameters): readonly Download[]; // of its workbook alone, after the downloads
  workbook?(release: Release): string; // its file below the site, where that is not among the tables of pages
  parameters?(release: Release): readonly Parameters[]; // of a page that is many
  name?(release: Release, parameters: Parameters): string; // what tells one of many apart in the title of a window
  position?(release: Release): string; // what the footer says of its date and returns; the plan's unless told otherwise
}

/** A page in the list of all pages. */
export interface ListedPage {
  path: string; // "progress"; parameters in brackets: "areas/[area]"
  name: string;
  page: Page;
  place: "menu" | "foot" | "none"; // where every page links to it
}
