import {describe, expect, it} from "vitest";
import {completionSentence, costDots, costSentence} from "../../src/components/money/costs.js";
import {outturnBars, outturnColumns, outturns, shareDots, withShare} from "../../src/components/money/outturn.js";
import {perHeadSentence} from "../../src/components/money/perHead.js";
import {placesSentence, placesTable} from "../../src/components/money/places.js";
import type {Figure} from "../../src/components/release.js";
import {allocated, document, figure, MONEY, release, share, spent} from "./moneyFigures.js";

describe("outturnBars(rows, release)", () => {
  const of = (indicators: readonly Figure[]) =>
    outturnBars(outturns(release(indicators), {level: "national"}), release(indicators));

  it("draws what is spent upon what is allocated, and a least sum as a bound", () => {
    expect(of(MONEY)).toEqual([
      {name: "Grant 25", outOf: 38_000_000, amount: 4_900_000, said: "£4.9m of £38m, 14% where returned"},
      {name: "School Development Grant", outOf: 51_000_000, atLeast: 1_300_000, said: "at least £1.3m of £51m"}
    ]);
  });

  it("says why nothing is known to be spent", () => {
    const silent = [allocated(38_000_000), spent({symbol: "x", symbol_reason: "not_returned"})];
    expect(of(silent)).toEqual([{name: "Grant 25", outOf: 38_000_000, said: "spent: not returned of £38m"}]);
    expect(of([allocated(38_000_000)])[0]?.said).toBe("spent: not known of £38m");
  });

  it("stands in the table as words where it is a bound", () => {
    const column = outturnColumns(release(MONEY)).find(({title}) => title.startsWith("Spent"));
    const [known, bound] = outturns(release(MONEY), {level: "national"});
    expect(known && column?.value(known)).toBe(4_900_000);
    expect(bound && column?.value(bound)).toBe("at least 1,300,000");
  });
});

describe("shareDots(rows, {release, nation})", () => {
  it("marks a region whose coverage is unlike the nation's", () => {
    const area = {area_level: "region", area_code: "NE"} as const;
    const all = release([
      ...MONEY,
      allocated(1_000_000, area),
      share(16, {...area, senders_returned: 7, senders_expected: 12})
    ]);
    const nation = withShare(outturns(all, {level: "national"}));
    expect(nation && shareDots(outturns(all, {level: "region"}), {release: all, nation: nation.share})).toEqual([
      {group: "", name: "North East", value: 16, said: "16% · 7 of 12 LEAs, unlike coverage"}
    ]);
  });
});

describe("costSentence(release), completionSentence(release), costDots(release)", () => {
  const start = (of: Partial<Figure>) => figure("FIN-02", {unit: "pounds per start", interval_level: 0.95, ...of});
  const known = start({value: 800, lower: 590, upper: 1300});

  it("give the cost with its interval and whose returns it rests on", () => {
    expect(costSentence(release([known]))).toBe(
      "LEAs spent about £800 of Grant 25 for each start (95% interval £590 to £1,300), in the synthetic returns"
    );
    expect(costSentence(release([start({value: 700, origin: "real"})]))).toBe(
      "LEAs spent about £700 of Grant 25 for each start"
    );
  });

  it("say why there is none", () => {
    expect(costSentence(release([start({symbol: "x", symbol_reason: "not_enough_data"})]))).toBe(
      "What a start costs is not known: not enough data"
    );
    expect(costSentence(release([]))).toBe("What a start costs is not known");
    const due = figure("FIN-03", {programme_id: "Q10", symbol: "x", symbol_reason: "not_yet_due"});
    expect(completionSentence(release([due]))).toBe(
      "No cost per completion can be given yet: not yet due for HLTA status: 50 day training."
    );
    expect(completionSentence(release([]))).toBe("No cost per completion is in this release.");
    expect(completionSentence(release([{...due, value: 4000}]))).toContain("is known for HLTA status: 50 day training");
  });

  it("draw only costs that are known, all programmes first", () => {
    const dear = start({programme_id: "Q10", value: 8000, lower: 7000, upper: 9000});
    const dots = costDots(release([dear, start({programme_id: "Q04", symbol: "u"}), known]));
    expect(dots.map(({name, said}) => [name, said])).toEqual([
      ["All programmes", "£800, £590 to £1,300"],
      ["HLTA status: 50 day training", "£8,000, £7,000 to £9,000"]
    ]);
  });
});

describe("perHeadSentence(release)", () => {
  const head = (unit: string, value: number) => figure("FIN-04", {unit, value});

  it("sets what is spent against what is allocated", () => {
    const all = release([head("pounds allocated per head", 91), head("pounds spent per head", 13)]);
    expect(perHeadSentence(all)).toMatch(
      /^In the synthetic returns, Grant 25 comes to £91 for each member of support staff, of which £13 is spent so far, by the returns of 134 of 150 LEAs\./
    );
    expect(perHeadSentence(release([]))).toBe("What the money comes to per head is not known.");
  });
});

describe("placesSentence(release), placesTable(release, {document})", () => {
  const place = (unit: string, value: number | null, of: Partial<Figure> = {}) =>
    figure("CAP-01", {dimension_1: null, category_1: null, programme_id: "Q10", unit, value, ...of});

  it("give the span over programmes of the latest year, and the places of each", () => {
    const all = release([
      place("per cent of places funded", 98, {period: "2003-04"}),
      place("places funded", 3850),
      place("per cent of places funded", 40),
      place("per cent of places funded", 47.5, {programme_id: "Q40"})
    ]);
    expect(placesSentence(all)).toMatch(
      /^In the synthetic returns, 40% to 48%, by programme, of the places funded for 2004–05 are taken by 30 June 2004\./
    );
    const made = placesTable(all, {document}) as HTMLElement;
    const cells = [...made.querySelectorAll("tbody tr")].map((row) => row.querySelectorAll("td")[1]?.textContent);
    expect(cells).toEqual(["3,850", "not available"]);
  });

  it("say that it is not known", () => {
    expect(placesSentence(release([]))).toBe("How many of the places that the money funds are taken is not known.");
    expect(placesTable(release([]), {document}).textContent).toBe("");
  });
});
