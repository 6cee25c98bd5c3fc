import type {DuckDBConnection} from "@duckdb/node-api";
import {type GateOptions, passGate} from "../../pipeline/gate/gate.js";
import {query, type Row} from "../../pipeline/warehouse.js";
import {figure, MODELS, makeMarts} from "./marts.js";

export type Tables = Readonly<Record<string, readonly Row[]>>;

export interface PassOptions extends Omit<GateOptions, "models"> {
  figures: readonly Row[];
  tables?: Tables;
}

/** Passes figures through the gate and returns them in their order; a later call begins afresh. */
export async function passFigures(
  connection: DuckDBConnection,
  {figures, tables = {}, ...options}: PassOptions
): Promise<Row[]> {
  await connection.run("drop schema if exists marts cascade; drop schema if exists raw cascade");
  const rows = figures.map((given, index) => figure({period: String(100_000 + index), ...given}));
  await makeMarts(connection, {"marts.starts": rows, ...tables});
  await passGate(connection, {models: MODELS, ...options});
  return query(connection, "select * from published.indicators order by period, period_type, unit");
}
