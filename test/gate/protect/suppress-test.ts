import {describe, expect, it} from "vitest";
import {deriveRanges} from "../../../pipeline/audit/attack.js";
import type {Range} from "../../../pipeline/audit/published.js";
import {suppress} from "../../../pipeline/gate/protect/suppress.js";
import {suppressExactly} from "../../../pipeline/gate/protect/suppressExactly.js";
import type {Need, SuppressOptions} from "../../../pipeline/gate/protect/suppression.js";
import {sum, tableOf} from "./tables.js";
import {leastCost, randomTable} from "./wholeProgram.js";

describe("suppress(options)", () => {
  it("hides three more cells of a table for one, so that each line has two", async () => {
    const options = hiding(["r0c0"], {
      table: tableOf([
        [3, 20, 30],
        [40, 50, 60],
        [70, 80, 90]
      ]),
      protect: {span: 5}
    });
    const {hidden, cost, unprotected} = await suppress(options);
    expect({count: hidden.length, cost, unprotected}).toEqual({count: 3, cost: 3, unprotected: []});
    expect((await rangesOf(options, hidden)).get("r0c0")?.values).toBeGreaterThanOrEqual(6);
  });

  it("adds one cell to sdcTable's nine", async () => {
    const table = tableOf([
      [30, 47, 64, 89],
      [90, 124, 5, 31],
      [92, 100, 59, 85],
      [800, 991, 651, 685]
    ]);
    const nine = ["r0c0", "r0c1", "r0c2", "r1c0", "r1c2", "r2c1", "r2c3", "r3c1", "r3c3"];
    const options = hiding(nine, {table, protect: {span: 1}});
    const {hidden, unprotected} = await suppress(options);
    expect(unprotected).toEqual([]);
    expect(hidden).toHaveLength(1);
    expect((await rangesOf(options, hidden)).get("r0c1")?.values).toBeGreaterThan(1);
  });

  it("names what cannot be protected: the one cell of a whole that must be shown", async () => {
    const cells = [
      {id: "whole", count: 4, mustShow: true},
      {id: "only", count: 4, isHidden: true}
    ];
    const options = {cells, relations: [sum("whole", ["only"])], needs: [{cell: "only", span: 4}]};
    expect(await suppress(options)).toEqual({hidden: [], cost: 0, unprotected: ["only"]});
    expect((await suppressExactly(options)).status).toBe("failed");
  });

  it("counts what rounding already leaves open", async () => {
    const {cells, relations} = tableOf([
      [3, 20],
      [40, 50]
    ]);
    const shown = cells.map((cell) => ({
      ...cell,
      isHidden: cell.id === "r0c0",
      shown: {lower: Math.max(1, cell.count - 9), upper: cell.count + 9}
    }));
    const {hidden} = await suppress({cells: shown, relations, needs: [{cell: "r0c0", span: 8}]});
    expect(hidden).toEqual([]);
  });

  it("hides what follows a cell with it, at no price of its own", async () => {
    // A total that is low keeps both parts at 9 or less together, and their rounded numbers at none.
    const cells = [
      {id: "all", count: 8, shown: {lower: 1, upper: 9}},
      {id: "a", count: 4, shown: {lower: 1, upper: 9}},
      {id: "b", count: 4, shown: {lower: 1, upper: 9}}
    ];
    const shadows = cells.map(({id}) => ({id: `rounded ${id}`, count: 0, follows: id}));
    const options: SuppressOptions = {
      cells: [...cells, ...shadows],
      relations: [sum("all", ["a", "b"]), sum("rounded all", ["rounded a", "rounded b"])],
      constraints: cells.map(({id}) => ({
        terms: [
          {cell: id, factor: 1},
          {cell: `rounded ${id}`, factor: -1}
        ],
        lower: -9,
        upper: 9
      })),
      needs: [
        {cell: "a", span: 7},
        {cell: "all", span: 9}
      ]
    };
    const {hidden, cost, unprotected} = await suppress(options);
    expect({hidden, cost, unprotected}).toEqual({hidden: ["all", "b"], cost: 2, unprotected: []});
    expect(await suppressExactly(options)).toMatchObject({cost: 2, status: "optimal"});
  });

  it("leaves a cell shown that has room enough as it is shown", async () => {
    const cells = [
      {id: "all", count: 12, shown: {lower: 1, upper: 19}},
      {id: "a", count: 4, shown: {lower: 1, upper: 9}},
      {id: "b", count: 8, shown: {lower: 1, upper: 19}}
    ];
    const options = {cells, relations: [sum("all", ["a", "b"])], needs: [{cell: "a", span: 4}]};
    expect(await suppress(options)).toEqual({hidden: [], cost: 0, unprotected: []});
  });

  it("takes for granted the least that a hidden cell can be", async () => {
    const hide = (least: number) =>
      suppress({
        cells: [
          {id: "all", count: 5, mustShow: true},
          {id: "a", count: 2, isHidden: true, least},
          {id: "b", count: 3, isHidden: true, least}
        ],
        relations: [sum("all", ["a", "b"])],
        needs: [{cell: "a", span: 4}]
      });
    expect((await hide(0)).unprotected).toEqual([]);
    expect((await hide(1)).unprotected).toEqual(["a"]);
  });

  it("refuses a relation that the counts break", async () => {
    const cells = [
      {id: "all", count: 5},
      {id: "one", count: 4}
    ];
    const broken = suppress({cells, relations: [sum("all", ["one"])], needs: [{cell: "one", span: 1}]});
    await expect(broken).rejects.toThrow("invalid relation: -1, not 0 to 0, of all, one");
  });
});

describe("suppressExactly(options)", () => {
  it.each([
    // The whole program gives the same costs, in 5 s and 18 s.
    {name: "against exact disclosure", protect: {span: 1}, cells: 4, cost: 4.477},
    {name: "with 0 to 10 possible", protect: {lower: 0, upper: 10}, cells: 6, cost: 7.002}
  ])(
    "is no dearer than flows and protects 12 cells of 10 × 15 $name",
    {timeout: 60_000},
    async ({protect, cells, cost}) => {
      const options = tenByFifteen(protect);
      const quick = await suppress(options);
      const exact = await suppressExactly(options);
      expect(exact.status).toBe("optimal");
      expect(exact.hidden).toHaveLength(cells);
      expect(exact.cost).toBeCloseTo(cost, 6);
      expect(exact.cost).toBeLessThanOrEqual(quick.cost + 1e-9);
      for (const hidden of [quick.hidden, exact.hidden]) {
        const ranges = await rangesOf(options, hidden);
        for (const {id, isHidden} of options.cells) {
          const {lower = 0, upper = 0} = isHidden ? (ranges.get(id) ?? {}) : {lower: 0, upper: 10};
          expect(upper - lower).toBeGreaterThanOrEqual(protect.span ?? 10);
          if (protect.upper !== undefined) expect([lower <= 0, upper >= 10]).toEqual([true, true]);
        }
      }
    }
  );

  it("finds the same optimum as one whole program that holds every attack at once", {timeout: 60_000}, async () => {
    for (const seed of [1, 2, 3]) {
      const options = randomTable({rows: 4, columns: 5, primaries: 4, seed, protect: {lower: 0, upper: 10}});
      const {status, cost} = await suppressExactly(options);
      expect(status).toBe("optimal");
      expect(cost).toBeCloseTo(await leastCost(options), 6);
    }
  });
});

/** What must stay possible for every cell hidden from the start. */
type Asked = Omit<Need, "cell">;

/** A table of 10 × 15 counts with its totals, 12 of the smallest hidden. */
function tenByFifteen(protect: Asked): SuppressOptions {
  return randomTable({rows: 10, columns: 15, primaries: 12, seed: 1015, protect});
}

function hiding(
  ids: readonly string[],
  {table, protect}: {table: ReturnType<typeof tableOf>; protect: Asked}
): SuppressOptions {
  return {
    cells: table.cells.map((cell) => ({...cell, isHidden: ids.includes(cell.id)})),
    relations: table.relations,
    needs: ids.map((cell) => ({cell, ...protect}))
  };
}

function rangesOf({cells, relations}: SuppressOptions, hidden: readonly string[]): Promise<Map<string, Range>> {
  const shown = cells.map(({id, count, isHidden}) => ({
    id,
    published: isHidden || hidden.includes(id) ? ("hidden" as const) : {exact: count}
  }));
  return deriveRanges({cells: shown, relations});
}
