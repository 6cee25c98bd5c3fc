import type {DuckDBConnection} from "@duckdb/node-api";
import {SURFACE} from "../contracts/published/figureTables.js";
import type {Surface} from "../contracts/published/surface.js";
import type {PublishedTable} from "../contracts/published/table.js";
import {PUBLISHED_TABLES} from "../contracts/published/tables.js";
import {passChanges} from "./changes.js";
import {passComparisons} from "./comparisons.js";
import {passFiles, passProgress, passReturns} from "./counts.js";
import {gatherFigures} from "./figures.js";
import {passIndicators} from "./indicators.js";
import {inspectTable} from "./inspect.js";
import {passLinkage} from "./linkage.js";
import {POLICY} from "./policy.js";
import {passPolicy} from "./policyTable.js";
import {protectFigures} from "./protectFigures.js";
import {passProvenance, type TracedModel} from "./provenance.js";
import {fillTable} from "./tables.js";
import {passTrajectories} from "./trajectories.js";
import {passVintages} from "./vintages.js";

export interface GateOptions {
  models: readonly TracedModel[]; // what made the marts, for provenance
  asAt?: string; // the date that the progress table must describe
  seed?: string; // the secret that decides between equally good roundings
  surface?: Surface; // the tables that may be published
  before?: string; // the data folder of the release before, for what has changed since
  previous?: ReadonlyMap<string, number>; // what the release before showed, by cell
}

export interface GateResult {
  figures: number; // rows of published.indicators
  rows: Readonly<Record<string, number>>; // rows of each published table
}

/** Writes every `published.<table>` from the marts, as `policy.ts` says; nothing else writes them. */
export async function passGate(connection: DuckDBConnection, options: GateOptions): Promise<GateResult> {
  const {models, asAt, seed = "", surface = SURFACE, before, previous} = options;
  await connection.run("create schema if not exists published");
  await passProvenance(connection, models);
  const figures = await gatherFigures(connection, surface);
  const protection = await protectFigures(connection, {figures, surface, seed, previous});
  await passIndicators(connection, surface);
  await passChanges(connection, before);
  await passVintages(connection, before);
  await passProgress(connection, {asAt});
  await passTrajectories(connection);
  await passComparisons(connection);
  await passLinkage(connection);
  await passReturns(connection);
  await passFiles(connection);
  await passPolicy(connection, protection, {surface});
  for (const table of PUBLISHED_TABLES) if (table.table in POLICY.tables) await passTable(connection, table);
  const rows: Record<string, number> = {};
  for (const table of PUBLISHED_TABLES) rows[table.table] = await inspectTable(connection, table);
  return {figures: rows.indicators ?? 0, rows};
}

/** Passes a mart of facts as it is; its columns must be the published ones. */
async function passTable(connection: DuckDBConnection, table: PublishedTable): Promise<void> {
  await fillTable(connection, {
    table,
    select: `select ${table.columns.join(", ")} from marts.${table.table}`
  });
}
