import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {linkedTables} from "../../../bench/linkedTables.js";
import type {CountCell, Relation} from "../../../pipeline/gate/protect/problem.js";
import {bindingRelations, roundCounts} from "../../../pipeline/gate/protect/roundCounts.js";
import {sum} from "./tables.js";

const SEED = "a secret for tests";

describe("roundCounts(options)", () => {
  it("rounds a count that stands in no relation to the nearest multiple, and the seed decides on a tie", async () => {
    const cells = [0, 4, 6, 14, 16, 20].map((count) => ({id: `n${count}`, count}));
    const {rounded, components} = await roundCounts({cells, relations: [], seed: SEED});
    expect(Object.fromEntries(rounded)).toEqual({n0: 0, n4: 0, n6: 10, n14: 10, n16: 20, n20: 20});
    expect(components.every(({status, gap}) => status === "optimal" && gap === 0)).toBe(true);

    const ties = Array.from({length: 40}, (_, place) => ({id: `tie ${place}`, count: 5}));
    const up = [...(await roundCounts({cells: ties, relations: [], seed: SEED})).rounded.values()];
    expect(new Set(up)).toEqual(new Set([0, 10]));
    const other = [...(await roundCounts({cells: ties, relations: [], seed: "another"})).rounded.values()];
    expect(other).not.toEqual(up);
  });

  it("keeps sums among rounded counts at the smallest total error", async () => {
    const cells = [
      {id: "all", count: 12},
      {id: "a", count: 4},
      {id: "b", count: 4},
      {id: "c", count: 4}
    ];
    const {rounded} = await roundCounts({cells, relations: [sum("all", ["a", "b", "c"])], seed: SEED});
    expect(rounded.get("all")).toBe(10);
    expect([rounded.get("a"), rounded.get("b"), rounded.get("c")].sort()).toEqual([0, 0, 10]);
  });

  it("keeps a part at most its whole, where rounding each alone would not", async () => {
    const cells = [
      {id: "trained", count: 15},
      {id: "asked", count: 15}
    ];
    const relations: Relation[] = [
      {
        terms: [
          {cell: "trained", factor: 1},
          {cell: "asked", factor: -1}
        ],
        sense: "at_most"
      }
    ];
    for (const seed of ["1", "2", "3", "4", "5", "6", "7", "8"]) {
      const {rounded} = await roundCounts({cells, relations, seed});
      expect(rounded.get("trained")).toBeLessThanOrEqual(rounded.get("asked") ?? -1);
    }
  });

  it("lets a public count be, and leaves a sum that no multiples can make to the attack", async () => {
    const cells: CountCell[] = [
      {id: "census", count: 47, isPublic: true},
      {id: "a", count: 21},
      {id: "b", count: 26}
    ];
    const relations = [
      sum("census", ["a", "b"]),
      {
        terms: [
          {cell: "b", factor: 1},
          {cell: "census", factor: -1}
        ],
        sense: "at_most" as const
      }
    ];
    expect(bindingRelations({cells, relations, seed: SEED})).toEqual([relations[1]]);
    const {rounded} = await roundCounts({cells, relations, seed: SEED});
    expect(Object.fromEntries(rounded)).toEqual({a: 20, b: 30});
    const round = cells.map((cell) => (cell.id === "census" ? {...cell, count: 50} : {...cell, count: 25}));
    const {rounded: added} = await roundCounts({cells: round, relations: [sum("census", ["a", "b"])], seed: SEED});
    expect((added.get("a") ?? 0) + (added.get("b") ?? 0)).toBe(50);
  });

  it("stays at what was published last time where the count still allows it", async () => {
    const cells = [
      {id: "same", count: 13, previous: 20},
      {id: "gone", count: 33, previous: 20},
      {id: "new", count: 13}
    ];
    const {rounded} = await roundCounts({cells, relations: [], seed: SEED});
    expect(Object.fromEntries(rounded)).toEqual({same: 20, gone: 30, new: 10});
    const free = await roundCounts({cells, relations: [], seed: SEED, anchorPenalty: 0});
    expect(free.rounded.get("same")).toBe(10);
  });

  it("lets as few cells go as it must of a group that has no rounding, and rounds the others", async () => {
    // Three pairs that must each add up to 10, of three counts of 5: an odd ring.
    const whole = ["ab", "bc", "ca"].map((id) => ({id, count: 10}));
    const cells = [...whole, ...["a", "b", "c"].map((id) => ({id, count: 5})), {id: "free", count: 8}];
    const relations = [sum("ab", ["a", "b"]), sum("bc", ["b", "c"]), sum("ca", ["c", "a"])];
    const {rounded, loose, components} = await roundCounts({cells, relations, seed: SEED});
    expect(Object.fromEntries(rounded)).toEqual({ab: 10, bc: 10, ca: 10, free: 10, a: 5, b: 5, c: 5});
    expect([...loose]).toEqual(["a", "b", "c"]);
    expect(components).toContainEqual({cells: 3, relations: 3, status: "loosened", gap: null});
  });

  it("refuses an id given twice, a count that is none, and a relation of a cell that is not given", async () => {
    const a = {id: "a", count: 1};
    await expect(roundCounts({cells: [a, a], relations: [], seed: SEED})).rejects.toThrow("duplicate cell: a");
    await expect(roundCounts({cells: [{id: "a", count: 1.5}], relations: [], seed: SEED})).rejects.toThrow(
      "invalid count: 1.5 in a"
    );
    await expect(roundCounts({cells: [a], relations: [sum("a", ["b"])], seed: SEED})).rejects.toThrow(
      "unknown cell: b"
    );
  });

  it("is additive, within a base, keeps zeros and does not mind the order", {
    timeout: 120_000
  }, async () => {
    await fc.assert(
      fc.asyncProperty(releases, async ({tables, order}) => {
        const options = {...tables, seed: SEED, nodeLimit: 200};
        const {rounded, loose, components} = await roundCounts(options);
        for (const {id, count} of tables.cells) {
          const number = rounded.get(id) ?? Number.NaN;
          expect(Math.abs(number - count)).toBeLessThanOrEqual(9 + 1e-6);
          if (!loose.has(id)) expect(number % 10).toBe(0);
          if (count % 10 === 0) expect(number).toBe(count);
        }
        for (const {terms} of tables.relations) {
          const sum = terms.reduce((total, {cell, factor}) => total + factor * (rounded.get(cell) ?? Number.NaN), 0);
          expect(sum).toBeCloseTo(0, 4);
        }

        const shuffled = {
          cells: shuffle(tables.cells, order),
          relations: shuffle(tables.relations, order).map(({terms, ...rest}) => ({
            ...rest,
            terms: shuffle(terms, order)
          }))
        };
        expect(await roundCounts({...options, ...shuffled})).toEqual({rounded, loose, components});
      }),
      {numRuns: 25, seed: 20040630}
    );
  });
});

/** Random linked tables of two to four dimensions, unevenly and thinly filled. */
const releases = fc
  .record({
    people: fc.integer({min: 60, max: 600}),
    seed: fc.integer({min: 1, max: 1_000_000}),
    sizes: fc.array(fc.integer({min: 2, max: 5}), {minLength: 4, maxLength: 4}),
    tables: fc.uniqueArray(fc.constantFrom("ab", "bc", "cd", "abc", "bcd", "ad"), {minLength: 1, maxLength: 3}),
    evenness: fc.double({min: 0.4, max: 1, noNaN: true}),
    order: fc.integer({min: 1, max: 97})
  })
  .map(({people, seed, sizes: [a = 2, b = 2, c = 2, d = 2], tables, evenness, order}) => ({
    tables: linkedTables({people, seed, evenness, dimensions: {a, b, c, d}, tables: tables.map((table) => [...table])}),
    order
  }));

/** The items in another order. */
function shuffle<Item>(items: readonly Item[], step: number): Item[] {
  return items
    .map((item, place) => ({item, rank: ((place + 1) * step * 7919) % 10_007}))
    .sort((one, other) => one.rank - other.rank)
    .map(({item}) => item);
}
