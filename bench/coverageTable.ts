import {readColumns} from "../pipeline/contracts/cell.js";
import {intervalCoverage} from "../pipeline/contracts/reference/interval_coverage.js";
import type {Coverage} from "./coverageSummary.js";

/** Returns the text of `data/reference/interval_coverage.csv`. */
export function coverageTable(
  rows: readonly Coverage[],
  {from, count, code}: {from: number; count: number; code: string}
): string {
  const columns = readColumns(intervalCoverage).map(({name}) => name);
  const lines = rows.map((row) => {
    const cells: Readonly<Record<string, string>> = {
      indicator_id: row.indicator,
      kind_of_group: row.kind,
      interval: "95% Wilson on the effective base",
      seeds: `${from} to ${from + count - 1}`,
      seeds_count: String(row.seeds),
      intervals_count: String(row.intervals),
      covered_count: String(row.covered),
      covered_percent: row.percent.toFixed(1),
      lower: row.lower.toFixed(1),
      upper: row.upper.toFixed(1),
      bias_points: (Math.round(row.bias * 100) / 100 + 0).toFixed(2),
      error_ratio: row.errorRatio?.toFixed(2) ?? "",
      command: `npm run coverage -- --seeds ${count} --from ${from}`,
      code_sha256: code,
      basis: "project_assigned",
      source: "bench/coverage.ts"
    };
    return columns.map((name) => cells[name] ?? "").join(",");
  });
  return `${[columns.join(","), ...lines].join("\n")}\n`;
}
