import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {dotPanels, type PanelRow} from "../../src/components/dotPanels.js";
import {hundredPeople} from "../../src/components/hundredPeople.js";
import {palette} from "../../src/components/palette.js";
import {ratioDots} from "../../src/components/ratioDots.js";

const {document} = new JSDOM("").window;
const texts = (chart: Element): string[] => [...chart.querySelectorAll("text")].map((text) => text.textContent ?? "");

describe("dotPanels(rows, {document, width, panels})", () => {
  const panels = [
    {title: "Offered training", of: "of staff", bound: 50},
    {title: "Took it up", of: "of those offered"}
  ];
  const rows: PanelRow[] = [
    {group: "England", name: "The plan", cells: [{said: "under 50%", upTo: 50}, {said: ""}]},
    {
      group: "England",
      name: "Other staff",
      cells: [
        {said: "40%", value: 40, limits: [38, 42]},
        {said: "72%", value: 72, limits: [69, 75], mark: "different"}
      ]
    },
    {
      group: "England",
      name: "Music specialist",
      cells: [{said: "unreliable"}, {said: "91%", value: 91, mark: "reference"}]
    }
  ];

  it("writes every name, value, word and panel at each width", () => {
    for (const width of [1080, 720, 340]) {
      const said = texts(dotPanels(rows, {document, width, panels}));
      for (const word of [
        "England",
        "The plan",
        "Other staff",
        "Music specialist",
        "under 50%",
        "40%",
        "72%",
        "91%",
        "unreliable",
        "Offered training",
        "of those offered"
      ])
        expect(said).toContain(word);
    }
  });

  it("draws a bound as a zone and a dashed line, and gives it no dot", () => {
    const chart = dotPanels(rows.slice(0, 1), {document, panels});
    expect(chart.querySelectorAll("rect")).toHaveLength(1);
    expect(chart.querySelectorAll("[stroke-dasharray] line")).toHaveLength(1);
    expect(chart.querySelectorAll("circle")).toHaveLength(0);
  });

  it("draws a dot for values alone, with another shape for what is different and for what is compared with", () => {
    const chart = dotPanels(rows, {document, panels});
    const marks = (fill: string) => chart.querySelectorAll(`g[fill="${fill}"] circle, g[fill="${fill}"] path`).length;
    expect(marks(palette.main)).toBe(2); // one dot, one diamond
    expect(marks(palette.paper)).toBe(1);
  });

  it("stays within its width and breaks a name that is too long", () => {
    const long = [
      {group: "", name: "Language assistant (primary modern languages)", cells: [{said: "40%", value: 40}]}
    ];
    const chart = dotPanels(long, {document, width: 720, panels: panels.slice(0, 1)});
    expect(chart.querySelectorAll("tspan").length).toBeGreaterThan(1);
  });
});

describe("ratioDots(rows, {document, width})", () => {
  const rows = [
    {
      group: "Sex, compared with female staff",
      name: "Male",
      readings: [
        {said: "0.7 (0.6 to 0.8)", ratio: 0.7, limits: [0.6, 0.8] as const, isHollow: true, isDifferent: true},
        {said: "0.8 (0.7 to 1.0)", ratio: 0.8, limits: [0.7, 1] as const}
      ]
    },
    {group: "Sex, compared with female staff", name: "Not known", readings: [], remark: "1.5% of answers, left out"}
  ];

  it("writes both readings beside each other and the remark where there is none", () => {
    for (const width of [1080, 340])
      expect(texts(ratioDots(rows, {document, width}))).toEqual(
        expect.arrayContaining([
          "Male",
          "0.7 (0.6 to 0.8)",
          "0.8 (0.7 to 1.0)",
          "Not known",
          "1.5% of answers, left out"
        ])
      );
  });

  it("puts half and twice equally far from 1", () => {
    const at = (ratio: number): number => {
      const chart = ratioDots([{group: "", name: "", readings: [{said: "", ratio}]}], {document});
      const [, x] = /translate\(([\d.]+),/.exec(chart.querySelector("g path, g circle")?.outerHTML ?? "") ?? [];
      return Number(x ?? chart.querySelector("circle")?.getAttribute("cx"));
    };
    expect(at(1) - at(0.5)).toBeCloseTo(at(2) - at(1), 1);
  });

  it("draws worst cases as a dashed range without a dot", () => {
    const worst = [{group: "", name: "Mixed", readings: [{said: "0.5 to 1.6 at worst", limits: [0.5, 1.6] as const}]}];
    const chart = ratioDots(worst, {document});
    expect(chart.querySelectorAll("[stroke-dasharray] path")).toHaveLength(1);
    expect(chart.querySelectorAll(`g[fill="${palette.main}"] path, circle`)).toHaveLength(0);
  });
});

describe("hundredPeople(parts, {document, width})", () => {
  const parts = [
    {people: 90, said: "90 hold one role", kind: "one"},
    {people: 8, said: "about 8 hold several roles", kind: "alike"},
    {people: 2, said: "about 2 on two routes", kind: "unlike"}
  ] as const;

  it("draws each person once, those with several roles by two marks, and a key", () => {
    const chart = hundredPeople(parts, {document});
    expect(chart.querySelectorAll(`g[fill="${palette.partial}"] circle`)).toHaveLength(91);
    expect(chart.querySelectorAll(`g[fill="${palette.main}"] circle`)).toHaveLength(10 + 2 + 9);
    expect(chart.querySelectorAll(`g[fill="${palette.contrast}"] circle`)).toHaveLength(3);
    expect(texts(chart)).toEqual(parts.map(({said}) => said));
  });
});
