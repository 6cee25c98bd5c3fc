import * as fc from "fast-check";
import {describe, expect, it} from "vitest";
import {type AttackOptions, deriveRanges} from "../../pipeline/audit/attack.js";
import {rangesOfBoth} from "../../pipeline/audit/bothReleases.js";
import {addedTo, withEarlier} from "../../pipeline/audit/earlier.js";
import {type Disclosure, judgeRanges} from "../../pipeline/audit/judge.js";
import type {Problem} from "../../pipeline/audit/problem.js";
import type {Published, Range} from "../../pipeline/audit/published.js";
import {sum, tableOf} from "../gate/protect/tables.js";

type Tables = readonly (readonly (readonly number[])[])[];
type Show = (id: string, count: number) => Published;

const nearest: Show = (_, count) => {
  const rounded = Math.round(count / 10) * 10;
  return rounded === 0 && count > 0 ? "low" : rounded;
};

/** Tables of one region each, by row and column, under a total. */
function release(tables: Tables, show: Show = nearest): Problem {
  const regions = tables.map((counts, region) => {
    const {cells, relations} = tableOf(counts);
    const named = (id: string): string => `${region} ${id}`;
    return {
      cells: cells.map(({id, count}) => ({id: named(id), count})),
      relations: relations.map((relation) => ({
        ...relation,
        terms: relation.terms.map(({cell, factor}) => ({cell: named(cell), factor}))
      }))
    };
  });
  const total = tables.flat(2).reduce((all, count) => all + count, 0);
  const cells = [...regions.flatMap((region) => region.cells), {id: "nation", count: total}];
  const parts = tables.map((_, region) => `${region} all`);
  return {
    cells: cells.map(({id, count}) => ({id, published: show(id, count), base: 10})),
    relations: [...regions.flatMap(({relations}) => relations), sum("nation", parts)],
    constraints: [],
    rates: []
  };
}

const attackOn = (problem: Problem): AttackOptions => ({
  ...problem,
  atLeast: 5,
  largestSmall: 9
});
const judge = (ranges: ReadonlyMap<string, Range>): Disclosure[] =>
  judgeRanges({ranges: new Map([...ranges].filter(([id]) => !id.startsWith("before, ")))});
const idsOf = (found: readonly Disclosure[]): string[] => found.map(({id}) => id).sort();
const both = (now: Problem, before: Problem, mostWork?: number) =>
  rangesOfBoth({now, before, attackOn, judge, mostWork});

const changed = (tables: Tables, [region, row, column]: readonly number[], by: number): Tables =>
  tables.map((counts, one) =>
    counts.map((cells, other) =>
      cells.map((count, last) => (one === region && other === row && last === column ? count + by : count))
    )
  );

const LARGE: Tables = [0, 1, 2, 3].map((region) =>
  [0, 1, 2].map((row) => [0, 1, 2].map((column) => 20 + 7 * region + 11 * row + 3 * column))
);

describe("rangesOfBoth({now, before, attackOn, judge})", () => {
  it("finds what an attack on both releases whole finds", async () => {
    const table = fc.array(fc.array(fc.integer({min: 0, max: 30}), {minLength: 3, maxLength: 3}), {
      minLength: 2,
      maxLength: 3
    });
    const place = fc.tuple(fc.nat({max: 3}), fc.nat({max: 1}), fc.nat({max: 2}), fc.integer({min: 1, max: 30}));
    let [found, cut] = [0, 0];
    await fc.assert(
      fc.asyncProperty(
        fc.array(table, {minLength: 4, maxLength: 4}),
        fc.array(place, {minLength: 1, maxLength: 2}),
        fc.nat(),
        async (tables, places, seed) => {
          const later = places.reduce<Tables>(
            (all, [region, row, column, by]) => changed(all, [region, row, column], by),
            tables
          );
          const shown =
            (turn: number): Show =>
            (id, count) => {
              const draw = [...id].reduce((hash, letter) => (31 * hash + letter.charCodeAt(0)) % 9973, seed % 9973);
              if (draw % 7 === 0) return {exact: count};
              return draw % 5 === turn ? "hidden" : nearest(id, count);
            };
          const [now, before] = [release(later, shown(0)), release(tables, shown(0))];
          const {ranges, attack} = await both(now, before);
          const joined = withEarlier(now, before);
          const whole = judge(await deriveRanges(attackOn(joined)));
          expect(idsOf(judge(ranges))).toEqual(idsOf(whole.filter(({id}) => ranges.has(id))));
          // What is not asked is only what was added to counts far from every change.
          expect(idsOf(whole).filter((id) => !ranges.has(id) && !id.startsWith("added to "))).toEqual([]);
          found += whole.length;
          cut += attack.cells.length < joined.cells.length ? 1 : 0;
        }
      ),
      {numRuns: 40}
    );
    expect(found).toBeGreaterThan(0);
    expect(cut).toBeGreaterThan(0);
  }, 60_000);

  it("finds by subtraction what two releases tell, far from another change", async () => {
    const later = changed(changed(LARGE, [0, 0, 0], 30), [3, 2, 2], 3);
    const exactly: Show = (id, count) => (/^3 (r2c2|r2|c2|all)$/.test(id) ? {exact: count} : nearest(id, count));
    const [now, before] = [release(later, exactly), release(LARGE, exactly)];
    const {ranges} = await both(now, before);
    expect(idsOf(judge(ranges))).toEqual(["3 all", "3 c2", "3 r2", "3 r2c2"].map(addedTo).sort());
    expect(ranges.get(addedTo("3 r2c2"))).toMatchObject({lower: 3, upper: 3});
  });

  it("asks of less where little has changed", async () => {
    const [now, before] = [release(changed(LARGE, [0, 0, 0], 30)), release(LARGE)];
    const {attack} = await both(now, before);
    expect(attack.cells.length).toBeLessThan(withEarlier(now, before).cells.length);
    const ids = attack.cells.map(({id}) => id);
    expect(ids).toContain("before, nation");
    expect(ids).not.toContain("before, 2 r1c1");
  });

  it("hands on an attack that counts fit", async () => {
    // The total has risen by more than rounding allows, and nothing beside it was shown otherwise.
    const shown =
      (nation: number): Show =>
      (id, count) =>
        id === "nation" ? nation : nearest(id, count);
    const {ranges, attack} = await both(release(LARGE, shown(1610)), release(LARGE, shown(1590)));
    expect(judge(ranges)).toEqual([]);
    expect((await deriveRanges(attack)).get("nation")?.status).not.toBe("contradictory");
  });

  it("takes for disclosed what would be too much work to ask", async () => {
    const exactly: Show = (id, count) => (/^0 (r0c0|r0|c0|all)$/.test(id) ? {exact: count} : nearest(id, count));
    const {ranges} = await both(release(changed(LARGE, [0, 0, 0], 3), exactly), release(LARGE, exactly), 10);
    expect(judge(ranges)).toContainEqual(
      expect.objectContaining({id: addedTo("0 r0c0"), rule: "solver in doubt", values: 0})
    );
  });
});
