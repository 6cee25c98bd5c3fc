import type {DuckDBConnection} from "@duckdb/node-api";
import {literal, query} from "../warehouse.js";
import type {Cell} from "./cells.js";
import {POLICY} from "./policy.js";
import type {Relation} from "./protect/problem.js";
import {columnsOf} from "./tables.js";

/** Numbers of people, or of rows about them, in published tables other than that of figures. */
interface Source {
  table: string;
  key: readonly string[];
  /** By column of the mart, the column that says why there is no number; null where none does. */
  columns: Readonly<Record<string, string | null>>;
}

const SOURCES: readonly Source[] = [
  {table: "progress", key: ["target_id"], columns: {actual_count: "symbol", baseline_count: null, recent_count: null}},
  {table: "trajectories", key: ["target_id", "month"], columns: {observed_count: "symbol"}},
  {
    table: "returns",
    key: ["collection", "period", "sender_id"],
    columns: {rows_used_count: null, rows_held_count: "rows_held_symbol"}
  }
];

/**
 * Returns the numbers of people that stand in other tables than the figures, and what binds them to each other: what has
 * been counted up to a month is never above what has been counted up to the next.
 */
export async function otherCells(
  connection: DuckDBConnection,
  figures: ReadonlyMap<string, Cell>
): Promise<{cells: Cell[]; relations: Relation[]}> {
  const cells: Cell[] = [];
  for (const source of SOURCES) {
    const given = await columnsOf(connection, `marts.${source.table}`);
    for (const column of Object.keys(source.columns).filter((name) => given.includes(name))) {
      const rows = await query(
        connection,
        `
select ${cellSql({...source, column})} as id, ${column}::double as count
from marts.${source.table}
where ${column} is not null
order by id`
      );
      for (const {id, count} of rows)
        cells.push({...NO_PLACE, id: String(id), quantity: `${source.table} ${column}`, count: Number(count)});
    }
  }
  return {cells, relations: [...risesOf(cells), ...(await targetRelations(connection, {cells, figures}))]};
}

/**
 * Returns what those tables of an earlier release showed of each cell. A number that is missing without a word had been
 * rounded to none, or there was none.
 */
export function otherShown(
  tables: ReadonlyMap<string, readonly Readonly<Record<string, unknown>>[]>
): Map<string, number> {
  const shown = new Map<string, number>();
  for (const {table, key, columns} of SOURCES)
    for (const row of tables.get(table) ?? [])
      for (const [column, symbol] of Object.entries(columns)) {
        const number = column === "recent_count" ? recentCount(row) : row[column];
        const isLow = symbol === null || row[symbol] === "low";
        const id = [`${table} ${column}`, ...key.map((name) => row[name])].join("|");
        if (typeof number === "number") shown.set(id, number);
        else if (isLow) shown.set(id, 0);
      }
  return shown;
}

/** What was counted in the last three months is published a month, from its rounded number. */
function recentCount({recent_monthly_count: monthly}: Readonly<Record<string, unknown>>): number | undefined {
  const {roundingBase: base} = POLICY;
  return typeof monthly === "number" ? Math.round((3 * monthly) / base) * base : undefined;
}

/** Returns SQL for the rounded number of a cell in one of those tables; null where there is none, or it is hidden. */
export function protectedCount(table: string, {column, row = table}: {column: string; row?: string}): string {
  const source = SOURCES.find((candidate) => candidate.table === table);
  if (!source) throw new Error(`unknown table: ${table}`);
  const id = cellSql({...source, column, row});
  return `(select max(protected_cells.rounded) from protected_cells where protected_cells.cell = ${id} and not is_hidden)`;
}

function cellSql({
  table,
  key,
  column,
  row = table
}: {
  table: string;
  key: readonly string[];
  column: string;
  row?: string;
}): string {
  return `concat_ws('|', ${literal(`${table} ${column}`)}, ${key.map((name) => `${row}.${name}`).join(", ")})`;
}

/** What is counted towards a target is one number wherever it stands, and with what is left of it makes up the target. */
async function targetRelations(
  connection: DuckDBConnection,
  {cells, figures}: {cells: readonly Cell[]; figures: ReadonlyMap<string, Cell>}
): Promise<Relation[]> {
  const targets = await query(connection, "select target_id, target_value from marts.progress order by target_id");
  const actual = new Map(
    cells.filter(({quantity}) => quantity === "progress actual_count").map((cell) => [targetOf(cell), cell])
  );
  return targets.flatMap(({target_id: id, target_value: target}): Relation[] => {
    const counted = actual.get(String(id));
    const beside = [...figures.values()].filter(({breakdowns}) =>
      breakdowns.some(([name, value]) => name === "target" && value === id)
    );
    if (!counted) return [];
    const sum = (factor: number, cell: Cell, amount: number): Relation => ({
      terms: [
        {cell: counted.id, factor: 1},
        {cell: cell.id, factor}
      ],
      sense: "equal",
      amount
    });
    const last = cells.filter((cell) => cell.quantity === OBSERVED && targetOf(cell) === String(id)).at(-1);
    const same = last && last.count === counted.count ? [sum(-1, last, 0)] : [];
    const withFigures = beside.flatMap((cell) => {
      if (cell.quantity === "counted towards a target") return [sum(-1, cell, 0)];
      const isLeft = cell.quantity.endsWith("still to reach") && counted.count + cell.count === Number(target);
      return isLeft ? [sum(1, cell, Number(target))] : [];
    });
    return [...same, ...withFigures];
  });
}

const OBSERVED = "trajectories observed_count";
const NO_PLACE = {periodType: "", period: "", area: "", breakdowns: [], isPublic: false, isLow: false};

/** Cells of one target stand in the order of their months, since the identifier ends with the month. */
function risesOf(cells: readonly Cell[]): Relation[] {
  const observed = cells.filter(({quantity}) => quantity === OBSERVED);
  return observed.slice(1).flatMap((cell, index): Relation[] => {
    const before = observed[index];
    if (!before || targetOf(before) !== targetOf(cell)) return [];
    return [
      {
        terms: [
          {cell: before.id, factor: 1},
          {cell: cell.id, factor: -1}
        ],
        sense: "at_most"
      }
    ];
  });
}

const targetOf = ({id}: Cell): string => id.split("|")[1] ?? "";
