import type {DuckDBConnection} from "@duckdb/node-api";
import type {Margin} from "./margin.js";
import {type RakeOptions, type RakeReport, rake} from "./rake.js";

export interface PostStratifyOptions extends Omit<RakeOptions, "margins" | "differingTotals">, Margin {}

/**
 * Post-stratifies weights: each post-stratum, a combination of `columns`, is brought to its total in one step. The
 * arguments, the trimming, the refusals and the report are those of `rake`. Holt and Smith (1979), JRSS A 142, 33–46.
 */
export async function postStratify(connection: DuckDBConnection, options: PostStratifyOptions): Promise<RakeReport> {
  const {columns, totals, ...others} = options;
  return await rake(connection, {...others, margins: [{columns, totals}]});
}
