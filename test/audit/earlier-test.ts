import {describe, expect, it} from "vitest";
import {deriveRanges} from "../../pipeline/audit/attack.js";
import {addedTo, withEarlier} from "../../pipeline/audit/earlier.js";
import type {Problem} from "../../pipeline/audit/problem.js";
import {sum} from "../gate/protect/tables.js";

/** Two totals, each of two parts; nothing joins the one to the other. */
const release = (shown: Readonly<Record<string, number | "low">>): Problem => ({
  cells: Object.entries(shown).map(([id, published]) => ({id, published, base: 10})),
  relations: [sum("one", ["one a", "one b"]), sum("two", ["two a", "two b"])],
  constraints: [],
  rates: []
});
const SHOWN = {one: 30, "one a": 10, "one b": 20, two: 40, "two a": "low", "two b": 40} as const;

describe("withEarlier(now, before)", () => {
  it("leaves out groups that are shown as they were", () => {
    const now = release(SHOWN);
    expect(withEarlier(now, release(SHOWN))).toEqual(now);
    const {cells} = withEarlier(release({...SHOWN, two: 50, "two b": 50}), release(SHOWN));
    const further = cells.slice(now.cells.length).map(({id}) => id);
    expect(further).toEqual(["two", "two a", "two b"].flatMap((id) => [`before, ${id}`, addedTo(id)]));
  });

  it("does not mind in which order a release lists its sums", () => {
    const before = release(SHOWN);
    const turned = {...before, relations: before.relations.toReversed()};
    expect(withEarlier(release(SHOWN), turned).cells).toHaveLength(6);
  });

  it("tells no more of anybody by leaving them out", async () => {
    const now = release({...SHOWN, two: 50, "two b": 50});
    const joined = await deriveRanges(withEarlier(now, release(SHOWN)));
    const alone = await deriveRanges(now);
    for (const id of ["one", "one a", "one b"]) expect(joined.get(id)).toEqual(alone.get(id));
    expect(joined.get(addedTo("two"))).toMatchObject({lower: 0, upper: 27});
  });
});
