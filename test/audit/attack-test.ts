import {describe, expect, it} from "vitest";
import {deriveRanges} from "../../pipeline/audit/attack.js";
import {judgeRanges} from "../../pipeline/audit/judge.js";
import {complementId, type PublishedCell} from "../../pipeline/audit/published.js";
import {sum, tableOf} from "../gate/protect/tables.js";

/** A table shown exactly but for the cells named. */
function shownBut(
  hidden: readonly string[],
  {cells}: {cells: readonly {id: string; count: number}[]}
): PublishedCell[] {
  return cells.map(({id, count}) => ({id, published: hidden.includes(id) ? "hidden" : {exact: count}}));
}

describe("deriveRanges(options)", () => {
  it("gives 3 to 6 for the Handbook's example 3 (Geurts, 1992, table 10)", async () => {
    const table = tableOf([
      [5, 2],
      [1, 2],
      [3, 3]
    ]);
    const ranges = await deriveRanges({
      cells: shownBut(["r0c0", "r0c1", "r1c0", "r1c1"], table),
      relations: table.relations
    });
    expect(ranges.get("r0c0")).toEqual({lower: 3, upper: 6, values: 4, status: "exact"});
  });

  it("gives exactly 47 for one of sdcTable's nine hidden cells, though every line has two of them", async () => {
    const {table, hidden} = sdcTable();
    const ranges = await deriveRanges({cells: shownBut(hidden, table), relations: table.relations});
    expect(ranges.get("r0c1")).toEqual({lower: 47, upper: 47, values: 1, status: "exact"});
    const more = await deriveRanges({cells: shownBut([...hidden, "r1c1"], table), relations: table.relations});
    expect(more.get("r0c1")).toMatchObject({lower: 0, upper: 141});
  });

  it("sees through two hidden cells in each of two rows when a third table has their sums", async () => {
    const table = tableOf([
      [3, 4, 20],
      [5, 6, 30]
    ]);
    const cells = shownBut(["r0c0", "r0c1", "r1c0", "r1c1"], table);
    const safe = await deriveRanges({cells, relations: table.relations});
    expect(safe.get("r0c0")?.values).toBeGreaterThan(5);
    // The first of one row and the second of the other, as another grouping of the same people.
    const crossed = {id: "crossed", published: {exact: 9}};
    const told = await deriveRanges({
      cells: [...cells, crossed],
      relations: [...table.relations, sum("crossed", ["r0c0", "r1c1"])]
    });
    expect(told.get("r0c0")).toMatchObject({lower: 3, upper: 3});
  });

  it("gives the one hidden cell of a row by subtraction", async () => {
    const table = tableOf([[4, 12, 31]]);
    const ranges = await deriveRanges({cells: shownBut(["r0c0"], table), relations: table.relations});
    expect(judgeRanges({ranges})).toEqual([{id: "r0c0", rule: "too few values", lower: 4, upper: 4, values: 1}]);
  });

  it("gives what is left of a whole, and a whole row that is in one cell", async () => {
    const cells: PublishedCell[] = [
      {id: "asked", published: {exact: 40}},
      {id: "trained", published: {exact: 38}},
      {id: "small", published: {exact: 12}},
      {id: "none", published: {exact: 0}}
    ];
    const pairs = [
      {part: "trained", whole: "asked"},
      {part: "none", whole: "small"}
    ];
    const hidden = cells.map((cell) => (cell.id === "small" ? {...cell, published: 10} : cell));
    const ranges = await deriveRanges({cells: hidden, relations: [], pairs});
    expect(ranges.get(complementId({part: "trained", whole: "asked"}))).toMatchObject({lower: 2, upper: 2});
    const truth = new Map([
      ["asked", 40],
      ["trained", 38],
      ["small", 12],
      ["none", 0]
    ]);
    expect(judgeRanges({ranges, pairs, truth})).toMatchObject([
      {id: "asked without trained", rule: "small complement"},
      {id: "none", rule: "group disclosed"}
    ]);
    expect(judgeRanges({ranges, pairs})).toMatchObject([
      {id: "asked without trained", rule: "too few values"},
      {id: "none", rule: "group disclosed"}
    ]);
  });

  it("finds all of a small row in one cell, even when asked only for enough values", async () => {
    const cells: PublishedCell[] = [
      {id: "row", published: 20},
      {id: "all", published: 20},
      {id: "rest", published: 0}
    ];
    const pairs = [{part: "all", whole: "row"}];
    const ranges = await deriveRanges({
      cells,
      relations: [sum("row", ["all", "rest"])],
      pairs,
      atLeast: 5,
      largestSmall: 9
    });
    expect(ranges.get("row")).toMatchObject({lower: 11, upper: 29, status: "exact"});
    expect(judgeRanges({ranges, pairs})).toMatchObject([{id: "row without all", rule: "group disclosed"}]);
    expect(judgeRanges({ranges, pairs, groupSize: 20})).toEqual([]);
  });

  it("subtracts two releases when one shows what the other hides", async () => {
    const cells: PublishedCell[] = [
      {id: "a@1", published: {exact: 20}},
      {id: "a@2", published: "hidden"},
      {id: "b@2", published: "hidden"},
      {id: "all@2", published: {exact: 26}}
    ];
    const relations = [sum("all@2", ["a@2", "b@2"])];
    const alone = await deriveRanges({cells, relations});
    expect(judgeRanges({ranges: alone})).toEqual([]);
    // Counts only grow, and by no more than the two late records that everybody knows of.
    const constraints = [
      {
        terms: [
          {cell: "a@2", factor: 1},
          {cell: "a@1", factor: -1}
        ],
        lower: 0,
        upper: 2
      }
    ];
    const together = await deriveRanges({cells, relations, constraints});
    expect(together.get("b@2")).toEqual({lower: 4, upper: 6, values: 3, status: "exact"});
    expect(judgeRanges({ranges: together})).toMatchObject([{id: "b@2", rule: "too few values"}]);
  });

  it("catches a rate of true counts to one decimal beside rounded counts, which lines alone would not", async () => {
    const cells: PublishedCell[] = [
      {id: "part", published: 10},
      {id: "whole", published: 30}
    ];
    const relations = [
      {
        terms: [
          {cell: "part", factor: 1},
          {cell: "whole", factor: -1}
        ],
        sense: "at_most" as const
      }
    ];
    const without = await deriveRanges({cells, relations});
    expect(without.get("part")?.values).toBe(19);
    const rates = [{numerator: "part", denominator: "whole", value: 35.7, halfWidth: 0.05}];
    const ranges = await deriveRanges({cells, relations, rates, atLeast: 5, largestSmall: 9});
    expect(ranges.get("part")).toEqual({lower: 10, upper: 10, values: 1, status: "exact"});
    expect(ranges.get("whole")).toMatchObject({lower: 28, upper: 28});
    const small = [{numerator: "part", denominator: "whole", value: 26.1, halfWidth: 0.05}];
    const told = await deriveRanges({cells, relations, rates: small});
    expect(judgeRanges({ranges: told})).toMatchObject([{id: "part", rule: "too few values", lower: 6, upper: 6}]);
  });

  it("takes a low count beside an exact total for what it is", async () => {
    const cells: PublishedCell[] = [
      {id: "all", published: {exact: 41}},
      {id: "low", published: "low"},
      {id: "most", published: 40}
    ];
    const ranges = await deriveRanges({cells, relations: [sum("all", ["low", "most"])]});
    expect(ranges.get("low")).toMatchObject({lower: 1, upper: 9});
    expect(ranges.get("most")).toMatchObject({lower: 32, upper: 40});
    expect(ranges.get("all")?.status).toBe("known");
  });

  it("says so when no counts fit, and takes that for disclosed", async () => {
    const cells: PublishedCell[] = [
      {id: "all", published: 50},
      {id: "one", published: 10},
      {id: "other", published: 10}
    ];
    const ranges = await deriveRanges({cells, relations: [sum("all", ["one", "other"])]});
    expect(judgeRanges({ranges}).map(({rule}) => rule)).toEqual(["no counts fit", "no counts fit", "no counts fit"]);
  });

  it("leaves a hidden count unbounded when nothing binds it", async () => {
    const ranges = await deriveRanges({
      cells: [
        {id: "one", published: "hidden"},
        {id: "other", published: "hidden"}
      ],
      relations: [
        {
          terms: [
            {cell: "one", factor: 1},
            {cell: "other", factor: -1}
          ],
          sense: "at_most"
        }
      ]
    });
    expect(ranges.get("one")).toEqual({
      lower: 0,
      upper: Number.POSITIVE_INFINITY,
      values: Number.POSITIVE_INFINITY,
      status: "exact"
    });
  });
});

/** The table that the R package sdcTable ships as one whose nine hidden cells leave one exactly known. */
function sdcTable() {
  const table = tableOf([
    [30, 47, 64, 89],
    [90, 124, 5, 31],
    [92, 100, 59, 85],
    [800, 991, 651, 685]
  ]);
  return {table, hidden: ["r0c0", "r0c1", "r0c2", "r1c0", "r1c2", "r2c1", "r2c3", "r3c1", "r3c3"]};
}
