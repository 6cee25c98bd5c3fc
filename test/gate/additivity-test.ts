import {describe, expect, it} from "vitest";
import {FIGURE_TABLES} from "../../pipeline/contracts/published/figureTables.js";
import {QUANTITIES} from "../../pipeline/contracts/published/quantities.js";
import type {Surface} from "../../pipeline/contracts/published/surface.js";
import {type Cell, cellId} from "../../pipeline/gate/cells.js";
import {relationsOf} from "../../pipeline/gate/relations.js";

/** What one person, or one thing that a person did, can be several of. */
const SEVERAL = ["role_id", "route_id", "topic", "barrier", "competence"];
/** What is asked of each role by itself: there an answer has one role. */
const ASKED_BY_ROLE = ["answers to GAP-01", "answers to GAP-04"];

const surface: Surface = {tables: FIGURE_TABLES, quantities: QUANTITIES, ratios: [], statistics: []};
const parents = new Map([["ENG", null]]);

function cell(quantity: string, count: number, breakdowns: Cell["breakdowns"]): Cell {
  const made = {quantity, periodType: "academic", period: "2003-04", area: "ENG", breakdowns, count};
  return {...made, id: cellId(made), isPublic: false, isLow: false};
}

/** A total, and two parts by a breakdown. */
function family(quantity: string, {over, counts}: {over: string; counts: readonly [number, number, number]}): Cell[] {
  const [total, ...parts] = counts;
  return [cell(quantity, total, []), ...parts.map((count, part) => cell(quantity, count, [[over, `part ${part}`]]))];
}

const equalities = (cells: readonly Cell[]) =>
  relationsOf(cells, {surface, parents}).filter(({sense}) => sense === "equal");

describe("what one person can be several of", () => {
  it("adds up in no quantity, but where each role is asked about by itself", () => {
    const adding = Object.entries(QUANTITIES).flatMap(([quantity, {adds}]) =>
      adds.filter((over) => SEVERAL.includes(over)).map((over) => `${quantity} by ${over}`)
    );
    expect(adding).toEqual(ASKED_BY_ROLE.map((quantity) => `${quantity} by role_id`));
  });

  it.each([
    ["starts", "role_id"],
    ["starts", "route_id"],
    ["learners", "route_id"],
    ["answers", "role_id"],
    ["answers", "route_id"]
  ])("%s by %s keep a total of their own, which is no sum, and each part stays within it", (quantity, over) => {
    const cells = family(quantity, {over, counts: [100, 80, 60]});
    expect(equalities(cells)).toEqual([]);
    expect(relationsOf(cells, {surface, parents}).filter(({sense}) => sense === "at_most")).toHaveLength(2);
  });

  it("is refused where it is given as parts that add up", () => {
    const counts = [100, 80, 60] as const;
    expect(() => relationsOf(family("staff", {over: "sex", counts}), {surface, parents})).toThrow("invalid parts");
    expect(equalities(family("staff", {over: "sex", counts: [140, 80, 60]}))).toHaveLength(1);
  });
});
