import {createHash} from "node:crypto";
import {ORIGINS} from "../contracts/origins.js";
import type {PublishedTable} from "../contracts/published/table.js";
import {SYMBOLS} from "../contracts/symbols.js";
import type {Row} from "../warehouse.js";
import {type DescribedColumn, describedColumns} from "./columns.js";
import type {Scope} from "./ees/families.js";

export interface WrittenFile {
  file: string; // below the folder of the release: "data/indicators.csv"
  bytes: number;
  sha256: string;
}

export interface CatalogueTable {
  table: string;
  title: string;
  row: string;
  description: string;
  key: readonly string[];
  rows: number;
  origins: Readonly<Record<string, number>>; // rows by origin, where the table has one
  coverage: {provisional: number; withheld: number; part_periods: number};
  warnings: readonly string[];
  columns: readonly DescribedColumn[];
  files: readonly WrittenFile[];
}

/** A file of open data, as readers choose it; its hashes stand with those of the table of figures. */
export interface OpenDataFile {
  title: string;
  scope: Scope;
  rows: number;
  files: readonly string[]; // data, metadata and description
}

/** Who answers for a release in its final form. */
export interface Signature {
  name: string;
  role: string;
  date: string; // 2004-07-15
}

export interface Catalogue {
  release: {
    tool: string;
    version: string;
    as_at: string;
    origin: "synthetic" | "real";
    signed_by: Signature | null; // null makes all that is written a draft; nothing else says whether it is one
    returns: {expected: number; received: number}; // by sender, collection and period
  };
  tables: readonly CatalogueTable[];
  open_data: readonly OpenDataFile[];
  warnings: readonly string[];
}

/** Symbols of what is known and not told. */
const HIDDEN: readonly string[] = ["c", "u"] satisfies (keyof typeof SYMBOLS)[];

/** Returns what the catalogue says of one table. */
export function catalogueTable(
  table: PublishedTable,
  {rows, files}: {rows: readonly Row[]; files: readonly WrittenFile[]}
): CatalogueTable {
  const origins = Object.fromEntries(
    Object.keys(ORIGINS)
      .map((origin) => [origin, rows.filter((row) => row.origin === origin).length] as const)
      .filter(([, number]) => number > 0)
  );
  const symbols = Object.values(table.symbols ?? {});
  const coverage = {
    provisional: rows.filter((row) => row.reliability === "provisional").length,
    withheld: rows.filter((row) => symbols.some((name) => name && HIDDEN.includes(String(row[name])))).length,
    part_periods: rows.filter((row) => row.is_part_period === true).length
  };
  return {
    table: table.table,
    title: table.title,
    row: table.row,
    description: table.description,
    key: table.key,
    rows: rows.length,
    origins,
    coverage,
    warnings: warnings({rows: rows.length, origins, coverage}),
    columns: describedColumns(table),
    files
  };
}

/** Tables of how a method did in simulated countries: synthetic in every release, and no figure about England. */
const TRIALS: readonly string[] = ["interval_coverage"];

/** Returns the catalogue of a release: no clock, no machine, only what was asked for and what was written. */
export function catalogue({
  tables,
  openData,
  version,
  asAt,
  signedBy = null,
  returns
}: {
  tables: readonly CatalogueTable[];
  openData: readonly OpenDataFile[];
  version: string;
  asAt: string;
  signedBy?: Signature | null;
  returns: Catalogue["release"]["returns"];
}): Catalogue {
  const isSynthetic = tables.some(({table, origins}) => !TRIALS.includes(table) && (origins.synthetic ?? 0) > 0);
  return {
    release: {
      tool: "uptake",
      version,
      as_at: asAt,
      origin: isSynthetic ? "synthetic" : "real",
      signed_by: signedBy,
      returns
    },
    tables,
    open_data: openData,
    warnings: isSynthetic ? ["Some of the figures are synthetic; the origin column says which."] : []
  };
}

/** Returns the catalogue's entry of a file. */
export function writtenFile(file: string, bytes: Uint8Array): WrittenFile {
  return {file, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex")};
}

function warnings({rows, origins, coverage}: Pick<CatalogueTable, "rows" | "origins" | "coverage">): string[] {
  const of = (number: number, what: string): string[] =>
    number > 0 ? [`${number} of ${rows} rows ${number === 1 ? "is" : "are"} ${what}.`] : [];
  return [
    ...of(origins.synthetic ?? 0, "synthetic"),
    ...of(origins.estimated ?? 0, "estimated: what they rest on has no source"),
    ...of(coverage.provisional, "provisional, since fewer than four in five senders have reported"),
    ...of(coverage.withheld, `${SYMBOLS.c.word} or ${SYMBOLS.u.speech}`),
    ...of(coverage.part_periods, "for a part of their period")
  ];
}
