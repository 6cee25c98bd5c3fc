import type {DuckDBConnection} from "@duckdb/node-api";
import {readColumns} from "../contracts/cell.js";
import type {Contract} from "../contracts/contract.js";
import type {Statement} from "../contracts/rule.js";
import {query} from "../warehouse.js";
import {quoted} from "./statement.js";

/** What stands in the reference tables. */
export interface References {
  /** Returns whether the table has a row with these values, column by column. */
  has(table: string, values: Readonly<Record<string, string>>): boolean;
}

/** Reads from schema reference what the contract's columns and rules look up there. */
export async function readReferences(connection: DuckDBConnection, contract: Contract): Promise<References> {
  const listings = new Map<string, Set<string>>();
  for (const {table, columns} of lookups(contract)) {
    const name = listingName(table, columns);
    if (listings.has(name)) continue;
    const rows = await query(
      connection,
      `select ${columns.map((column) => `${quoted(column)}::varchar as ${quoted(column)}`).join(", ")} from reference.${quoted(table)}`
    );
    listings.set(name, new Set(rows.map((row) => JSON.stringify(columns.map((column) => row[column])))));
  }
  return {
    has(table, values) {
      const listing = listings.get(listingName(table, Object.keys(values)));
      if (!listing) throw new Error(`unknown listing: ${listingName(table, Object.keys(values))}`);
      return listing.has(JSON.stringify(Object.values(values)));
    }
  };
}

/** Columns of a reference table that are looked up together. */
export interface Lookup {
  table: string;
  columns: readonly string[];
}

/** Returns what the contract's columns and rules look up in reference tables. */
export function lookups(contract: Contract): readonly Lookup[] {
  return [
    ...readColumns(contract).flatMap(({meta: {reference}}) =>
      reference ? [{table: reference.table, columns: [reference.column]}] : []
    ),
    ...contract.rules.flatMap(({statement}) => lookupsIn(statement))
  ];
}

function listingName(table: string, columns: readonly string[]): string {
  return `${table}(${columns.join(", ")})`;
}

function lookupsIn(statement: Statement): readonly Lookup[] {
  if (statement.kind === "listed") return [{table: statement.table, columns: Object.keys(statement.columns)}];
  if (statement.kind === "not") return lookupsIn(statement.of);
  return statement.kind === "all" || statement.kind === "any" ? statement.of.flatMap(lookupsIn) : [];
}
