import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {type Charts, drawn} from "../../reports/claims/drawn.js";
import {julyProgress} from "../../reports/july-progress/report.js";
import type {Section} from "../../reports/report.js";
import {surveyFigure} from "../components/surveyRelease.js";
import {emptyRelease, reportRelease} from "./reportRelease.js";

const {document} = new JSDOM("").window;

const section = (heading: string): Section => ({
  id: "test",
  title: "Test",
  claims: [],
  draw: () => {
    const chart = document.createElement("section");
    chart.className = "chart";
    chart.innerHTML = `<h2 id="half-finding">${heading}</h2>`;
    return [chart];
  }
});
const half = surveyFigure({value: 40, lower: 38, upper: 42});
const charts: Charts = {
  half: {
    cites: [half],
    numbers: [40, 38, 42],
    holds: [
      [/fewer than half/, true],
      [/more than half/, false]
    ]
  }
};
const headings = (heading: string) => drawn(section(heading), {document, charts});

describe("drawn(section, {document, charts})", () => {
  it("makes the heading of a chart a claim, worded as synthetic where its cells are", () => {
    const {nodes, headings: claims} = headings("Fewer than half, 40%");
    expect(claims[0]).toMatchObject({id: "test.chart.half", cites: [half], wording: "1 of 1"});
    expect(nodes[0]?.textContent).toBe("In the synthetic returns, fewer than half, 40%");
  });

  it.each([
    ["a number that no cell has", "In the synthetic returns, fewer than half, 41%"],
    ["words that are not true", "In the synthetic returns, more than half"]
  ])("stops at a heading with %s, and names it", (_, heading) => {
    expect(() => headings(heading)).toThrow(`claim test.chart.half: expected a wording that is true`);
    expect(() => headings(heading)).toThrow(`“${heading}” is false`);
  });

  it("refuses a heading that nothing is held against", () => {
    expect(() => drawn(section("Forty-two"), {document, charts: {}})).toThrow("heading “Forty-two”: expected cells");
  });
});

describe("the headings of the July report", () => {
  it.each([
    ["a small release", reportRelease()],
    ["an empty one", emptyRelease()]
  ])("are true of %s", (_, release) => {
    const report = julyProgress(release);
    const ids = report.sections.flatMap((part) =>
      drawn(part, {document, charts: report.charts}).headings.map(({id}) => id)
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("stop the report where a cell is not what a chart says", () => {
    const {sections, charts: all} = julyProgress(reportRelease());
    const named = sections.flatMap((part) =>
      drawn(part, {document, charts: all}).headings.map(({id}) => ({part, id, chart: id.replace(/^.*\./, "")}))
    );
    expect(named.length).toBeGreaterThan(5);
    for (const {part, id, chart} of named) {
      const astray = {...all, [chart]: {cites: all[chart]?.cites ?? [], holds: [[/./, false] as const]}};
      const cited = all[chart]?.cites.some((cell) => "value" in cell && cell.value !== null);
      if (cited) expect(() => drawn(part, {document, charts: astray})).toThrow(`claim ${id}: `);
    }
  });
});
