import fc from "fast-check";
import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {areaDownload, areaSection} from "../../../src/components/areas/areaTable.js";
import {besideTable, UNLIKE} from "../../../src/components/areas/beside.js";
import {coverageAlike} from "../../../src/components/coverageAlike.js";
import type {Figure, Release} from "../../../src/components/release.js";
import {invented, inventedRelease, learners, offers, staff} from "./invented.js";

const {document} = new JSDOM("").window;
const L1 = invented("L1");

const sameMix = (code: string): Figure[] => [
  staff(code, "staff category", "Premises staff", 100),
  staff(code, "phase", "Primary", 100)
];

/** Rows of the table on the page and in the download, by the area's name. */
function rowsOf(release: Release): {page: Map<string, string[]>; plain: Map<string, (string | number | null)[]>} {
  const found = besideTable(release, L1);
  const section = areaSection(found, release, {document});
  const page = [...section.querySelectorAll("tbody tr")].map((row): [string, string[]] => {
    const [name, ...cells] = [...row.children];
    return [(name?.querySelector("a, strong")?.textContent ?? "").trim(), cells.map((cell) => withoutSpoken(cell))];
  });
  const plain = areaDownload(found)
    .rows.slice(1)
    .map(([name, ...cells]): [string, (string | number | null)[]] => [String(name).replace(/ \(.*/, ""), cells]);
  return {page: new Map(page), plain: new Map(plain)};
}

function withoutSpoken(cell: Element): string {
  const copy = cell.cloneNode(true) as Element;
  for (const spoken of copy.querySelectorAll(".spoken")) spoken.remove();
  return (copy.textContent ?? "").trim();
}

describe("besideTable(release, area)", () => {
  const all = ["L1", "NE", "ENG", "L2"];
  const release = inventedRelease({
    indicators: [
      ...all.map((code) => offers(code)),
      ...all.map((code) => learners(code)),
      ...["L1", "L2"].flatMap(sameMix)
    ]
  });

  it("sets the area beside its region, England and who is most alike, in this order", () => {
    expect([...rowsOf(release).page.keys()]).toEqual(["Area L1", "North East", "England", "Area L2"]);
    expect(areaDownload(besideTable(release, L1)).rows.map(([name]) => name)).toEqual([
      "Area",
      "Area L1 (this page)",
      "North East (its region)",
      "England",
      "Area L2 (same mix but for 0.0% of staff)"
    ]);
    expect(besideTable(release, L1).caption).toBe(
      "Area L1 beside its region, England and the one local LSC whose staff is most alike"
    );
  });

  it("gives a region no region, and leaves out neighbours where nobody's mix is known", () => {
    const of = besideTable(inventedRelease({indicators: [offers("NE"), offers("ENG")]}), invented("NE"));
    expect(of.rows).toHaveLength(2);
    expect(of.caption).toBe("North East beside England");
  });

  it("says each figure with its interval, the same on the page and in the download", () => {
    const {page, plain} = rowsOf(release);
    expect(page.get("England")?.[0]).toBe("50% (45 to 55)");
    expect(page.get("England")?.[3]).toBe("12.0");
    for (const [name, cells] of page) expect(cells).toEqual(plain.get(name));
  });

  it("says why a figure is not there", () => {
    const holed = inventedRelease({
      indicators: [offers("L1"), offers("NE", {value: null, symbol: "c", symbol_reason: "withheld"})]
    });
    expect(rowsOf(holed).plain.get("North East")?.[0]).toBe("withheld");
    expect(rowsOf(holed).plain.get("England")?.[0]).toBe("not enough data");
  });

  it("marks every figure of another area whose coverage is unlike this one's, and no other", () => {
    const share = fc.integer({min: 1, max: 20});
    fc.assert(
      fc.property(share, share, share, share, (here, region, nation, alike) => {
        const of = (returned: number): Partial<Figure> => ({
          senders_returned: returned,
          senders_expected: 20,
          population_share: null
        });
        const figures = [here, region, nation, alike].map((returned, index) => offers(all[index] ?? "", of(returned)));
        const {page, plain} = rowsOf(inventedRelease({indicators: [...figures, ...["L1", "L2"].flatMap(sameMix)]}));
        const names = ["Area L1", "North East", "England", "Area L2"];
        for (const [index, name] of names.entries()) {
          const [own, other] = [figures[0], figures[index]];
          const isUnlike = own !== undefined && other !== undefined && !coverageAlike(own, other);
          expect(String(plain.get(name)?.[0]).includes(UNLIKE)).toBe(isUnlike);
          expect(page.get(name)?.[0]?.includes(UNLIKE)).toBe(isUnlike);
        }
      }),
      {numRuns: 30}
    );
  });

  it("says to a screen reader in full what the mark means, and marks nothing beside a figure that is not there", () => {
    const unlike = inventedRelease({
      indicators: [offers("L1"), offers("ENG", {senders_returned: 1, senders_expected: 2})]
    });
    const section = areaSection(besideTable(unlike, L1), unlike, {document});
    expect(section.querySelector(".unlike")?.textContent).toBe(
      `${UNLIKE}, not comparable as they stand: 1 of 1 senders beside 1 of 2 senders`
    );
    const silent = inventedRelease({
      indicators: [
        offers("L1", {value: null, symbol: "x", symbol_reason: "not_returned"}),
        offers("ENG", {senders_returned: 1, senders_expected: 2})
      ]
    });
    expect(areaSection(besideTable(silent, L1), silent, {document}).querySelector(".unlike")).toBeNull();
  });
});
