import {randomNumbers} from "../../../bench/linkedTables.js";
import {type Column, openLinearProgram, type Row} from "../../../pipeline/gate/protect/linearProgram.js";
import {
  deviationsOf,
  freedom,
  type Need,
  needsOf,
  type SuppressOptions
} from "../../../pipeline/gate/protect/suppression.js";
import {tableOf} from "./tables.js";

/** More than any count of these tables can move. */
const MOST = 2000;

/**
 * The least cost of hiding by one whole program that holds every attack at once: for each cell to protect, a way for all
 * counts to go with it upward, and one downward. Slow, and written apart from the cuts.
 */
export async function leastCost(options: SuppressOptions): Promise<number> {
  const {cells, rows, places} = deviationsOf(options);
  const columns: Column[] = cells.map(({isHidden, weight = 1}) => ({
    lower: isHidden ? 1 : 0,
    upper: 1,
    cost: isHidden ? 0 : weight,
    isInteger: true
  }));
  const all: Row[] = [];
  const copy = (): number => {
    const first = columns.length;
    for (const [place, cell] of cells.entries()) {
      columns.push({lower: freedom(cell, true).lower, upper: MOST});
      all.push({columns: [first + place, place], factors: [1, -MOST], lower: Number.NEGATIVE_INFINITY, upper: 0});
      all.push({columns: [first + place, place], factors: [1, cell.count], lower: 0, upper: Number.POSITIVE_INFINITY});
    }
    for (const row of rows) all.push({...row, columns: row.columns.map((place) => first + place)});
    return first;
  };
  for (const need of options.needs) {
    const place = places.get(need.cell) ?? 0;
    const {up, down} = needsOf(cells[place] ?? {id: need.cell, count: 0}, need);
    const [above, below] = [copy() + place, copy() + place];
    all.push({columns: [above], factors: [1], lower: up, upper: MOST});
    all.push({columns: [below], factors: [-1], lower: down, upper: MOST});
    all.push({columns: [above, below], factors: [1, -1], lower: need.span ?? 0, upper: 2 * MOST});
  }
  const program = await openLinearProgram({columns, rows: all}, {gap: 1e-9});
  try {
    const {status, objective} = program.solve();
    return status === "optimal" ? objective : Number.NaN;
  } finally {
    program.dispose();
  }
}

/** A random table with its totals whose smallest counts are hidden; what a cell costs grows with its count. */
export function randomTable({
  rows,
  columns,
  primaries,
  seed,
  protect
}: {
  rows: number;
  columns: number;
  primaries: number;
  seed: number;
  protect: Omit<Need, "cell">;
}): SuppressOptions {
  const random = randomNumbers(seed);
  const counts = Array.from({length: rows}, () =>
    Array.from({length: columns}, () => 10 + Math.floor(random() ** 2 * 90))
  );
  for (let placed = 0; placed < primaries; ) {
    const [row, column] = [Math.floor(random() * rows), Math.floor(random() * columns)];
    const line = counts[row];
    if (line === undefined || (line[column] ?? 0) < 10) continue;
    line[column] = 1 + Math.floor(random() * 9);
    placed++;
  }
  const {cells, relations} = tableOf(counts);
  return {
    cells: cells.map(({id, count}) => ({
      id,
      count,
      isHidden: count < 10,
      weight: Math.round(Math.log10(count + 1) * 1000) / 1000
    })),
    relations,
    needs: cells.filter(({count}) => count < 10).map(({id}) => ({cell: id, ...protect}))
  };
}
