import {type Column, openLinearProgram, type Row} from "../../pipeline/gate/protect/linearProgram.js";
import type {Shown} from "../../pipeline/gate/protected.js";
import type {Linked} from "./linkedCells.js";

/**
 * Returns how far apart in whole numbers the least and the greatest of each sum of cells can be for a reader of what is
 * shown, both ends counted. Written apart from the attacker: whole programs, each hidden cell with a rounded number of
 * its own so that the rounded numbers add up. Where no multiples of ten do, any numbers may.
 */
export async function feasibleNumbers(given: Linked, asked: Asked): Promise<number[]> {
  return (await numbersWith(given, {...asked, areTens: true})) ?? (await numbersWith(given, asked)) ?? [];
}

interface Asked {
  shown: ReadonlyMap<string, Shown>;
  asked: readonly (readonly [cell: string, factor: number][])[];
  areTens?: boolean;
}

async function numbersWith(
  {cells, relations}: Linked,
  {shown, asked, areTens = false}: Asked
): Promise<number[] | undefined> {
  const columns: Column[] = [];
  const rows: Row[] = [];
  const places = new Map<string, number>();
  const tens = new Map<string, number>();
  for (const {id, count} of cells) {
    const {rounded = 0, isHidden} = shown.get(id) ?? {isHidden: true};
    const most = rounded === 0 && count > 0 ? 9 : rounded === 0 ? 0 : rounded + 9;
    places.set(id, columns.length);
    columns.push({
      lower: isHidden ? 0 : Math.max(0, count > 0 ? rounded - 9 : 0, count > 0 ? 1 : 0),
      upper: isHidden ? 1e4 : most,
      isInteger: true
    });
    if (!isHidden) continue;
    tens.set(id, columns.length);
    columns.push({lower: 0, upper: 1e3, isInteger: areTens});
    rows.push({columns: [columns.length - 2, columns.length - 1], factors: [1, -10], lower: -9, upper: 9});
  }
  for (const {terms, sense, amount = 0} of relations) {
    const factors = terms.map(({factor}) => factor);
    const own = terms.map(({cell}) => places.get(cell) ?? 0);
    rows.push({columns: own, factors, lower: sense === "equal" ? amount : Number.NEGATIVE_INFINITY, upper: amount});
    const hidden = terms.filter(({cell}) => tens.has(cell));
    if (sense !== "equal" || hidden.length === 0) continue;
    const seen = terms
      .filter(({cell}) => !tens.has(cell))
      .reduce((total, {cell, factor}) => total + factor * (shown.get(cell)?.rounded ?? 0), 0);
    rows.push({
      columns: hidden.map(({cell}) => tens.get(cell) ?? 0),
      factors: hidden.map(({factor}) => 10 * factor),
      lower: amount - seen,
      upper: amount - seen
    });
  }
  const program = await openLinearProgram({columns, rows}, {gap: 1e-9});
  try {
    if (program.solve().status !== "optimal") return;
    return asked.map((sum) => {
      for (const [cell, factor] of sum) program.setCost(places.get(cell) ?? 0, factor);
      const [least, most] = [program.solve("minimise"), program.solve("maximise")];
      for (const [cell] of sum) program.setCost(places.get(cell) ?? 0, 0);
      if (least.status !== "optimal" || most.status !== "optimal") return 0;
      return Math.round(most.objective) - Math.round(least.objective) + 1;
    });
  } finally {
    program.dispose();
  }
}
