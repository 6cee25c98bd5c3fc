import {type Table, tableFromIPC} from "apache-arrow";
import {groups} from "../groups.js";
import type {Figure} from "../release.js";

/** The published figures, by indicator. */
export interface Cube {
  size: number; // figures in all
  ids: readonly string[]; // of the indicators that have any, in published order
  figures(indicator: string): readonly Figure[]; // none where it has none
}

/** Returns the cube of an Arrow file of figures. Rows are made when their indicator is first asked for. */
export function openCube(bytes: Uint8Array): Cube {
  const table = tableFromIPC(bytes);
  const runs = runsOf(table);
  const read = reader(table);
  const made = new Map<string, readonly Figure[]>();
  return {
    size: table.numRows,
    ids: [...runs.keys()],
    figures(indicator) {
      const known = made.get(indicator);
      if (known) return known;
      const rows = (runs.get(indicator) ?? []).flatMap(([from, to]) => read(from, to)) as unknown as Figure[];
      made.set(indicator, rows);
      return rows;
    }
  };
}

/** Returns the cube of rows that are there already. */
export function cubeOf(rows: readonly Figure[]): Cube {
  const found = groups(rows, ({indicator_id}) => indicator_id);
  return {size: rows.length, ids: [...found.keys()], figures: (indicator) => found.get(indicator) ?? []};
}

/** Returns the rows of an Arrow file, as plain values. */
export function arrowRows(bytes: Uint8Array): Record<string, unknown>[] {
  const table = tableFromIPC(bytes);
  return reader(table)(0, table.numRows);
}

type Run = readonly [from: number, to: number];

/** Where the rows of each indicator stand; the file is sorted by it, but nothing here needs that. */
function runsOf(table: Table): Map<string, Run[]> {
  const ids = table.getChild("indicator_id")?.memoize();
  const runs = new Map<string, Run[]>();
  for (let from = 0, at = 1; at <= table.numRows; ++at) {
    const id = String(ids?.get(from));
    if (at < table.numRows && ids?.get(at) === id) continue;
    const known = runs.get(id);
    if (known) known.push([from, at]);
    else runs.set(id, [[from, at]]);
    from = at;
  }
  return runs;
}

function reader(table: Table): (from: number, to: number) => Record<string, unknown>[] {
  const columns = table.schema.fields.map(({name}) => [name, table.getChild(name)?.memoize()] as const);
  return (from, to) => {
    const rows = [];
    for (let at = from; at < to; ++at) {
      const row: Record<string, unknown> = {};
      for (const [name, column] of columns) row[name] = plain(column?.get(at));
      rows.push(row);
    }
    return rows;
  };
}

function plain(value: unknown): unknown {
  if (value === undefined) return null;
  return typeof value === "bigint" ? Number(value) : value;
}
