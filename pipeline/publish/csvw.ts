import type {PublishedTable} from "../contracts/published/table.js";
import {SYMBOLS} from "../contracts/symbols.js";
import {describedColumns} from "./columns.js";

/** A column as CSV on the Web describes it. */
export interface CsvwColumn {
  name: string;
  titles: readonly [header: string, title: string];
  "dc:description"?: string;
  datatype: "string" | "boolean" | "integer" | "decimal" | "date";
  required?: true;
  null?: readonly string[]; // what stands where there is no value
}

export interface CsvwTable {
  url: string; // of the CSV file, beside the description
  title: string;
  description: string;
  licences: readonly string[];
  columns: readonly CsvwColumn[];
  key: readonly string[];
}

export const SYMBOL_CODES: readonly string[] = Object.keys(SYMBOLS);

const DATATYPES: Readonly<Record<string, CsvwColumn["datatype"]>> = {
  text: "string",
  boolean: "boolean",
  integer: "integer",
  number: "decimal"
};
const LICENCES: Readonly<Record<string, string>> = {
  "OGL-UK-3.0": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
  "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/"
};

/** Returns the description of a CSV file as JSON text, by the W3C's "Metadata Vocabulary for Tabular Data". */
export function csvw({url, title, description, licences, columns, key}: CsvwTable): string {
  const metadata = {
    "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
    url,
    "dc:title": title,
    "dc:description": description,
    "dc:license": licences.flatMap(licenceAddresses).map((address) => ({"@id": address})),
    "dc:rights": `Used under the licences of what the figures rest on: ${licences.join("; ")}.`,
    dialect: {
      encoding: "utf-8",
      delimiter: ",",
      quoteChar: '"',
      doubleQuote: true,
      header: true,
      headerRowCount: 1,
      lineTerminators: ["\n"],
      skipBlankRows: false
    },
    tableSchema: {columns, primaryKey: key}
  };
  return `${JSON.stringify(metadata, null, 2)}\n`;
}

/** Returns the description of a published table's CSV file. */
export function tableCsvw(table: PublishedTable, licences: readonly string[]): string {
  const optional = new Set<string>(table.optional ?? []);
  const columns = describedColumns(table).map(({column, title, description, type}): CsvwColumn => {
    const [kind = "text", mark] = type.split(" or ");
    return {
      name: column,
      titles: [column, title],
      "dc:description": optional.has(column) ? `${description} May be empty.` : description,
      datatype: DATATYPES[kind] ?? "string",
      ...(mark ? {null: ["", ...SYMBOL_CODES]} : {})
    };
  });
  const {title, key, row, description} = table;
  return csvw({
    url: `${table.table}.csv`,
    title,
    description: `A row is ${row}. ${description}`,
    licences,
    columns,
    key
  });
}

/** Returns the addresses of the licences that a line of the ledger names. */
function licenceAddresses(licence: string): string[] {
  return Object.entries(LICENCES)
    .filter(([name]) => licence.includes(name))
    .map(([, address]) => address);
}
