import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Row, Value} from "../../warehouse.js";
import {type OpenDataFile, type WrittenFile, writtenFile} from "../catalogue.js";
import {csv} from "../csv.js";
import type {Figure} from "../figures.js";
import type {Name} from "../names.js";
import {dataFiles} from "./dataFiles.js";
import {dictionaryCsvw, dictionaryRows, fileCsvw} from "./describe.js";
import type {Scope} from "./families.js";
import {filterReader} from "./filters.js";
import {type Area, places} from "./geography.js";
import {type Definition, guidance} from "./guidance.js";
import {metadataRows} from "./metadata.js";

/** Tables without which the files cannot be written: the figures, and what their codes mean. */
const TABLES = ["indicators", "areas", "roles", "routes", "programmes", "definitions"] as const;

const FOLDER = "data/ees";
/** What the standard knows stands alone, so that a screener of the whole folder meets nothing else. */
const FOLDERS: Readonly<Record<Scope, string>> = {
  standard: FOLDER,
  local_lsc: `${FOLDER}/beside`,
  other_periods: `${FOLDER}/beside`
};
const GUIDANCE = `${FOLDER}/data-guidance`;
/** A spreadsheet takes text that begins so for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * Writes the figures as files of open data below `data/ees`, in the form of Explore Education Statistics, each with its
 * metadata and description, with a dictionary and guidance for all; nothing where one of the tables was not published.
 * Returns every file written, and what there is for readers. Throws where text could be read as a formula.
 */
export function writeOpenData(
  tables: ReadonlyMap<string, readonly Row[]>,
  {out, asAt, licences}: {out: string; asAt: string; licences: readonly string[]}
): {files: WrittenFile[]; openData: OpenDataFile[]} {
  if (TABLES.some((table) => !tables.has(table))) return {files: [], openData: []};
  const of = (table: (typeof TABLES)[number]): readonly Row[] => tables.get(table) ?? [];
  const written: WrittenFile[] = [];
  for (const folder of [...Object.values(FOLDERS), GUIDANCE]) mkdirSync(join(out, folder), {recursive: true});
  const definitions = of("definitions") as readonly Definition[];
  const files = dataFiles(of("indicators") as readonly Figure[], {
    places: places(of("areas") as readonly Area[]),
    items: filterReader({
      role_id: names(of("roles"), "role"),
      route_id: names(of("routes"), "route"),
      programme_id: names(of("programmes"), "programme"),
      priorities: titles(tables.get("priorities") ?? [], "priority_id"),
      targets: titles(tables.get("progress") ?? [], "target_id"),
      indicators: definitions.map(({indicator_id, indicator_name}) => ({id: indicator_id, name: indicator_name}))
    }),
    indicatorNames: new Map(definitions.map(({indicator_id, indicator_name}) => [indicator_id, indicator_name]))
  });
  const openData = files.map((file) => {
    const texts = file.identity.length + file.filters.length;
    const header = [...file.identity, ...file.filters.map(({column}) => column), ...file.measures.map(columnOf)];
    const path = `${FOLDERS[file.scope]}/${file.name}`;
    for (const row of file.rows) refuseFormulas(row.slice(0, texts), path);
    return {
      title: file.title,
      scope: file.scope,
      rows: file.rows.length,
      files: [
        write(`${path}.csv`, csv([header, ...file.rows])),
        write(`${path}.meta.csv`, table(metadataRows(file), path)),
        write(`${path}.csv-metadata.json`, fileCsvw(file, licences))
      ]
    };
  });
  write(`${GUIDANCE}/data-dictionary.csv`, table(dictionaryRows(files), GUIDANCE));
  write(`${GUIDANCE}/data-dictionary.csv-metadata.json`, dictionaryCsvw(licences));
  write(`${GUIDANCE}/data-guidance.md`, guidance(files, {definitions, licences, asAt}));
  return {files: written, openData};

  function write(file: string, text: string): string {
    writeFileSync(join(out, file), text);
    written.push(writtenFile(file, Buffer.from(text)));
    return file;
  }
}

const columnOf = ({column}: {column: string}): string => column;

function names(rows: readonly Row[], kind: "role" | "route" | "programme"): Name[] {
  return rows.map((row) => ({id: String(row[`${kind}_id`]), name: String(row[`${kind}_name`])}));
}

function titles(rows: readonly Row[], id: "priority_id" | "target_id"): Name[] {
  return rows.map((row) => ({id: String(row[id]), name: String(row.title)}));
}

function table(rows: readonly (readonly Value[])[], path: string): string {
  for (const row of rows) refuseFormulas(row, path);
  return csv(rows);
}

function refuseFormulas(cells: readonly Value[], path: string): void {
  for (const cell of cells) {
    if (typeof cell === "string" && FORMULA.test(cell)) throw new Error(`unsafe text: ${cell} in ${path}`);
  }
}
