import fc from "fast-check";
import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {classStarts, type MapRate, tileMap, tilesOf} from "../../../src/components/areas/tileMap.js";
import {coverageAlike} from "../../../src/components/coverageAlike.js";
import type {Figure} from "../../../src/components/release.js";
import {inventedRelease, LOCAL_LSCS, offers} from "./invented.js";

const {document} = new JSDOM("").window;

function rateOf(figures: readonly Figure[], isDifferent: MapRate["isDifferent"] = () => undefined): MapRate {
  return {
    id: "offered",
    title: "Offered training",
    unit: "of staff offered training",
    write: (value) => `${value}%`,
    figureOf: (code) => figures.find(({area_code}) => area_code === code),
    missingAt: () => ({symbol: "x", symbol_reason: "not_returned"}),
    isDifferent
  };
}

const draw = (rate: MapRate): HTMLElement =>
  tileMap(rate, {areas: LOCAL_LSCS.toReversed(), release: inventedRelease({}), document});

describe("classStarts(values)", () => {
  it("cuts at round numbers, equally far apart", () => {
    expect(classStarts([4.4, 29])).toEqual([0, 5, 10, 15, 20, 25]);
    expect(classStarts([47, 58])).toEqual([44, 48, 52, 56]);
    expect(classStarts([7])).toEqual([7]);
    expect(classStarts([])).toEqual([]);
  });

  it("puts every value in one of at most six classes", () => {
    fc.assert(
      fc.property(fc.array(fc.double({min: 0, max: 1000, noNaN: true}), {minLength: 1}), (values) => {
        const starts = classStarts(values);
        expect(starts.length).toBeLessThanOrEqual(6);
        expect(Math.min(...values)).toBeGreaterThanOrEqual((starts[0] ?? 0) - 0.05);
      })
    );
  });
});

describe("tilesOf(areas, rate)", () => {
  it("reads from north to south and west to east, with only those that have a place", () => {
    const placeless = {...LOCAL_LSCS[0], area_code: "L9", tile_column: null, tile_row: null} as (typeof LOCAL_LSCS)[0];
    const tiles = tilesOf([placeless, ...LOCAL_LSCS.toReversed()], rateOf([]));
    expect(tiles.map(({area}) => area.area_code)).toEqual(["L1", "L2", "L3", "L4", "L5", "L6", "L7"]);
  });

  it("leaves no two tiles without a mark whose coverage is unlike", () => {
    const coverage = fc.record({senders_expected: fc.integer({min: 1, max: 20}), gone: fc.nat(20)});
    fc.assert(
      fc.property(fc.array(coverage, {minLength: 7, maxLength: 7}), (covered) => {
        const figures = LOCAL_LSCS.map(({area_code}, index) => {
          const {senders_expected = 1, gone = 0} = covered[index] ?? {};
          const senders_returned = Math.max(0, senders_expected - gone);
          return offers(area_code, {senders_expected, senders_returned, population_share: null});
        });
        const plain = tilesOf(LOCAL_LSCS, rateOf(figures)).flatMap(({mark, figure}) =>
          mark === "" && figure ? [figure] : []
        );
        for (const one of plain) for (const other of plain) expect(coverageAlike(one, other)).toBe(true);
      })
    );
  });
});

describe("tileMap(rate, options)", () => {
  it("is a list of links, each with its number, which a screen reader hears with name and unit", () => {
    const map = draw(rateOf([offers("L1", {value: 66}), offers("L2", {value: 44})]));
    const [first] = map.querySelectorAll("a");
    expect(first?.getAttribute("href")).toBe("/areas/L1");
    expect(first?.querySelector("b")?.textContent).toBe("66%");
    expect(heard(first)).toBe("Area L1: 66% of staff offered training");
    expect(map.querySelectorAll("li a")).toHaveLength(7);
  });

  it("outlines who has no figure, and says why", () => {
    const map = draw(rateOf([offers("L1")]));
    const [, second] = map.querySelectorAll("a");
    expect(second?.className).toBe("none");
    expect(heard(second)).toBe("Area L2: not returned");
    expect(map.querySelector(".key")?.textContent).toContain("no figure");
  });

  it("marks who differs clearly, and who rests on too few returns, in the tile, in words and in the key", () => {
    const rate = rateOf([offers("L1", {senders_returned: 2, senders_expected: 4}), offers("L2")], (code) =>
      code === "L2" ? "higher" : undefined
    );
    const map = draw(rate);
    const [few, clear] = map.querySelectorAll("a");
    expect(few?.querySelector(".star")?.textContent).toBe("*");
    expect(heard(few)).toContain("not comparable with others as it stands: 2 of 4 senders returned");
    expect(clear?.querySelector("i")?.className).toBe("higher");
    expect(heard(clear)).toContain("clearly higher than elsewhere");
    expect(map.querySelector(".key")?.textContent).toContain("fewer than nine in ten returns are in");
  });
});

/** What is left of an element when that which is hidden from assistive technology is gone. */
function heard(element: Element | undefined): string {
  const copy = element?.cloneNode(true) as Element | undefined;
  for (const hidden of copy?.querySelectorAll("[aria-hidden]") ?? []) hidden.remove();
  return copy?.textContent ?? "";
}
