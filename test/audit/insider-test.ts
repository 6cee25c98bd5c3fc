import * as fc from "fast-check";
import {describe, expect, it} from "vitest";
import {type AttackOptions, deriveRanges} from "../../pipeline/audit/attack.js";
import {insiderDisclosures} from "../../pipeline/audit/insider.js";
import {judgeRanges} from "../../pipeline/audit/judge.js";
import type {PublishedCell, Range} from "../../pipeline/audit/published.js";
import {tableOf} from "../gate/protect/tables.js";

const judge = (ranges: ReadonlyMap<string, Range>) => judgeRanges({ranges});

/** Rows and columns of four: anybody knows of a cell that it is 0 to 4, and whoever stands in one of the next that it is 0 to 3. */
const TWO_PAIRS = [
  [2, 2, 0],
  [2, 2, 0]
];

/** A table whose margins are known and whose inner cells are hidden, where `hides` says so. */
function problemOf(counts: readonly (readonly number[])[], hides: (place: number) => boolean) {
  const {cells, relations} = tableOf(counts);
  const published = cells.map(({id, count}, place): PublishedCell => {
    const isInner = /^r\d+c\d+$/.test(id);
    if (isInner && hides(place)) return {id, published: "hidden"};
    return {id, published: {exact: count}};
  });
  const hidden = new Set(published.filter((cell) => cell.published === "hidden").map(({id}) => id));
  const options: AttackOptions = {cells: published, relations, atLeast: 5, largestSmall: 9};
  return {options, hidden};
}

describe("insiderDisclosures(options, {hidden, judge})", () => {
  it("finds what asking of each hidden cell by itself finds", async () => {
    let found = 0;
    const table = fc.array(fc.array(fc.integer({min: 0, max: 12}), {minLength: 3, maxLength: 3}), {
      minLength: 2,
      maxLength: 3
    });
    await fc.assert(
      fc.asyncProperty(table, fc.array(fc.boolean(), {minLength: 16, maxLength: 16}), async (counts, hides) => {
        const {options, hidden} = problemOf(counts, (place) => hides[place] ?? true);
        const known = new Set(judge(await deriveRanges(options)).map(({id}) => id));
        const toOthers = (ranges: ReadonlyMap<string, Range>) => judge(ranges).filter(({id}) => !known.has(id));
        const {asked, left, disclosures} = await insiderDisclosures(options, {hidden, judge: toOthers});
        const alone: string[] = [];
        for (const insider of hidden) {
          const ranges = await deriveRanges({
            ...options,
            constraints: [{terms: [{cell: insider, factor: 1}], lower: 1}]
          });
          const told = toOthers(ranges).filter(({rule}) => rule !== "no counts fit");
          alone.push(...told.map(({id}) => `${id} to ${insider}`));
        }
        expect({asked, left}).toEqual({asked: hidden.size, left: 0});
        expect(disclosures.map(({id, insider}) => `${id} to ${insider}`).sort()).toEqual(alone.sort());
        found += alone.length;
      }),
      {numRuns: 60, examples: [[TWO_PAIRS, Array.from({length: 16}, () => true)]]}
    );
    expect(found).toBeGreaterThan(0);
  }, 60_000);

  it("takes for disclosed what would be too much work to ask", async () => {
    const {options, hidden} = problemOf(
      [
        [2, 2, 3],
        [3, 2, 2],
        [2, 3, 2]
      ],
      () => true
    );
    const {asked, left, disclosures} = await insiderDisclosures(options, {hidden, judge, mostWork: 1});
    expect({all: asked + left, isDoubted: left > 0}).toEqual({all: hidden.size, isDoubted: true});
    expect(disclosures.filter(({rule}) => rule === "solver in doubt")).toHaveLength(left);
  });
});
