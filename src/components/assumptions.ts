import {builder} from "./element.js";
import {count} from "./format.js";
import {groups} from "./groups.js";
import {type PlainColumn, plainDownload, plainTable} from "./plainTable.js";
import type {Download, Release} from "./release.js";
import {downloadLine} from "./tableBehind.js";

const FILE = "what-is-assumed.csv";
const CAPTION = "What the rows of each table rest on";
const SOURCE = "Each published table carries the basis of every row.";

/** How many rows of a table rest on what. */
interface Basis {
  table: string;
  holds: string;
  rows: number;
  of: Readonly<Record<string, number>>;
}

/** Says how many rows of our own tables no source states. */
export function assumptionSentence(release: Release): string {
  const tables = bases(release);
  const sum = (names: readonly string[]): number =>
    tables.reduce((total, {of}) => total + names.reduce((rows, name) => rows + (of[name] ?? 0), 0), 0);
  const all = tables.reduce((total, {rows}) => total + rows, 0);
  return `Of ${count(all)} rows in the tables that sort and judge, a source states ${count(sum(["stated", "derived"]))}. We inferred ${count(sum(["inferred"]))}, set ${count(sum(["project_assigned"]))} ourselves, and found no source for ${count(sum(["unsourced"]))}. A figure that rests on such a table is called estimated.`;
}

/** Returns the tables with what their rows rest on, and the download. */
export function assumptionTable(release: Release, {document}: {document: Document}): Node {
  const h = builder(document);
  return h(
    "div",
    {class: "below"},
    plainTable(bases(release), {
      document,
      caption: CAPTION,
      columns: COLUMNS,
      isStacked: true
    }),
    downloadLine({document, download: FILE, source: SOURCE})
  );
}

/** Returns that table as a download. */
export const assumptionDownloads = (release: Release): Download[] => [
  plainDownload(FILE, {title: CAPTION, source: SOURCE, rows: bases(release), columns: COLUMNS})
];

function bases(release: Release): Basis[] {
  const tables: readonly [name: string, holds: string, rows: readonly {basis: string | null}[]][] = [
    ["areas", "Codes of areas, and which LEA lies in which local LSC", release.areas],
    ["roles", "Which route a role belongs to", release.roles],
    ["role_competences", "Level of each competence that a role requires", release.role_competences],
    ["role_profiles", "Which national job profile fits a role", release.role_profiles],
    ["role_qualifications", "Which qualification suits a role", release.role_qualifications],
    ["induction_map", "Which unit an induction module prepares for", release.induction_map],
    ["induction_levels", "What is left to cover after induction", release.induction_levels]
  ];
  return tables.map(([table, holds, rows]) => {
    const of = [...groups(rows, ({basis}) => basis ?? "unsourced")].map(([basis, all]) => [basis, all.length]);
    return {table, holds, rows: rows.length, of: Object.fromEntries(of)};
  });
}

const number = (title: string, basis: string): PlainColumn<Basis> => ({
  title,
  isNumber: true,
  value: ({of}) => of[basis] ?? 0,
  write: count
});

const COLUMNS: readonly PlainColumn<Basis>[] = [
  {title: "What it says", value: ({holds}) => holds},
  {title: "Table", value: ({table}) => table},
  {title: "Rows", isNumber: true, value: ({rows}) => rows, write: count},
  number("Stated", "stated"),
  number("Inferred by us", "inferred"),
  number("Set by us", "project_assigned"),
  number("No source", "unsourced")
];
