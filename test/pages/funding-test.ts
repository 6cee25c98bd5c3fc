import {describe, expect, it} from "vitest";
import {
  linesSentence,
  residualSpan,
  residualWords,
  unknownBars,
  unknownLines
} from "../../src/components/money/known.js";
import {moneyRows} from "../../src/components/moneyRows.js";
import type {FundingLine} from "../../src/components/release.js";
import {funding} from "../../src/pages/funding.js";
import {document, line, MONEY, options, PLAN, release, TOTAL} from "./moneyFigures.js";

describe("the title of Funding", () => {
  const title = (lines: readonly FundingLine[]) => funding.marks.title?.(release([], lines), options);

  it("says what is named of the total, and leaves the rest a range", () => {
    expect(title(PLAN)).toBe(
      "The plan puts amounts on £89m of about £100m, and leaves between £11m and £49m without one"
    );
  });

  it("stays true where the residual, the amounts or the total are missing", () => {
    expect(title(PLAN.filter(({line_id}) => line_id !== "residual"))).toContain("leaves an unknown amount without one");
    expect(title([TOTAL])).toBe("The plan speaks of about £100m and puts an amount on none of it");
    expect(title([])).toBe("Nothing in this release says what money there is for training support staff");
  });
});

describe("the lead of Funding", () => {
  it("says what is spent, of which returns, or that it is not known", () => {
    expect(funding.marks.lead?.(release(MONEY), options)).toBe(
      "Financial year 2004–05, England. In the synthetic returns, LEAs had spent 14% of their Grant 25 by 30 June 2004, 134 of 150 LEAs reporting."
    );
    expect(funding.marks.lead?.(release([]), options)).toBe(
      "Financial year 2004–05, England. What is spent of it is not known."
    );
  });
});

describe("residualWords(release), residualSpan(release)", () => {
  const words = (lower_gbp: number | null, upper_gbp: number | null) =>
    residualWords({funding_lines: [line("residual", {lower_gbp, upper_gbp})]});

  it("say a range as a range, and one end as a bound", () => {
    expect(words(11e6, 49e6)).toBe("between £11m and £49m");
    expect(words(11e6, 11e6)).toBe("about £11m");
    expect(words(11e6, null)).toBe("at least £11m");
    expect(words(null, 49e6)).toBe("at most £49m");
    expect(words(null, null)).toBe("an unknown amount");
    expect(residualSpan(release([]))).toBe("£11m to £49m");
    expect(residualSpan(release([], []))).toBe("unknown");
  });
});

describe("unknownBars(lines)", () => {
  it("draws a range of the year, and gives words where there is none or it is of other years", () => {
    const bars = unknownBars(unknownLines(release([])));
    expect(bars).toEqual([
      {name: "Left for the lines below", range: [11_000_000, 49_000_000], said: "£11m to £49m"},
      {name: "Places", range: [0, 15_050_000], said: "at most £15.1m, derived"},
      {name: "Exam offices", range: undefined, said: "over £20m, 2004–05 to 2006–07"},
      {name: "LSC", range: undefined, said: "to be determined"}
    ]);
    expect(bars.every(({amount}) => amount === undefined)).toBe(true);
  });

  it("goes with a sentence that counts the lines", () => {
    expect(linesSentence(release([]))).toMatch(
      /^Two lines of the plan’s five have an amount for the year; three have none/
    );
    expect(linesSentence(release([], []))).toBe("This release names no line of money.");
  });
});

describe("moneyRows(rows, options)", () => {
  const dashes = (svg: Element) => svg.querySelectorAll("[stroke-dasharray]").length;

  it("dashes ranges and bounds, and draws no firm bar for them", () => {
    const firm = moneyRows([{name: "Known", said: "£5m of £9m", amount: 5e6, outOf: 9e6}], {document});
    const range = moneyRows([{name: "Left", said: "£11m to £49m", range: [11e6, 49e6]}], {document});
    const bound = moneyRows([{name: "Delegated", said: "at least £1m", atLeast: 1e6, outOf: 9e6}], {
      document,
      width: 340
    });
    expect([dashes(firm), dashes(range), dashes(bound)]).toEqual([0, 1, 1]);
    expect(range.querySelectorAll("rect[fill]:not([fill=none])")).toHaveLength(0);
    expect(range.textContent).toContain("£11m to £49m");
  });
});

describe("the downloads of Funding", () => {
  it("call synthetic figures synthetic, and the plan's money not", () => {
    expect(funding.downloads?.(release(MONEY)).map(({file}) => file)).toEqual([
      "funding-lines.csv",
      "funding-named.csv",
      "funding-not-known.csv",
      "funding-outturn-synthetic.csv",
      "funding-regions.csv",
      "places.csv",
      "costs.csv",
      "funding-per-head.csv"
    ]);
  });

  it("hold what the table on the page holds", () => {
    const made = funding.marks.outturn?.(release(MONEY), options) as HTMLElement;
    const cells = [...made.querySelectorAll("tbody tr")].map((row) => row.querySelectorAll("th, td")[2]?.textContent);
    const file = funding.downloads?.(release(MONEY)).find((found) => found.file.startsWith("funding-outturn"));
    expect(cells.map((text) => Number(text?.replaceAll(",", "")))).toEqual(file?.rows.slice(1).map((row) => row[2]));
  });
});
