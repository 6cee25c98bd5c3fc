import {readFileSync} from "node:fs";
import {join} from "node:path";
import {tableFromIPC} from "apache-arrow";
import type {Release, Tables, Words} from "./release.js";

const NAMES: readonly (keyof Tables)[] = [
  "indicators",
  "progress",
  "trajectories",
  "milestones",
  "priorities",
  "funding_lines",
  "returns",
  "programmes",
  "areas",
  "definitions",
  "comparison_families",
  "comparisons",
  "error_checks",
  "interval_coverage",
  "linkage",
  "policy",
  "roles",
  "role_competences",
  "role_profiles",
  "role_qualifications",
  "induction_map",
  "induction_levels",
  "files"
];

/** Reads the published tables in `folder`, one Arrow file each, as plain rows. */
export function readRelease(folder: string, words: Words): Release {
  const tables = Object.fromEntries(NAMES.map((name) => [name, rows(join(folder, `${name}.arrow`))]));
  return {...(tables as unknown as Tables), ...words};
}

function rows(file: string): Record<string, unknown>[] {
  const table = tableFromIPC(readFileSync(file));
  const columns = table.schema.fields.map(({name}) => [name, table.getChild(name)] as const);
  return Array.from({length: table.numRows}, (_, index) =>
    Object.fromEntries(columns.map(([name, column]) => [name, plain(column?.get(index))]))
  );
}

function plain(value: unknown): unknown {
  if (value === undefined) return null;
  return typeof value === "bigint" ? Number(value) : value;
}
