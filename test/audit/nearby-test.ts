import * as fc from "fast-check";
import {describe, expect, it} from "vitest";
import {linkedTables} from "../../bench/linkedTables.js";
import {type AttackOptions, deriveRanges} from "../../pipeline/audit/attack.js";

const TABLES = {tables: [["one", "two", "three"]], dimensions: {one: 6, two: 6, three: 5}} as const;

/** Published as if each were rounded to the nearest: nothing need add up, as an attacker knows. */
function attackOn({people, seed}: {people: number; seed: number}): AttackOptions {
  const {cells, relations} = linkedTables({people, seed, ...TABLES});
  return {
    cells: cells.map(({id, count}) => {
      const rounded = Math.round(count / 10) * 10;
      return {id, published: rounded === 0 && count > 0 ? ("low" as const) : rounded};
    }),
    relations
  };
}

describe("seeNearby(attack, {asked, isSeen})", () => {
  it("finds wide exactly those cells whose ends are far enough apart", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({min: 100, max: 2000}), fc.integer(), async (people, seed) => {
        const attack = attackOn({people, seed});
        const ends = await deriveRanges(attack);
        const asked = await deriveRanges({...attack, atLeast: 7, largestSmall: 9});
        expect(asked.size).toBeGreaterThan(200);
        for (const [id, range] of asked) {
          const end = ends.get(id);
          if (range.status === "wide") {
            if (range.lower <= 9) expect(end?.values).toBeGreaterThanOrEqual(7);
          } else expect(range).toEqual(end);
        }
      }),
      {numRuns: 6}
    );
  });

  it("answers from memory what was asked before", async () => {
    const memory: NonNullable<AttackOptions["memory"]> = new Map();
    const attack = {...attackOn({people: 500, seed: 1}), atLeast: 5, largestSmall: 9};
    const first = await deriveRanges({...attack, memory});
    expect(memory.size).toBeGreaterThan(0);
    const size = memory.size;
    expect(await deriveRanges({...attack, memory})).toEqual(first);
    expect(memory.size).toBe(size);
    const [some] = attack.cells.filter(({published}) => published === "low");
    const other = attack.cells.map((cell) => (cell === some ? {...cell, published: "hidden" as const} : cell));
    const later = await deriveRanges({...attack, cells: other, memory});
    expect(later).toEqual(await deriveRanges({...attack, cells: other}));
  });
});
