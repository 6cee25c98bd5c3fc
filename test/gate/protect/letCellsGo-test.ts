import {describe, expect, it} from "vitest";
import {letCellsGo} from "../../../pipeline/gate/protect/letCellsGo.js";

const held = (count: number) => ({count, rest: count % 10, cost: 10 - 2 * (count % 10)});
const equal = (columns: readonly number[], amount: number) => ({
  columns,
  factors: columns.map(() => 1),
  lower: amount,
  upper: amount
});
/** Three pairs of 5s that must each go up once: an odd ring. */
const RING = [equal([0, 1], 1), equal([1, 2], 1), equal([2, 0], 1)];

describe("letCellsGo(cells, options)", () => {
  it("lets go what has no rounding, and keeps the rest whole", async () => {
    const rows = [...RING, equal([3, 4], 1)];
    const {solution, letGo} = await letCellsGo([5, 5, 5, 3, 7].map(held), {rows, base: 10});
    expect([...letGo]).toEqual([0, 1, 2]);
    expect(solution).toEqual([0.5, 0.5, 0.5, 0, 1]);
  });

  it("lets all go where a limit comes before an answer, and none where the counts break a row", async () => {
    const rows = RING;
    const {solution, letGo} = await letCellsGo([5, 5, 5].map(held), {rows, base: 10, iterationLimit: 0, nodeLimit: 0});
    expect({solution, letGo: [...letGo]}).toEqual({solution: [0.5, 0.5, 0.5], letGo: [0, 1, 2]});
    expect((await letCellsGo([5, 5].map(held), {rows: [equal([0, 1], 4)], base: 10})).solution).toEqual([]);
  });
});
