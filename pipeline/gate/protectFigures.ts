import type {DuckDBConnection} from "@duckdb/node-api";
import type {Pair} from "../audit/published.js";
import {ratioOf, type Surface} from "../contracts/published/surface.js";
import {query} from "../warehouse.js";
import {type Cell, cellsOf, type GivenFigure, type Place} from "./cells.js";
import {otherCells} from "./otherCells.js";
import {POLICY} from "./policy.js";
import type {Relation} from "./protect/problem.js";
import {writeProtected} from "./protected.js";
import {type Protection, protectCells} from "./protection.js";
import {relationsOf} from "./relations.js";

export interface ProtectFiguresOptions {
  figures: readonly GivenFigure[];
  surface: Surface;
  seed: string;
  previous?: ReadonlyMap<string, number>;
}

/**
 * Protects every number of people that any table is about to publish, all of them together, and writes what may be shown
 * of each for the tables to draw from. Returns what it cost.
 */
export async function protectFigures(
  connection: DuckDBConnection,
  {figures, surface, seed, previous}: ProtectFiguresOptions
): Promise<Protection> {
  const {cells, places, names} = cellsOf(figures, surface);
  const parents = await areaParents(connection);
  const given = [...cells.values()];
  const relations = relationsOf(given, {surface, parents});
  const low = partsOfLow(given, relations);
  const others = await otherCells(connection, cells);
  const protection = await protectCells({
    cells: [...given.map((cell) => (low.has(cell.id) ? {...cell, isLow: true} : cell)), ...others.cells],
    relations: [...relations, ...others.relations],
    pairs: pairsOf(figures, {surface, places}),
    seed,
    previous: previous && byCell(previous, names)
  });
  await writeProtected(connection, {places, shown: protection.shown});
  return protection;
}

/** What was shown under any name of a cell is what was shown of it: more than the none supposed where nothing was. */
function byCell(previous: ReadonlyMap<string, number>, names: ReadonlyMap<string, string>): Map<string, number> {
  const shown = new Map(previous);
  for (const [name, cell] of names) {
    const before = previous.get(name);
    if (before !== undefined && before > (shown.get(cell) ?? -1)) shown.set(cell, before);
  }
  return shown;
}

/** What is shown as low whatever it might be rounded to has parts that are no more than low. */
function partsOfLow(cells: readonly Cell[], relations: readonly Relation[]): Set<string> {
  const low = new Set(cells.filter(({isLow}) => isLow).map(({id}) => id));
  const small = new Set(cells.filter(({count}) => count > 0 && count < POLICY.roundingBase).map(({id}) => id));
  const found = relations.flatMap(({terms, sense}) => {
    const total = terms.find(({factor}) => factor < 0);
    if (sense !== "equal" || !total || !low.has(total.cell)) return [];
    return terms.map(({cell}) => cell).filter((cell) => small.has(cell));
  });
  return new Set(found);
}

/** Returns the rates whose remainder is a number of people too: those who did not, of all who could. */
function pairsOf(
  figures: readonly GivenFigure[],
  {surface, places}: {surface: Surface; places: readonly Place[]}
): Pair[] {
  const cellIn = new Map(places.map(({figure_number: number, part, cell}) => [`${number} ${part}`, cell]));
  const pairs = new Map<string, Pair>();
  for (const figure of figures) {
    if (figure.treatment !== "rate" || !ratioOf(surface, figure)?.isShare) continue;
    const part = cellIn.get(`${figure.figure_number} numerator`);
    const whole = cellIn.get(`${figure.figure_number} denominator`);
    if (part && whole && part !== whole) pairs.set(`${part} of ${whole}`, {part, whole});
  }
  return [...pairs.values()];
}

async function areaParents(connection: DuckDBConnection): Promise<Map<string, string | null>> {
  const rows = await query(connection, "select area_code, parent_code from marts.areas");
  return new Map(rows.map((row) => [String(row.area_code), row.parent_code === null ? null : String(row.parent_code)]));
}
