import {describe, expect, it} from "vitest";
import {type Cell, cellsOf, type GivenFigure} from "../../pipeline/gate/cells.js";
import {relationsOf} from "../../pipeline/gate/relations.js";
import {figure} from "./marts.js";
import {SMALL} from "./surface.js";

const PARENTS = new Map([
  ["ENG", null],
  ["YH", "ENG"],
  ["NE", "ENG"],
  ["LLSC01", "YH"],
  ["LLSC02", "YH"]
]);

/** Figures as the gate gathers them; what is not given is for England, and of nothing in particular. */
function given(...rows: readonly Partial<GivenFigure>[]): GivenFigure[] {
  const empty = {
    route_id: null,
    nqf_level: null,
    dimension_2: null,
    category_2: null,
    dimension_3: null,
    category_3: null
  };
  return rows.map(
    (row, index) =>
      ({
        ...figure({unit: "starts"}),
        ...empty,
        figure_number: index,
        treatment: "count",
        is_low: false,
        ...row
      }) as GivenFigure
  );
}

const cells = (...rows: readonly Partial<GivenFigure>[]): Cell[] => [...cellsOf(given(...rows), SMALL).cells.values()];
const bySex = (category: string, value: number, rest: Partial<GivenFigure> = {}): Partial<GivenFigure> => ({
  dimension_1: "sex",
  category_1: category,
  value,
  ...rest
});
const related = (...rows: readonly Partial<GivenFigure>[]) =>
  relationsOf(cells(...rows), {surface: SMALL, parents: PARENTS});

describe("cellsOf(figures, surface)", () => {
  it("gives one cell for one number, wherever it stands", () => {
    const {cells, places} = cellsOf(
      given({value: 40}, {indicator_id: "OUT-01", treatment: "rate", unit: "per cent", numerator: 12, denominator: 40}),
      SMALL
    );
    expect([...cells.keys()]).toEqual(["starts|academic 2003-04|ENG", "finishers|academic 2003-04|ENG"]);
    expect(places.map(({figure_number: number, part}) => `${number} ${part}`)).toEqual([
      "0 value",
      "1 numerator",
      "1 denominator"
    ]);
  });

  it("refuses two counts for one cell", () => {
    expect(() =>
      cells({value: 40}, {indicator_id: "OUT-01", treatment: "rate", unit: "per cent", numerator: 12, denominator: 41})
    ).toThrow("two counts of one cell: starts|academic 2003-04|ENG: 40 and 41");
  });

  it("refuses a count of what is no quantity, and a rate without a ratio", () => {
    expect(() => cells({unit: "stones", value: 3})).toThrow("missing quantity: stones");
    expect(() => cells({treatment: "rate", unit: "per cent", numerator: 3, denominator: 40})).toThrow(
      "missing ratio: UPT-04"
    );
  });

  it("names a breakdown the same in whichever pair it stands, and the census of a year by its January", () => {
    const [one, other] = [
      {dimension_1: "sex", category_1: "female", dimension_2: "phase", category_2: "primary"},
      {dimension_1: "phase", category_1: "primary", dimension_2: "sex", category_2: "female"}
    ].map((by) => cells({value: 3, ...by})[0]?.id);
    expect(one).toBe("starts|academic 2003-04|ENG|phase=primary;sex=female");
    expect(other).toBe(one);
    const uptake = {
      indicator_id: "UPT-03",
      treatment: "rate",
      unit: "people per 1,000 staff",
      numerator: 3,
      denominator: 40
    };
    expect(cells(uptake).map(({id}) => id)).toEqual(["people|academic 2003-04|ENG", "staff|census 2004-01|ENG"]);
  });
});

describe("relationsOf(cells, {surface, parents})", () => {
  it("adds up parts to their total, with who stands apart from all of them", () => {
    const relations = related({value: 40}, bySex("female", 30), bySex("male", 7), bySex("not known", 3));
    expect(relations).toHaveLength(1);
    expect(relations[0]?.terms).toContainEqual({cell: "starts|academic 2003-04|ENG", factor: -1});
    expect(relations[0]?.terms).toHaveLength(4);
    const apart = {dimension_1: "outside programmes", category_1: "In no programme", value: 3};
    const [sum] = related({value: 40}, {programme_id: "Q01", value: 37}, apart);
    expect(sum?.terms.map(({factor}) => factor)).toEqual([-1, 1, 1]);
    expect(() => related({value: 40}, {programme_id: "Q01", value: 37})).toThrow("parts by programme_id come to 37");
  });

  it("refuses parts above their total, and parts that fall short of it", () => {
    expect(() => related({value: 36}, bySex("female", 30), bySex("male", 7))).toThrow(
      "invalid parts: starts|academic 2003-04|ENG is 36, and its parts by sex come to 37"
    );
    const phase = {dimension_1: "phase", category_1: "primary"};
    expect(() => related({value: 36}, {...phase, value: 35})).toThrow("its parts by phase come to 35");
  });

  it("adds up areas to the next above that has a number", () => {
    const area = (code: string, value: number): Partial<GivenFigure> => ({area_code: code, value});
    const all = related(area("ENG", 12), area("YH", 7), area("NE", 5), area("LLSC01", 3), area("LLSC02", 4));
    expect(all.map(({terms}) => terms.length)).toEqual([3, 3]);
    const without = related(area("ENG", 7), area("LLSC01", 3), area("LLSC02", 4));
    expect(without[0]?.terms.map(({cell}) => cell.split("|")[2])).toEqual(["ENG", "LLSC01", "LLSC02"]);
  });

  it("adds up months to both kinds of year", () => {
    const month = (period: string, value: number) => ({period_type: "month", period, value});
    const relations = related(
      month("2004-03", 3),
      month("2004-04", 4),
      {value: 7},
      {...month("2003-04", 3), period_type: "financial"}
    );
    expect(relations.map(({terms}) => terms.length)).toEqual([3, 2]);
  });

  it("never adds up learners of two areas or routes: each is at most the whole", () => {
    const people = (area: string, value: number) => ({unit: "people", area_code: area, value});
    const relations = related(people("ENG", 10), people("YH", 8), people("NE", 6));
    expect(relations.map(({sense, terms}) => [sense, terms.length])).toEqual([
      ["at_most", 2],
      ["at_most", 2]
    ]);
    const routes = related({value: 10}, {value: 9, route_id: "A"}, {value: 8, route_id: "B"});
    expect(routes.every(({sense}) => sense === "at_most")).toBe(true);
  });

  it("knows what is never above another quantity", () => {
    const relations = related({value: 10}, {value: 4, unit: "finishers"});
    expect(relations).toEqual([
      {
        sense: "at_most",
        terms: [
          {cell: "finishers|academic 2003-04|ENG", factor: 1},
          {cell: "starts|academic 2003-04|ENG", factor: -1}
        ]
      }
    ]);
  });
});
