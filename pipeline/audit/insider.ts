import {type AttackOptions, deriveRanges} from "./attack.js";
import {boundsOf, type Range} from "./published.js";

/**
 * Returns the ranges for people who know one record, their own: every cell that holds it has somebody in it. `records`
 * gives the cells of one record each; the answer has one map for each record that this tells more than the published
 * numbers say, by its place among the records. A record whose cells are all published as more than none tells nothing
 * new, and what others in a cell may be is one less at both ends: as many numbers as for everybody.
 */
export async function deriveInsiderRanges(
  records: readonly (readonly string[])[],
  options: AttackOptions
): Promise<Map<number, Map<string, Range>>> {
  const lowest = new Map(options.cells.map((cell) => [cell.id, boundsOf(cell).lower]));
  const answers = new Map<string, Map<string, Range>>();
  const found = new Map<number, Map<string, Range>>();
  for (const [place, record] of records.entries()) {
    const told = [...new Set(record)].filter((id) => lowestOf(lowest, id) < 1).sort();
    if (told.length === 0) continue;
    const key = JSON.stringify(told);
    const own = told.map((cell) => ({terms: [{cell, factor: 1}], lower: 1}));
    const ranges =
      answers.get(key) ?? (await deriveRanges({...options, constraints: [...(options.constraints ?? []), ...own]}));
    answers.set(key, ranges);
    found.set(place, ranges);
  }
  return found;
}

function lowestOf(lowest: ReadonlyMap<string, number>, id: string): number {
  const found = lowest.get(id);
  if (found === undefined) throw new Error(`unknown cell: ${id}`);
  return found;
}
