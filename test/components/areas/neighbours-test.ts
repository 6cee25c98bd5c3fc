import {describe, expect, it} from "vitest";
import {neighbours, staffShares} from "../../../src/components/areas/neighbours.js";
import type {Figure} from "../../../src/components/release.js";
import {invented, inventedRelease, LOCAL_LSCS, staff} from "./invented.js";

/** Of a hundred staff of an area, how many are assistants and how many of them are in primary schools. */
const mixOf = (code: string, assistants: number, primary: number): Figure[] => [
  staff(code, "staff category", "Teaching assistants", assistants),
  staff(code, "staff category", "Premises staff", 100 - assistants),
  staff(code, "phase", "Primary", primary),
  staff(code, "phase", "Secondary", 100 - primary)
];

const MIXES = [
  ["L1", 50, 60],
  ["L2", 50, 60],
  ["L3", 60, 60],
  ["L4", 50, 62],
  ["L5", 90, 90],
  ["L6", 54, 60],
  ["L7", 54, 60]
] as const;

const release = inventedRelease({indicators: MIXES.flatMap(([code, one, other]) => mixOf(code, one, other))});

describe("neighbours(release, area)", () => {
  it("gives the five local LSCs whose staff are most alike, by the mean of the shares who would have to move", () => {
    expect(neighbours(release, invented("L1"))).toEqual([
      {area_code: "L2", apart: 0},
      {area_code: "L4", apart: expect.closeTo(1, 9)},
      {area_code: "L6", apart: expect.closeTo(2, 9)},
      {area_code: "L7", apart: expect.closeTo(2, 9)},
      {area_code: "L3", apart: expect.closeTo(5, 9)}
    ]);
  });

  it("is as far one way as the other, takes areas of any region, and never the area itself", () => {
    for (const one of LOCAL_LSCS) {
      for (const {area_code, apart} of neighbours(release, one)) {
        expect(area_code).not.toBe(one.area_code);
        const back = neighbours(release, invented(area_code)).find((other) => other.area_code === one.area_code);
        if (back) expect(back.apart).toBeCloseTo(apart, 9);
      }
    }
    expect(neighbours(release, invented("L1")).map(({area_code}) => area_code)).toContain("L6");
  });

  it("leaves out an area one of whose numbers is missing, and gives it no neighbours", () => {
    const holed = inventedRelease({
      indicators: release.indicators.map((figure) =>
        figure.area_code === "L2" && figure.category_1 === "Primary" ? {...figure, value: null} : figure
      )
    });
    expect(neighbours(holed, invented("L1")).map(({area_code}) => area_code)).not.toContain("L2");
    expect(neighbours(holed, invented("L2"))).toEqual([]);
  });

  it("has none for England, for LEAs, and where nothing is known of staff", () => {
    expect(neighbours(release, invented("ENG"))).toEqual([]);
    expect(neighbours(release, invented("101"))).toEqual([]);
    expect(neighbours(inventedRelease({}), invented("L1"))).toEqual([]);
  });
});

describe("staffShares(release, {area_code, kind})", () => {
  it("shares an area's staff at its latest census", () => {
    const earlier = {...staff("L1", "phase", "Nursery", 100), period: "2003-01"};
    const found = staffShares(inventedRelease({indicators: [earlier, ...mixOf("L1", 50, 60)]}), {
      area_code: "L1",
      kind: "phase"
    });
    expect(found).toEqual(
      new Map([
        ["Primary", 0.6],
        ["Secondary", 0.4]
      ])
    );
  });
});
