import {type CsvwColumn, csvw, SYMBOL_CODES} from "../csvw.js";
import type {DataFile} from "./dataFile.js";

const IDENTITY: Readonly<Record<string, string>> = {
  time_period: "Year, or years as 200304 for 2003-04",
  time_identifier: "What kind of year the period is, or which month",
  period_type: "Which kind of year, date or span the period is",
  period: "Period as the release writes it elsewhere",
  geographic_level: "Level of the area",
  country_code: "Code of the country",
  country_name: "Name of the country",
  region_code: "Code of the region; empty for England",
  region_name: "Name of the region; empty for England",
  local_lsc_code: "Code of the local LSC, of our own making since none was published; empty for other areas",
  local_lsc_name: "Name of the local LSC; empty for other areas",
  old_la_code: "Three-digit code of the local authority; empty for larger areas",
  new_la_code: "Nine-character code of the local authority; empty for larger areas",
  la_name: "Name of the local authority; empty for larger areas"
};
const NEVER_EMPTY: ReadonlySet<string> = new Set([
  "time_period",
  "time_identifier",
  "period_type",
  "period",
  "geographic_level",
  "country_code",
  "country_name"
]);

/** One column of a file, as the data dictionary has it. */
interface DescribedColumn {
  column: string;
  type: "Time and place" | "Filter" | "Indicator";
  label: string;
  unit: string;
  decimals: number | null;
}

/** Returns what each column of a file is, in order. */
function describeColumns({identity, filters, measures}: DataFile): DescribedColumn[] {
  return [
    ...identity.map((column) => ({
      column,
      type: "Time and place" as const,
      label: IDENTITY[column] ?? column,
      unit: "",
      decimals: null
    })),
    ...filters.map(({column, label}) => ({column, type: "Filter" as const, label, unit: "", decimals: null})),
    ...measures.map(({column, label, indicatorUnit, decimals}) => ({
      column,
      type: "Indicator" as const,
      label,
      unit: indicatorUnit,
      decimals
    }))
  ];
}

/** Returns the data dictionary of all files: a header, then a row for each column of each file. */
export function dictionaryRows(files: readonly DataFile[]): (string | number | null)[][] {
  return [
    ["file", "column", "type", "label", "unit", "decimals"],
    ...files.flatMap((file) =>
      describeColumns(file).map(({column, type, label, unit, decimals}) => [
        `${file.name}.csv`,
        column,
        type,
        label,
        unit,
        decimals
      ])
    )
  ];
}

/** Returns the dictionary's own description as CSV on the Web. */
export function dictionaryCsvw(licences: readonly string[]): string {
  return csvw({
    url: "data-dictionary.csv",
    title: "Data dictionary",
    description: "A row is one column of one file of open data.",
    licences,
    columns: [
      {name: "file", titles: ["file", "File"], datatype: "string", required: true},
      {name: "column", titles: ["column", "Column"], datatype: "string", required: true},
      {name: "type", titles: ["type", "What kind of column it is"], datatype: "string", required: true},
      {name: "label", titles: ["label", "What it holds"], datatype: "string", required: true},
      {name: "unit", titles: ["unit", "Unit of its numbers"], datatype: "string"},
      {name: "decimals", titles: ["decimals", "Decimals of its numbers"], datatype: "integer"}
    ],
    key: ["file", "column"]
  });
}

/** Returns a file's description as CSV on the Web. */
export function fileCsvw(file: DataFile, licences: readonly string[]): string {
  const columns = describeColumns(file).map(({column, type, label, decimals}): CsvwColumn => {
    const of = {name: column, titles: [column, label] as const};
    if (type === "Indicator") return {...of, datatype: decimals === 0 ? "integer" : "decimal", null: SYMBOL_CODES};
    const isFull = type === "Filter" || NEVER_EMPTY.has(column);
    return {...of, datatype: "string", ...(isFull ? {required: true} : {})};
  });
  return csvw({
    url: `${file.name}.csv`,
    title: file.title,
    description: "A row is a period, an area and a combination of filters; each indicator has columns of its own.",
    licences,
    columns,
    key: [
      ...file.identity.filter((column) => !column.startsWith("country_") && !column.endsWith("_name")),
      ...file.filters.map(({column}) => column)
    ]
  });
}
