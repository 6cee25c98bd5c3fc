import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import type {Comparison, Figure, Page, Release} from "../../src/components/release.js";
import {area} from "../../src/pages/area.js";
import {areas} from "../../src/pages/areas.js";
import {comparison, inventedRelease, LOCAL_LSCS, learners, offers} from "../components/areas/invented.js";

const {document} = new JSDOM("").window;

const shrunken = (code: string, category_1: string, of: Partial<Figure> = {}): Figure =>
  offers(code, {indicator_id: "REG-03", dimension_1: "rate compared", category_1, ...of});

const limit = (size: number, interval_level: number, lower: number, upper: number): Figure =>
  learners("ENG", {
    indicator_id: "REG-02",
    dimension_1: "rate compared",
    category_1: "UPT-03",
    dimension_2: "level of areas",
    category_2: "Local LSCs",
    dimension_3: "size of area",
    category_3: `${size} staff`,
    unit: `per cent of the rate of all areas, ${100 * interval_level}% limits`,
    value: 100,
    lower,
    upper,
    interval_level
  });

const codes = LOCAL_LSCS.map(({area_code}) => area_code);

function country(of: {limits?: boolean; positions?: Comparison["funnel_position"][]} = {}): Release {
  const {limits = true, positions = []} = of;
  return inventedRelease({
    indicators: [
      ...codes.flatMap((code, index) => [
        learners(code, {numerator: 50 + 10 * index, denominator: 5000, value: 10 + 2 * index}),
        shrunken(code, "UPT-03", {value: 10 + 2 * index, unit: "learners per 1,000 staff"}),
        index === 0
          ? shrunken(code, "OFF-01", {value: null, symbol: "x", symbol_reason: "not_enough_data"})
          : shrunken(code, "OFF-01")
      ]),
      offers(codes[0] ?? "", {value: null, symbol: "x", symbol_reason: "not_returned"}),
      learners("ENG", {value: 12}),
      ...(limits ? [limit(4000, 0.95, 50, 170), limit(8000, 0.95, 55, 160), limit(4000, 0.998, 30, 200)] : [])
    ],
    comparisons: codes.map((code, index) =>
      comparison("learners", code, {funnel_position: positions[index] ?? "inside", is_different: "no"})
    )
  });
}

const nodeOf = (page: Page, name: string, {release, ...parameters}: {release: Release; area?: string}): Element => {
  const mark = page.marks[name]?.(release, {document, parameters});
  if (mark === undefined || typeof mark === "string") throw new Error(`missing node: ${name}`);
  return mark as Element;
};
const filled = (release: Release, name: string): Element => nodeOf(areas, name, {release});

describe("areas", () => {
  it("lists every local LSC under its region, each with a link and its numbers", () => {
    const list = filled(country(), "list");
    const heads = [...list.querySelectorAll("tr.region a")].map((link) => link.getAttribute("href"));
    expect(heads).toEqual(["/areas/NE", "/areas/SW"]);
    expect(list.querySelectorAll("tbody tr:not(.region)")).toHaveLength(7);
    const [first] = list.querySelectorAll("tbody tr:not(.region)");
    expect([...(first?.children ?? [])].map((cell) => cell.textContent?.trim())).toEqual([
      "Area L1",
      "10 (45 to 55)",
      "not returned",
      "not enough data"
    ]);
  });

  it("offers the list and the funnel as they stand, named synthetic", () => {
    const release = country();
    const [list, funnel] = areas.downloads?.(release) ?? [];
    expect(list?.file).toBe("local-lscs-map-synthetic.csv");
    expect(list?.rows[1]).toEqual(["Area L1", "North East", "10 (45 to 55)", "not returned", "not enough data"]);
    const table = [...filled(release, "funnel").querySelectorAll("tbody tr")].map((row) =>
      [...row.children].map((cell) => cell.textContent)
    );
    expect(table).toHaveLength(7);
    expect(funnel?.rows.slice(1).map((row) => row[0])).toEqual(table.map(([name]) => name));
    expect(table[1]).toEqual(["Area L2", "60", "5,000", "12.0", "10 of 10", "within the limits"]);
  });

  it("chooses what the map shows by plain controls, one map for each", () => {
    const maps = filled(country(), "maps");
    expect(maps.querySelectorAll("input[type=radio]")).toHaveLength(3);
    expect(maps.querySelectorAll("input[checked]")).toHaveLength(1);
    expect(maps.querySelectorAll(".tile-map")).toHaveLength(3);
    for (const input of maps.querySelectorAll("input"))
      expect(maps.querySelector(`label[for=${input.id}]`)).not.toBeNull();
  });

  it("calls nobody in a funnel more than a prompt to look, and counts what chance would do", () => {
    const funnel = filled(country({positions: ["outside_95", "outside_998"]}), "funnel");
    expect(funnel.querySelector("h2")?.textContent).toBe(
      "2 of 7 local LSCs lie outside the 95% limits for learners per 1,000 staff: a prompt to look, and no verdict"
    );
    expect(funnel.querySelector(".measure")?.textContent).toContain("about 0.4 outside the 95% limits");
    expect(funnel.querySelector("svg")?.getAttribute("aria-label")).toContain("Area L1, 10.0 of 5,000 staff");
  });

  it("draws limits as published, at the rate of all areas; and none where none are", () => {
    const lines = (release: Release) => filled(release, "funnel").querySelectorAll(".wide path").length;
    expect(lines(country())).toBeGreaterThan(lines(country({limits: false})));
    expect(filled(country({limits: false}), "funnel").querySelector(".key")?.textContent).not.toContain(
      "95% limits99.8%"
    );
  });

  it("has no funnel where nothing is placed", () => {
    expect(areas.marks.funnel?.(inventedRelease({}), {document, parameters: {}})).toMatchObject({textContent: ""});
  });
});

describe("area", () => {
  it("is one page for each region and local LSC", () => {
    expect(area.parameters?.(country()).map((parameters) => parameters.area)).toEqual(["NE", "SW", ...codes]);
  });

  it("fills every mark of every page, with a download for each table that it shows", () => {
    const release = country();
    for (const parameters of area.parameters?.(release) ?? []) {
      const nodes = Object.values(area.marks)
        .map((mark) => mark(release, {document, parameters}))
        .filter((mark) => typeof mark !== "string" && "querySelector" in mark) as Element[];
      const links = nodes.flatMap((node) => [...node.querySelectorAll("a[download]")]);
      const files = area.downloads?.(release, parameters).map(({file}) => file);
      expect(links.map((link) => link.getAttribute("download"))).toEqual(files);
      expect(files?.length).toBeGreaterThan(2);
      const empty = nodes.filter((node) => node.matches("section") && node.querySelector("tbody:empty"));
      expect(empty).toEqual([]); // headings without a row say nothing
    }
  });

  it("stands, and says so, where nothing was returned", () => {
    const release = inventedRelease({});
    for (const page of [areas, area])
      for (const parameters of page.parameters?.(release) ?? [{}])
        for (const mark of Object.values(page.marks)) mark(release, {document, parameters});
    const beside = nodeOf(area, "beside", {release, area: "L1"});
    expect(beside.querySelector(".measure")?.textContent).toBe("No figure of this area is published.");
    expect(nodeOf(area, "banner", {release, area: "L1"}).textContent).toBe("");
    expect(area.marks.unsourced?.(release, {document, parameters: {area: "L1"}})).not.toContain("synthetic");
  });

  it("says that figures are synthetic, and what has no source", () => {
    const release = country();
    const options = {document, parameters: {area: "L1"}};
    expect([...area.origins(release, {area: "L1"})]).toEqual(["synthetic"]);
    expect(nodeOf(area, "banner", {release, area: "L1"}).textContent).toContain("Synthetic");
    expect(area.marks.unsourced?.(release, options)).toMatch(
      /No source was found for the codes of local LSCs, nor for which LEA lies in which.*Figures of areas are synthetic\.$/
    );
  });

  it("leads back to its region and to all areas", () => {
    const way = nodeOf(area, "wayUp", {release: country(), area: "L5"});
    expect([...way.querySelectorAll("a")].map((link) => link.getAttribute("href"))).toEqual(["/areas", "/areas/SW"]);
    expect(way.querySelector("[aria-current]")?.textContent).toBe("Area L5");
  });

  it("fails for an area that is not there", () => {
    const title = area.marks.title;
    expect(() => title?.(country(), {document, parameters: {area: "L99"}})).toThrow("unknown area: L99");
  });
});
