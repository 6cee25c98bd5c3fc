import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {JSDOM} from "jsdom";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {PUBLISHED} from "../../pipeline/contracts/published/tables.js";
import {REASONS, SYMBOLS} from "../../pipeline/contracts/symbols.js";
import {assumptionSentence} from "../../src/components/assumptions.js";
import {comparisonSentence} from "../../src/components/comparisonFamilies.js";
import {costSentence, surfaceSentence, symbolTable} from "../../src/components/disclosurePolicy.js";
import {dotRows} from "../../src/components/dotRows.js";
import {errorChart} from "../../src/components/errorChecks.js";
import {backtestSentence} from "../../src/components/forecastChecks.js";
import {catalogueSentence, catalogueTables, indicatorCounts} from "../../src/components/indicatorCatalogue.js";
import {coverageChart, coverageInAll} from "../../src/components/intervalCoverage.js";
import {linkageSentence} from "../../src/components/linkedPeople.js";
import type {Release} from "../../src/components/release.js";
import {marginsSentence, responseSentence, unequalWeights} from "../../src/components/surveyQuality.js";
import {readRelease} from "../../src/components/tables.js";
import {methods} from "../../src/pages/methods.js";
import {writeSample} from "../browser/sample.js";

const {document} = new JSDOM("").window;
const folder = mkdtempSync(join(tmpdir(), "uptake-methods-"));
let release: Release;
let bare: Release; // without any synthetic return

beforeAll(() => {
  for (const origin of ["all", "real"] as const) writeSample(join(folder, origin), {root: resolve("."), origin});
  const read = (origin: string) =>
    readRelease(join(folder, origin), {tables: Object.keys(PUBLISHED), symbols: SYMBOLS, reasons: REASONS});
  [release, bare] = [read("all"), read("real")];
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const textOf = (node: Node): string => node.textContent ?? "";

describe("sentences of the Methods page", () => {
  it("tell response, and what unequal weights cost", () => {
    expect(responseSentence(release)).toMatch(/^74% of the schools drawn took part, and 43% of the staff .* 42 of 47/);
    expect(unequalWeights(release)).toContain("Kish’s effect is 1.4, so the answers tell as much as 71 in every 100");
  });

  it("call a census synthetic where it is", () => {
    const census = {...release.files[0], collection: "workforce", is_used: true} as Release["files"][number];
    const of = (origin: "real" | "synthetic") => marginsSentence({...release, files: [{...census, origin}]});
    expect(of("synthetic")).toContain("synthetic census");
    expect(of("real")).not.toContain("synthetic");
  });

  it("count comparisons, and those that are called different", () => {
    expect(comparisonSentence(release)).toBe(
      "This release makes 4 comparisons in one family: 1 is called different, and for 1 there is too little to say."
    );
  });

  it("tell what linking changes, and never call an estimate certain", () => {
    const said = linkageSentence(release);
    expect(said).toContain("6,820 learner references are 6,660 people");
    expect(said).toContain("would be 13.0 without linking and are 12.7 with it");
    expect(said).toContain("more than 99.9% are one person");
    expect(said).toContain("the same at every threshold tried: 0.5 and 0.9");
  });

  it("tell how earlier forecasts fared", () => {
    const tried = release.trajectories.map((row) => ({
      ...row,
      backtest_forecasts_count: row.target_id === "T03" ? 3 : null,
      backtest_within_80_count: 1,
      backtest_within_95_count: 3
    }));
    const said = backtestSentence({...release, trajectories: tried});
    expect(said).toContain("of three earlier forecasts over three months the count lay within the 80% band in one");
    expect(said.match(/earlier forecast/g)).toHaveLength(1);
  });

  it("tell what protection costs, and how many tables there are", () => {
    expect(costSentence(release)).toContain("Of 32,561 figures, 1,209 are low, 1,028 are withheld and 5,223 are");
    expect(surfaceSentence(release)).toContain("120 tables of figures are declared");
  });

  it("count what no source states", () => {
    expect(assumptionSentence(release)).toContain(
      "Of 2 rows in the tables that sort and judge, a source states 1. We inferred 1"
    );
  });
});

describe("the catalogue of indicators", () => {
  it("names every indicator once, in its family", () => {
    const names = [...(catalogueTables(release, {document}) as Element).querySelectorAll("tbody th")].map(textOf);
    const expected = release.definitions.map((of) => `${of.indicator_name} (${of.indicator_id})`);
    expect(names.toSorted()).toEqual(expected.toSorted());
  });

  it("counts as having figures what has a number or a bound, and says why the others have none", () => {
    expect(indicatorCounts(release)).toEqual({
      all: release.definitions.length,
      withFigures: release.definitions.length - 2
    });
    expect(catalogueSentence(release)).toContain("Two have none");
    expect(catalogueSentence(release)).toMatch(/not collected: progression rate/i);
    expect(catalogueSentence(release)).toMatch(/not yet due: reach of behaviour/i);
  });
});

describe("intervals held against what was planted", () => {
  it("are counted together, weighed by their number", () => {
    expect(coverageInAll(release)).toEqual({percent: 98, intervals: 200, countries: 20});
    expect(coverageInAll(bare)).toBeUndefined();
  });

  it("are said to lie above 95% where their limits do", () => {
    const heading = (coverageChart(release, {document}) as Element).querySelector("h3");
    expect(heading?.textContent).toBe(
      "98.0% of 200 intervals held the truth; one of the 2 kinds of figure lies above 95%"
    );
    const close = release.interval_coverage.map((row) => ({...row, lower: 90, upper: 99}));
    const other = coverageChart({...release, interval_coverage: close}, {document}) as Element;
    expect(other.querySelector("h3")?.textContent).toContain("none of the 2 kinds of figure strays from 95%");
  });

  it("stand in the table behind the chart as they are published", () => {
    const cells = [...(coverageChart(release, {document}) as Element).querySelectorAll("tbody tr")].map((row) =>
      [...row.children].slice(1, 5).map(textOf)
    );
    expect(cells).toEqual([
      ["England", "20", "19", "95.0"],
      ["Each region", "180", "177", "98.3"]
    ]);
  });
});

describe("errorChart(release, {document})", () => {
  it("puts both errors of each figure side by side, and says how far apart they are", () => {
    const chart = errorChart(release, {document}) as Element;
    expect(chart.querySelector("h3")?.textContent).toContain("differ by 0.1 of a percentage point at most");
    expect(chart.querySelectorAll(".wide circle")).toHaveLength(4);
    expect(chart.querySelectorAll("tbody tr")).toHaveLength(2);
  });
});

describe("what stands behind checks of the survey", () => {
  const linesOf = (chart: Node): Map<string, string> => {
    const terms = [...(chart as Element).querySelectorAll(".about dt")];
    return new Map(terms.map((term) => [textOf(term), textOf(term.nextElementSibling ?? term)]));
  };

  it("is said of errors, and of intervals", () => {
    const errors = linesOf(errorChart(release, {document}));
    expect(errors.get("What is counted")).toContain("by leaving out each school in turn");
    expect(errors.get("Origin")).toMatch(/^synthetic/);
    const intervals = linesOf(coverageChart(release, {document}));
    expect(intervals.get("Base")).toMatch(/^200 intervals, from seeds/);
    expect(intervals.get("How it is made")).toContain("npm run coverage");
  });

  it("is a link away from every headline of the page", () => {
    const figures = methods.marks.figures?.(release, {document, parameters: {}}) as Element;
    expect(
      [...figures.querySelectorAll("li")].map((figure) => figure.querySelector("a")?.getAttribute("href"))
    ).toEqual(["#indicators", "#intervals", "#people", "#protection"]);
  });
});

describe("dotRows(rows, options)", () => {
  const rows = [
    {group: "Offers", name: "England", said: "19 of 20", value: 95, limits: [75, 99]},
    {group: "Offers", name: "Regions", said: "175 of 180", value: 97},
    {group: "Uptake", name: "England", said: "20 of 20", value: 100, other: 99}
  ] as const;
  const line = {at: 95, said: "95%"};

  it("names groups once and rows each, and draws limits and second values only where there are any", () => {
    for (const width of [1080, 340]) {
      const chart = dotRows(rows, {document, width, domain: [70, 100], write: String, line});
      const texts = [...chart.querySelectorAll("text")].map(textOf);
      expect(texts.filter((text) => text === "Offers")).toHaveLength(1);
      expect(texts).toEqual(expect.arrayContaining(["England", "Regions", "175 of 180", "Uptake", "95%"]));
      expect(chart.querySelectorAll("circle")).toHaveLength(4);
      expect(chart.querySelectorAll('[fill="none"] text, [fill="white"] text')).toHaveLength(0);
    }
  });
});

describe("symbolTable(release, {document})", () => {
  it("holds every symbol, and every reason with words of its own", () => {
    const words = [...(symbolTable(release, {document}) as Element).querySelectorAll("tbody th")].map(textOf);
    expect(words).toEqual(expect.arrayContaining(["Low", "Withheld", "Unreliable", "Not collected", "Not yet due"]));
    expect(new Set(words).size).toBe(words.length);
  });
});

describe("methods", () => {
  it("fills every mark without any return about people, and then speaks of none that is synthetic", () => {
    const texts = Object.values(methods.marks).map((mark) => {
      const filled = mark(bare, {document, parameters: {}});
      return typeof filled === "string" ? filled : textOf(filled);
    });
    expect(texts.join(" ")).toContain("No survey return is in this release");
    expect(texts.join(" ")).not.toMatch(/NaN|\bnull\b|Infinity|undefined(?! if nobody)/);
    expect([...methods.origins(bare)]).not.toContain("synthetic");
  });

  it("offers each table under a name of its own", () => {
    const names = methods.downloads?.(release).map(({file}) => file) ?? [];
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining(["interval-coverage-synthetic.csv", "disclosure-policy.csv"]));
  });
});
