import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {REASONS, SYMBOLS} from "../../pipeline/contracts/symbols.js";
import {releaseHistory, vintagesSaid} from "../../src/components/catalogue/vintages.js";
import type {Figure, Release, Vintage} from "../../src/components/release.js";
import {revisedFigures} from "../../src/components/saidBefore.js";
import {vintagesDownloads, vintagesSentence, vintagesTable} from "../../src/components/vintages.js";
import {surveyFigure, withoutValue} from "./surveyRelease.js";

const {document} = new JSDOM("").window;
const total = (of: Partial<Figure>): Figure =>
  surveyFigure({indicator_id: "OFF-01", unit: "per cent of persons", ...of});
const said = (release_number: number, figure: Figure, was_said = true): Vintage =>
  ({...figure, release_number, release: `r${release_number}`, was_said}) as unknown as Vintage;
const DATES = ["2004-04-30", "2004-05-31"];

const releaseOf = (
  indicators: readonly Figure[],
  {vintages = [], known = 2}: {vintages?: readonly Vintage[]; known?: number} = {}
): Release =>
  ({
    indicators,
    vintages,
    releases: DATES.slice(0, known).map((as_at_date, index) => ({
      release_number: index + 1,
      release: `r${index + 1}`,
      as_at_date
    })),
    progress: [{as_at_date: "2004-06-30"}],
    definitions: [{indicator_id: "OFF-01", indicator_name: "Training offered"}],
    areas: [
      {area_code: "ENG", area_name: "England"},
      {area_code: "NE", area_name: "North East"}
    ],
    roles: [{role_id: "R04", role_name: "Midday supervisor"}],
    routes: [],
    programmes: [],
    symbols: SYMBOLS,
    reasons: REASONS
  }) as unknown as Release;

const cells = (release: Release): string[][] =>
  [...(vintagesTable(release, "OFF-01", {document}) as Element).querySelectorAll("tbody tr")].map((row) =>
    [...row.children].map((cell) => (cell.querySelector("[aria-hidden]") ?? cell).textContent ?? "")
  );

const march = total({value: 53, lower: 51, upper: 55});
const before = total({value: 52, lower: 50, upper: 54});
const gone = total({role_id: "R04", value: 20, lower: 15, upper: 26});
const added = total({period: "2004-06", value: 60, lower: 58, upper: 62});

describe("revisedFigures(release, indicator)", () => {
  it("asks each release in turn: its own row, that of the next that has one, else what is said now", () => {
    const release = releaseOf([march], {vintages: [said(1, before)]});
    expect(revisedFigures(release, "OFF-01").map((of) => [...of.before, of.now].map((at) => at?.value))).toEqual([
      [52, 53, 53]
    ]);
  });

  it("knows what was first said later, and what was withdrawn", () => {
    const vintages = [said(1, gone, false), said(2, gone)];
    expect(
      revisedFigures(releaseOf([march], {vintages}), "OFF-01").map((of) =>
        [...of.before, of.now].map((at) => at?.value)
      )
    ).toEqual([[undefined, 20, undefined]]);
  });
});

describe("vintagesSentence(release, indicator)", () => {
  it.each<[string, Release, string]>([
    [
      "no release before",
      releaseOf([march], {known: 0}),
      "No release before this one is known, so nothing else has been said of it."
    ],
    [
      "none that said otherwise",
      releaseOf([march]),
      "Two releases came before this one; no figure that they gave of it has been revised or withdrawn."
    ],
    [
      "only new figures",
      releaseOf([march], {known: 1, vintages: [said(1, march, false)]}),
      "One release came before this one; no figure that it gave of it has been revised or withdrawn. Its only figure is new."
    ],
    [
      "some revised, withdrawn and new",
      releaseOf([march, added], {vintages: [said(1, before), said(2, gone), said(2, added, false)]}),
      "Two releases came before this one. Of the figures given there, one has been revised and one withdrawn. One of its two figures is new."
    ]
  ])("says so of %s", (_, release, expected) => {
    expect(vintagesSentence(release, "OFF-01")).toBe(expected);
  });
});

describe("vintagesTable(release, indicator, {document})", () => {
  it("gives what each release said, England's totals first, and why there is no number", () => {
    const north = {area_level: "region", area_code: "NE"} as const;
    const release = releaseOf([march, withoutValue({...total(north), ...NO_VALUE})], {
      vintages: [said(1, before), said(1, gone, false), said(1, total(north)), said(2, gone)]
    });
    expect(cells(release)).toEqual([
      [
        "March 2004",
        "England",
        "all",
        "Per cent of persons",
        "52% (50% to 54%)",
        "53% (51% to 55%)",
        "53% (51% to 55%)"
      ],
      [
        "March 2004",
        "England",
        "Role: Midday supervisor",
        "Per cent of persons",
        "nothing said",
        "20% (15% to 26%)",
        "withdrawn"
      ],
      ["March 2004", "North East", "all", "Per cent of persons", "40% (38% to 42%)", "unreliable", "unreliable"]
    ]);
    expect(vintagesDownloads(release, "OFF-01")).toMatchObject([{file: "OFF-01-vintages-synthetic.csv"}]);
    expect(vintagesDownloads(release, "OFF-01")[0]?.rows.slice(1)).toEqual(cells(release));
  });

  it("gives the parts where the number alone would look the same", () => {
    const rate = (numerator: number): Figure =>
      total({value: 50, lower: null, upper: null, numerator, denominator: 2 * numerator});
    const release = releaseOf([rate(120)], {vintages: [said(2, rate(110))]});
    expect(cells(release)[0]?.slice(2)).toEqual(["50%: 110 of 220", "50%: 110 of 220", "50%: 120 of 240"]);
  });

  it("is nothing where no figure was revised or withdrawn", () => {
    const release = releaseOf([march], {vintages: [said(2, march, false)]});
    expect(vintagesTable(release, "OFF-01", {document}).textContent).toBe("");
    expect(vintagesDownloads(release, "OFF-01")).toEqual([]);
  });

  it("shows the first of very many, and says where the others are", () => {
    const many = Array.from({length: 30}, (_, index) => total({period: `${1970 + index}-03`}));
    const release = releaseOf([], {vintages: many.map((figure) => said(2, figure))});
    expect(cells(release)).toHaveLength(20);
    expect(vintagesTable(release, "OFF-01", {document}).textContent).toContain(
      "Here stand the first 20 of 30 such figures; the whole history is among the data."
    );
  });
});

describe("vintagesSaid(release) and releaseHistory(release, {document})", () => {
  it("say that no release before is known", () => {
    const release = releaseOf([march], {known: 0});
    expect(vintagesSaid(release)).toMatch(/^No release before this one is known/);
    expect(releaseHistory(release, {document}).textContent).toBe("");
  });

  it("count what changed, and lead to the pages that show it", () => {
    const release = releaseOf([march], {vintages: [said(1, before), said(2, gone)]});
    expect(vintagesSaid(release)).toBe(
      "Two releases came before this one. Of the figures given there, 2 have been revised or withdrawn."
    );
    const made = releaseHistory(release, {document}) as Element;
    expect([...made.querySelectorAll("tbody tr")].map(({textContent}) => textContent)).toEqual([
      "r130 April 2004",
      "r231 May 2004"
    ]);
    expect(made.querySelector("li")?.textContent).toBe("Training offered 2");
    expect(made.querySelector("li a")?.getAttribute("href")).toBe("/indicators/OFF-01#vintages");
  });
});

const NO_VALUE = {value: null, lower: null, upper: null, symbol: "u", symbol_reason: "unreliable"} as const;
