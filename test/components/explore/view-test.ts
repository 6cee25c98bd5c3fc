import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {chosen, settled, strangers} from "../../../src/components/explore/choices.js";
import {csvText} from "../../../src/components/explore/csvText.js";
import {cubeOf} from "../../../src/components/explore/cube.js";
import {drawingOf} from "../../../src/components/explore/drawing.js";
import {picture, pictureText} from "../../../src/components/explore/picture.js";
import {result} from "../../../src/components/explore/result.js";
import type {ExploreState} from "../../../src/components/explore/state.js";
import {fileName, viewOf} from "../../../src/components/explore/view.js";
import type {Figure} from "../../../src/components/release.js";
import {bySex, FACTS, figure, WITHHELD} from "./cube.js";

const {document} = new JSDOM("").window;

const REGIONAL = [
  figure(),
  figure({area_level: "region", area_code: "LON", value: 40, senders_returned: 5, senders_expected: 6}),
  figure({area_level: "region", area_code: "NE", ...WITHHELD, senders_returned: 2, senders_expected: 6}),
  figure({area_level: "local_lsc", area_code: "LLSC01", value: 44}),
  bySex("Female", {value: 55}),
  bySex("Male", {value: 42}),
  bySex("Female", {value: 57, area_level: "region", area_code: "LON"})
];

function view(wanted: Partial<ExploreState>, rows: readonly Figure[] = REGIONAL) {
  const cube = cubeOf(rows);
  return viewOf(settled({indicator: "OFF-01", ...wanted}, cube), {cube, facts: FACTS});
}

describe("viewOf(state)", () => {
  it("shows the figures of a breakdown, areas and period, and says which", () => {
    const {title, measure, rows} = view({by: "sex"});
    expect(title).toBe("Training offered, by sex: England, March 2004");
    expect(measure).toBe("Per cent of persons, in the synthetic returns. Two figures.");
    expect(rows.map(({categories, figure: {value}}) => [...categories, value])).toEqual([
      ["Female", 55],
      ["Male", 42]
    ]);
  });

  it("does not say twice what an indicator is by", () => {
    const named = {...FACTS, definitions: FACTS.definitions.map((row) => ({...row, indicator_name: "Offers by sex"}))};
    const cube = cubeOf(REGIONAL);
    const {title} = viewOf(settled({indicator: "OFF-01", by: "sex"}, cube), {cube, facts: named});
    expect(title).toBe("Offers by sex: England, March 2004");
  });

  it("counts what has no number by its word", () => {
    expect(view({areas: ["national", "region"]}).measure).toContain("Three figures, 1 withheld.");
  });

  it("puts pinned rows first, in their order, whatever areas are chosen", () => {
    const {rows} = view({areas: ["region"], pins: ["LLSC01~survey:2004-03", "ENG~survey:2004-03"], order: "highest"});
    expect(rows.map(({area, isPinned}) => [area, isPinned])).toEqual([
      ["London Central", true],
      ["England", true],
      ["London", false],
      ["North East", false]
    ]);
  });

  it("puts what has no number last, highest or lowest first", () => {
    for (const order of ["highest", "lowest"] as const)
      expect(view({areas: ["national", "region"], order}).rows.at(-1)?.area).toBe("North East");
  });

  it("keeps to what lies within an area, and to one category", () => {
    expect(view({areas: ["region", "local_lsc"], within: "LON"}).rows.map(({area}) => area)).toEqual([
      "London",
      "London Central"
    ]);
    expect(view({by: "sex", only: {sex: "Male"}}).rows.map(({categories}) => categories[0])).toEqual(["Male"]);
  });

  it("orders groups by the numbers in their names", () => {
    const rows = ["55 and over", "25 to 34", "Under 25"].map((category_1) =>
      figure({dimension_1: "age band", category_1})
    );
    expect(view({by: "age band"}, rows).rows.map(({categories}) => categories[0])).toEqual([
      "Under 25",
      "25 to 34",
      "55 and over"
    ]);
  });

  it("marks figures of unlike coverage as not comparable", () => {
    expect(view({areas: ["national", "region"]}).notes.join(" ")).not.toContain("Not comparable");
    const apart = [
      figure(),
      figure({area_level: "region", area_code: "LON", senders_returned: 1, senders_expected: 6})
    ];
    expect(view({areas: ["national", "region"]}, apart).notes.join(" ")).toContain(
      "Not comparable as they stand: the figures rest on unlike shares of returns, from 1 of 6 (London) to 42 of 47 (England)."
    );
  });

  it("says synthetic of some where others are real", () => {
    const mixed = [figure(), figure({area_level: "region", area_code: "LON", origin: "real"})];
    expect(view({areas: ["national", "region"]}, mixed).notes[0]).toContain("Some of these figures are synthetic");
    expect(view({}, [figure({origin: "real"})]).notes.join(" ")).not.toContain("synthetic");
  });

  it("never says that roles add up", () => {
    expect(view({by: "role_id"}, [figure({role_id: "R01"})]).notes.join(" ")).toContain("never add up");
  });
});

describe("refusals(figures)", () => {
  it("refuses single groups for small areas, says why, and offers what there is", () => {
    const {refusals, rows} = view({by: "sex", areas: ["local_lsc"]});
    expect(rows).toEqual([]);
    expect(refusals[0]?.text).toBe(
      "Not published by sex for local LSCs, only for England and regions. Disclosure control: figures by sex are not given for small areas, where they could tell of single people."
    );
    expect(refusals[0]?.offers.map(({name}) => name)).toEqual(["Show England", "Show regions", "Show totals instead"]);
  });

  it("says that a table is not declared where no rule of its own withholds it", () => {
    expect(view({areas: ["lea"]}).refusals[0]?.text).toMatch(
      /^Not published in total for LEAs, .* declared beforehand/
    );
  });

  it("names areas of which there is nothing, though there is of their like", () => {
    expect(view({by: "sex", areas: ["region"]}).refusals.map(({text}) => text)).toEqual([
      "This release holds no figure by sex for North East."
    ]);
  });

  it("offers the periods that there are", () => {
    const {refusals} = view({period: "month:2004-01"});
    expect(refusals).toEqual([
      {
        text: "There are no figures in total for this period.",
        offers: [{name: "March 2004", change: {period: "survey:2004-03"}}]
      }
    ]);
  });

  it("says where no area is chosen, and refuses nothing where all is there", () => {
    expect(view({areas: []}).refusals[0]?.text).toBe("No area is chosen.");
    expect(view({by: "sex"}).refusals).toEqual([]);
  });
});

describe("chosen(state)", () => {
  const cube = cubeOf([
    ...REGIONAL,
    figure({indicator_id: "UPT-01", unit: "per cent of those offered", period: "2004-02"})
  ]);

  it("takes another period and level where the new indicator has none of those chosen, and lets pins go", () => {
    const state = settled({indicator: "OFF-01", by: "sex", areas: ["region"], pins: ["x"]}, cube);
    const next = chosen(state, {change: {indicator: "UPT-01", unit: undefined}, cube});
    expect(next).toMatchObject({by: "", areas: ["national"], period: "survey:2004-02", pins: []});
  });

  it("begins with offers by role group where there are any, else with what the release begins with", () => {
    const grouped = cubeOf([
      figure({indicator_id: "APP-01"}),
      figure({dimension_1: "role group", category_1: "Premises"})
    ]);
    expect(settled({}, grouped)).toMatchObject({indicator: "OFF-01", by: "role group"});
    const without = cubeOf([
      figure({indicator_id: "APP-01", unit: "starts"}),
      figure({dimension_1: "sex", category_1: "Male"})
    ]);
    expect(settled({}, without)).toMatchObject({indicator: "APP-01", by: "", unit: "starts"});
  });

  it("says that there is nothing where a release is empty", () => {
    const {title, measure, refusals} = viewOf(settled({}, cubeOf([])), {cube: cubeOf([]), facts: FACTS});
    expect([title, measure, refusals.length]).toEqual(["No figures", "", 1]);
  });

  it("keeps a level that is refused, so that the refusal is told", () => {
    const state = settled({indicator: "OFF-01", by: "sex"}, cube);
    expect(chosen(state, {change: {areas: ["lea"]}, cube}).areas).toEqual(["lea"]);
  });

  it("tells what an address asks for that is not there", () => {
    expect(strangers({indicator: "XXX-01"}, cube)[0]).toContain("XXX-01");
    expect(strangers({indicator: "OFF-01", unit: "pounds", by: "phase"}, cube)).toHaveLength(2);
    expect(strangers({indicator: "OFF-01", by: "sex"}, cube)).toEqual([]);
  });
});

describe("csvText(view)", () => {
  it("holds the rows of the table, words for what is withheld, and the notes below", () => {
    const [table = "", notes = ""] = csvText(view({areas: ["national", "region"]})).split("\r\n\r\n");
    expect(table.split("\r\n")).toEqual([
      "\ufeffArea,Per cent of persons,95% from,95% to,Base,Returns in",
      "England,50,45,55,1000,42 of 47",
      "London,40,45,55,1000,5 of 6",
      "North East,withheld,,,1000,2 of 6"
    ]);
    expect(notes).toContain("Withheld so that no individual can be recognised.");
    expect(notes).toContain("synthetic");
  });

  it("names the file after what it holds, synthetic where it is", () => {
    expect(fileName(view({by: "sex"}))).toBe("OFF-01-by-sex-survey-2004-03-synthetic");
    expect(fileName(view({}, [figure({origin: "real"})]))).toBe("OFF-01-survey-2004-03");
  });
});

describe("result(view)", () => {
  const shown = (wanted: Partial<ExploreState>, rows?: readonly Figure[]) => {
    const made = view(wanted, rows);
    const place = document.createElement("div");
    const drawing = drawingOf(made, {facts: FACTS, document});
    place.append(...result(made, {document, drawing, widths: {now: 1080}, links: {}}));
    return {made, place};
  };
  const cells = (place: Element): string[][] =>
    [...place.querySelectorAll("tbody tr")].map((row) =>
      [...row.children].slice(0, -1).map((cell) => cell.textContent ?? "")
    );

  it("has the rows of the CSV", () => {
    const {made, place} = shown({areas: ["national", "region"]});
    expect(cells(place)).toHaveLength(made.rows.length);
    expect(cells(place)[0]).toEqual(["England", "50%", "45%", "55%", "1,000", "42 of 47"]);
    expect(place.querySelector("tbody tr:last-child .missing")?.textContent).toContain(
      "withheld to protect individuals"
    );
  });

  it("draws a withheld figure as a word and no dot, and the others with their interval", () => {
    const {place} = shown({areas: ["national", "region"]});
    const svg = place.querySelector("svg");
    expect(svg?.querySelectorAll("circle")).toHaveLength(2);
    expect(svg?.textContent).toContain("withheld");
  });

  it("draws a bound as an open line and no dot, and writes it as a limit", () => {
    const {place} = shown({}, [figure({value: null, lower: null, upper: 50, bound: "upper", interval_level: null})]);
    expect(place.querySelectorAll("svg circle")).toHaveLength(0);
    expect(place.querySelectorAll("svg [stroke-dasharray]")).toHaveLength(1);
    expect(cells(place)[0]).toContain("at most 50%");
  });

  it("draws a line over periods, open where a period is not whole, and stops where there is no number", () => {
    const months = ["2004-01", "2004-02", "2004-03", "2004-04"].map((period, index) =>
      figure({period_type: "month", period, is_part_period: index === 3, ...(index === 1 ? WITHHELD : {})})
    );
    const {place} = shown({period: "month:all"}, months);
    expect(place.querySelectorAll("svg circle")).toHaveLength(3);
    expect(place.querySelectorAll("svg polyline")).toHaveLength(1);
    expect(place.querySelector("svg")?.textContent).toContain("withheld");
  });

  it("draws time evenly, with room for periods of which there is nothing, and no span as a point", () => {
    const periods = ["2003-11", "2004-02", "before 2004-04"].map((period) => figure({period_type: "month", period}));
    const {place} = shown({period: "month:all"}, periods);
    expect([...place.querySelectorAll("svg circle")]).toHaveLength(2);
    expect(place.querySelector("svg")?.textContent).toMatch(/Nov 03.*Dec 03.*Jan 04.*Feb 04/);
    expect(cells(place)).toHaveLength(3);
  });

  it("shows sixty rows of many, and says how many there are", () => {
    const many = Array.from({length: 80}, (_, index) => figure({dimension_1: "topic", category_1: `Topic ${index}`}));
    const {place} = shown({by: "topic"}, many);
    expect(cells(place)).toHaveLength(60);
    expect(place.querySelector(".more")?.textContent).toContain("Rows 1 to 60 of 80.");
    expect(shown({by: "topic", isWhole: true}, many).place.querySelectorAll("tbody tr")).toHaveLength(80);
  });

  it("offers moves for pinned rows alone", () => {
    const {place} = shown({by: "sex", pins: ["ENG~survey:2004-03~Male", "ENG~survey:2004-03~Female"]});
    const does = [...place.querySelectorAll("tbody tr")].map((row) =>
      [...row.querySelectorAll<HTMLElement>("[data-do]")].map(({dataset}) => dataset.do)
    );
    expect(does).toEqual([
      ["about", "pin", "down"],
      ["about", "pin", "up"]
    ]);
  });
});

describe("picture(view)", () => {
  it("stands alone: title, notes, what is synthetic, its address and plain colours", () => {
    const made = view({areas: ["national", "region"]});
    const drawing = drawingOf(made, {facts: FACTS, document});
    if (!drawing) throw new Error("missing drawing");
    const svg = picture(made, drawing, {document, address: "https://example.org/explore?x=1"});
    const text = pictureText(svg, (node) => (node as Element).outerHTML);
    expect(text).not.toContain("var(");
    const said = svg.textContent?.replace(/\s+/g, " ") ?? "";
    for (const wanted of ["Training offered: England", "withheld", "synthetic", "https://example.org/explore?x=1"])
      expect(said).toContain(wanted);
  });
});
