import fc from "fast-check";
import {describe, expect, it} from "vitest";
import type {Relation} from "../../pipeline/gate/protect/problem.js";
import {roundCounts} from "../../pipeline/gate/protect/roundCounts.js";
import {type Protection, protectCells} from "../../pipeline/gate/protection.js";
import {feasibleNumbers} from "./feasibleNumbers.js";
import {cell, type Linked, linkedCells, tangledCells} from "./linkedCells.js";
import {sum} from "./protect/tables.js";

const SEED = "a secret for tests";

const protect = (given: Linked, rest: {seed?: string; previous?: ReadonlyMap<string, number>} = {}) =>
  protectCells({...given, seed: SEED, ...rest});

/** What is shown of each cell: a multiple of ten, low, or nothing. */
function shownBy({shown}: Protection, {cells}: Linked): Record<string, number | "low" | "hidden"> {
  return Object.fromEntries(
    cells.map(({id, count}) => {
      const {rounded = 0, isHidden = true} = shown.get(id) ?? {};
      return [id, isHidden ? "hidden" : rounded === 0 && count > 0 ? "low" : rounded];
    })
  );
}

/** Cells that stand in no table by name, each with its count. */
const plain = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).map(([id, count]) => ({...cell("starts", {count}), id}));

/** Expects what is shown to add up, to be near the truth, and to leave every small number and rest at least 5 numbers. */
async function expectSafe({shown}: Protection, given: Linked): Promise<void> {
  const hidden = new Set(given.cells.filter(({id}) => shown.get(id)?.isHidden).map(({id}) => id));
  for (const {id, count} of given.cells) {
    const {rounded = Number.NaN} = shown.get(id) ?? {};
    if (hidden.has(id)) continue;
    expect(Math.abs(rounded - count), id).toBeLessThan(10);
    if (count % 10 === 0) expect(rounded, id).toBe(count);
  }
  for (const {terms, sense} of given.relations.filter(
    (relation) => !relation.terms.some(({cell}) => hidden.has(cell))
  )) {
    const total = terms.reduce((before, {cell, factor}) => before + factor * (shown.get(cell)?.rounded ?? 0), 0);
    if (sense === "equal") expect(total, JSON.stringify(terms)).toBe(0);
    else expect(total, JSON.stringify(terms)).toBeLessThanOrEqual(0);
  }
  const counts = new Map(given.cells.map(({id, count}) => [id, count]));
  const isSmall = (count: number): boolean => count >= 1 && count <= 9;
  const asked = [
    ...given.cells.filter(({count}) => isSmall(count)).map(({id}) => [[id, 1] as [string, number]]),
    ...given.pairs
      .filter(({part, whole}) => isSmall((counts.get(whole) ?? 0) - (counts.get(part) ?? 0)))
      .map(({part, whole}): [string, number][] => [
        [whole, 1],
        [part, -1]
      ])
  ];
  const some = asked.filter((_, index) => index % Math.ceil(asked.length / 16) === 0);
  const numbers = await feasibleNumbers(given, {shown, asked: some});
  expect(some.filter((_, index) => (numbers[index] ?? 0) < 5)).toEqual([]);
}

describe("protectCells(options)", () => {
  it("adds up wherever all is shown, errs by less than ten, keeps zero apart and leaves small numbers open, whatever the tables", async () => {
    await fc.assert(
      fc.asyncProperty(linkedCells, async (given) => expectSafe(await protect(given), given)),
      {numRuns: 10}
    );
  });

  it("does so in tables that have no additive rounding, or refuses", {timeout: 120_000}, async () => {
    const ended = {loosened: 0, refused: 0};
    await fc.assert(
      fc.asyncProperty(tangledCells, async (given) => {
        const {components} = await roundCounts({...given, seed: SEED});
        const protection = await protect(given).catch((error: Error) => error);
        if (components.some(({status}) => status === "loosened")) ended.loosened++;
        if (protection instanceof Error) {
          expect(protection.message).toMatch(/^unsafe cells/);
          ended.refused++;
        } else await expectSafe(protection, given);
      }),
      {numRuns: 40, seed: 20040630}
    );
    expect(ended.loosened).toBeGreaterThan(10);
    expect(ended.refused).toBeLessThan(3);
  });

  it("gives the same for the same seed, in whatever order the cells and relations come", async () => {
    const [given] = fc.sample(linkedCells, {numRuns: 1, seed: 11}) as [Linked];
    const turned = {
      cells: given.cells.toReversed(),
      relations: given.relations.map((relation) => ({...relation, terms: relation.terms.toReversed()})).toReversed(),
      pairs: given.pairs.toReversed()
    };
    expect(shownBy(await protect(turned), given)).toEqual(shownBy(await protect(given), given));
  });

  it("decides otherwise between equal errors with another seed", async () => {
    const fives = plain(Object.fromEntries(Array.from({length: 30}, (_, index) => [`five ${index}`, 5])));
    const given: Linked = {cells: fives, relations: [], pairs: []};
    expect(shownBy(await protect(given, {seed: "another"}), given)).not.toEqual(shownBy(await protect(given), given));
  });

  it("leaves what did not change as it was in the release before, whatever the seed", async () => {
    const [given] = fc.sample(linkedCells, {numRuns: 1, seed: 5}) as [Linked];
    const before = await protect(given);
    const previous = new Map([...before.shown].map(([id, {rounded}]) => [id, rounded]));
    const again = await protect(given, {seed: "another", previous});
    expect(shownBy(again, given)).toEqual(shownBy(before, given));
  });

  it("does not say that none of a group shown to be smaller than 30 did something", async () => {
    const none = (group: number): Linked => ({
      cells: plain({group, did: 0, all: 400}),
      relations: [],
      pairs: [{part: "did", whole: "group"}]
    });
    const shown = async (group: number) => shownBy(await protect(none(group)), none(group));
    expect(await shown(0)).toMatchObject({group: 0, did: 0});
    expect(await shown(8)).toMatchObject({did: "hidden", all: 400});
    expect(await shown(20)).toMatchObject({group: 20, did: "hidden"});
    expect(await shown(30)).toMatchObject({group: 30, did: 0});
  });

  it("does not say either that all of one did", async () => {
    const given: Linked = {
      cells: plain({group: 12, did: 12}),
      relations: [
        {
          terms: [
            {cell: "did", factor: 1},
            {cell: "group", factor: -1}
          ],
          sense: "at_most"
        }
      ],
      pairs: [{part: "did", whole: "group"}]
    };
    const numbers = await feasibleNumbers(given, {
      shown: (await protect(given)).shown,
      asked: [
        [
          ["group", 1],
          ["did", -1]
        ]
      ]
    });
    expect(numbers[0]).toBeGreaterThanOrEqual(5);
  });

  it("hides a part of what is known exactly where the rest of it would be told", async () => {
    const exact = {...cell("starts", {count: 100}), id: "known", isPublic: true};
    const parts = plain({few: 97, rest: 3});
    const given: Linked = {cells: [exact, ...parts], relations: [sum("known", ["few", "rest"])], pairs: []};
    const {shown} = await protect(given);
    const terms = parts.map(({id}) => ({cell: id, factor: 1}));
    const told: Linked = {cells: parts, relations: [{terms, sense: "equal", amount: 100}], pairs: []};
    const [numbers = 0] = await feasibleNumbers(told, {shown, asked: [[["rest", 1]]]});
    expect(numbers).toBeGreaterThanOrEqual(5);
  });

  it("hides the small numbers of a group that has no additive rounding, and what would give them away", async () => {
    // Three pairs that come to 10 each, of three counts of 5: an odd ring.
    const given: Linked = {
      cells: plain({ab: 10, bc: 10, ca: 10, a: 5, b: 5, c: 5, apart: 8}),
      relations: [sum("ab", ["a", "b"]), sum("bc", ["b", "c"]), sum("ca", ["c", "a"])],
      pairs: []
    };
    const protection = await protect(given);
    expect(shownBy(protection, given)).toEqual({
      ab: 10,
      bc: 10,
      ca: 10,
      a: "hidden",
      b: "hidden",
      c: "hidden",
      apart: 10
    });
    expect(protection).toMatchObject({hidden: 3, small: 4, unproved: 0});
    const numbers = await feasibleNumbers(given, {...protection, asked: ["a", "b", "c"].map((id) => [[id, 1]])});
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(5);
  });

  it("does so in a table of three ways whose lines all have a rounding but the whole has none", async () => {
    // Cells of a cube with an odd number of 5s on crossing lines: every line of two comes to 10.
    const given = cube();
    const protection = await protect(given);
    const hidden = given.cells.filter(({id}) => protection.shown.get(id)?.isHidden).map(({id}) => id);
    expect(hidden).not.toEqual([]);
    expect(hidden.filter((id) => id.startsWith("total"))).toEqual([]);
    const small = given.cells.filter(({count}) => count >= 1 && count <= 9).map(({id}) => id);
    const numbers = await feasibleNumbers(given, {...protection, asked: small.map((id) => [[id, 1]])});
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(5);
  });

  it("hides parts of people too, whose whole numbers do not add up", async () => {
    const parts = Object.fromEntries(Array.from({length: 6}, (_, index) => [`part ${index}`, 1.3]));
    const given: Linked = {
      cells: [...plain({all: 7.8}).map((all) => ({...all, isLow: true})), ...plain(parts)],
      relations: [sum("all", Object.keys(parts))],
      pairs: []
    };
    const {hidden, fewest} = await protect(given);
    expect(hidden).toBeGreaterThan(1);
    expect(fewest).toBeGreaterThanOrEqual(5);
  });

  it("refuses where what is public leaves nothing to hide", async () => {
    const known = {...cell("starts", {count: 3}), id: "known", isPublic: true};
    const given: Linked = {cells: [known, ...plain({same: 3})], relations: [sum("known", ["same"])], pairs: []};
    await expect(protect(given)).rejects.toThrow("unsafe cells");
  });

  it("counts what it costs and buys", async () => {
    const given: Linked = {cells: plain({one: 13, two: 20, three: 4}), relations: [], pairs: []};
    expect(await protect(given)).toMatchObject({
      cells: 3,
      small: 1,
      hidden: 0,
      groups: 2,
      unproved: 0,
      greatestError: 4,
      fewest: expect.toSatisfy((least: number) => least >= 5)
    });
  });
});

/** A ring of three in each of two layers, with totals over the layers: 5s that must pair up all round. */
function cube(): Linked {
  const cells = plain({});
  const relations: Relation[] = [];
  const names = ["a", "b", "c"];
  for (const layer of [1, 2]) {
    cells.push(...plain(Object.fromEntries(names.map((name) => [`${name}${layer}`, 5]))));
    names.forEach((name, index) => {
      const next = names[(index + 1) % 3] ?? "";
      const total = `total ${name}${next}${layer}`;
      cells.push(...plain({[total]: 10}));
      relations.push(sum(total, [`${name}${layer}`, `${next}${layer}`]));
    });
  }
  for (const name of names) {
    cells.push(...plain({[`total ${name}`]: 10}));
    relations.push(sum(`total ${name}`, [`${name}1`, `${name}2`]));
  }
  return {cells, relations, pairs: []};
}
