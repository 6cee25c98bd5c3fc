import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {figure} from "../../src/components/figure.js";
import {namedFunding} from "../../src/components/namedFunding.js";
import {palette} from "../../src/components/palette.js";
import {startsByYear} from "../../src/components/startsByYear.js";
import {targetProgress} from "../../src/components/targetProgress.js";
import {trajectoryFan} from "../../src/components/trajectoryFan.js";

const {document} = new JSDOM("").window;
const texts = (chart: Element): string[] => [...chart.querySelectorAll("text")].map((text) => text.textContent ?? "");

describe("targetProgress(data, {document, width})", () => {
  const data = [
    {name: "Learners", said: "up to 10,000, counts from 1 August 2004", share: null, bound: "ceiling"},
    {name: "Places", said: "1,540 of around 7,000", share: 0.22, bound: "about"},
    {name: "Courses", said: "620 of 1,300", share: 0.48, bound: "exact"}
  ] as const;

  it("labels every target with its figure in words, at both widths", () => {
    for (const width of [1080, 340])
      expect(texts(targetProgress(data, {document, width}))).toEqual(
        expect.arrayContaining(data.flatMap(({name, said}) => [name, said]))
      );
  });

  it("dashes a ceiling and nothing else, and fills only what is counted", () => {
    const chart = targetProgress(data, {document});
    expect(chart.querySelectorAll("[stroke-dasharray] line")).toHaveLength(1);
    expect(chart.querySelectorAll(`[fill="${palette.main}"] rect`)).toHaveLength(2);
  });
});

describe("trajectoryFan(fan, {document, width})", () => {
  const month = {observed: null, range80: null, range95: null};
  const months = [
    {...month, month: "2004-04", observed: 570},
    {...month, month: "2004-07", range80: [600, 700], range95: [550, 750]},
    {...month, month: "2004-08", range80: [700, 900], range95: [650, 950]}
  ] as const;
  const fan = {months, target: 1300, goal: "1,300", bound: "exact", isStepped: false} as const;

  it("draws what is to come as two bands and a dot for nothing but what was counted", () => {
    const chart = trajectoryFan(fan, {document});
    expect(chart.querySelectorAll(`[fill="${palette.partial}"] path, path[fill="${palette.partial}"]`)).toHaveLength(1);
    expect(chart.querySelectorAll(`[fill="${palette.second}"] path, path[fill="${palette.second}"]`)).toHaveLength(1);
    expect(chart.querySelectorAll("circle")).toHaveLength(1);
    expect(texts(chart)).toEqual(expect.arrayContaining(["1,300", "Apr 2004"]));
  });

  it("dashes a ceiling, and gives an approximate number a zone", () => {
    const dashes = (bound: "ceiling" | "exact") =>
      trajectoryFan({...fan, bound}, {document}).querySelectorAll("[stroke-dasharray]").length;
    expect([dashes("ceiling"), dashes("exact")]).toEqual([1, 0]);
    expect(trajectoryFan({...fan, bound: "about"}, {document, width: 340}).querySelectorAll("rect")).toHaveLength(1);
  });
});

describe("namedFunding(funding, {document, width})", () => {
  it("draws what is not stated as an outline, never as an amount", () => {
    const parts = [
      {name: "School Development Grant", amount: 51_000_000},
      {name: "Grant 25", amount: 38_000_000}
    ];
    const chart = namedFunding({parts, total: 100_000_000}, {document});
    expect(texts(chart)).toEqual(["School Development Grant £51m", "Grant 25 £38m", "about £100m", "not stated"]);
    expect(chart.querySelectorAll('[fill="none"][stroke-dasharray] rect')).toHaveLength(1);
  });
});

describe("startsByYear(data, {document, width})", () => {
  it("writes the word of a missing figure where its bar would be, and draws none", () => {
    const chart = startsByYear(
      [
        {programme: "Teaching Assistant", year: "2024/25", starts: 4577, said: "4,577", isPart: false},
        {programme: "Learning Mentor", year: "2024/25", starts: null, said: "low", isPart: false}
      ],
      {document}
    );
    expect(texts(chart)).toContain("low");
    expect(chart.querySelectorAll("rect")).toHaveLength(1);
  });
});

describe("figure(frame)", () => {
  it("gives each drawing one name, no inner ones, and puts table and download behind", () => {
    const section = figure({
      document,
      id: "money",
      finding: "Some is named",
      measure: "England",
      alternative: "A bar.",
      draw: (width) => namedFunding({parts: [{name: "Grant", amount: 1e6}], total: 2e6}, {document, width}),
      table: document.createElement("table"),
      download: "money.csv",
      source: "Source: the plan"
    });
    const pictures = [...section.querySelectorAll("svg")];
    expect(pictures.map((svg) => [svg.getAttribute("role"), svg.getAttribute("aria-label")])).toEqual(
      Array.from({length: 3}, () => ["img", "A bar."])
    );
    expect(section.querySelectorAll("svg [aria-label], svg [aria-hidden]")).toHaveLength(0);
    expect(section.querySelector("details table")).not.toBeNull();
    expect(section.querySelector("a")?.getAttribute("href")).toBe("/data/tables/money.csv");
    expect(section.querySelector("h2")?.textContent).toBe("Some is named");
  });
});
