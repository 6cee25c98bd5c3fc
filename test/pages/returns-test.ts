import {describe, expect, it} from "vitest";
import type {Release, Return} from "../../src/components/release.js";
import {completenessFinding} from "../../src/components/returns/completeness.js";
import {isOfPosition, periodName, returnKinds} from "../../src/components/returns/kinds.js";
import {returnBars} from "../../src/components/returns/returnBars.js";
import {returns} from "../../src/pages/returns.js";
import {AVON, document, GONE, LATE, options, PLAN, release, sent, unsent} from "./sentReturns.js";

describe("the title of Returns", () => {
  const title = (rows: readonly Return[], of: Partial<Release> = {}) =>
    returns.marks.title?.(release(rows, of), options);

  it("says how many are missing of those asked for, and who owes most of them", () => {
    const lea = unsent({collection: "funding", period: "2004-05", sender_type: "lea", sender_id: "101"});
    expect(title([AVON, LATE, GONE])).toBe("In the synthetic returns, 1 of the 3 returns asked for is missing");
    expect(title([AVON, GONE, lea, {...lea, sender_id: "102"}], {indicators: []})).toBe(
      "In the synthetic returns, 3 of the 4 returns asked for are missing, 2 of them from LEAs"
    );
    expect(title([GONE, lea], {indicators: []})).toBe(
      "In the synthetic returns, 2 of the 2 returns asked for are missing"
    );
  });

  it("stays true where nothing is missing, or nothing was asked for", () => {
    expect(title([{...AVON, origin: "real"}], {indicators: []})).toBe("The one return asked for is here");
    expect(title([], {indicators: []})).toBe("Nobody has been asked for a return");
  });
});

describe("the lead of Returns", () => {
  it("counts what came late and what was sent again, and says that due days are assumed", () => {
    const again = sent({sender_id: "LLSC04", files_count: 2});
    expect(returns.marks.lead?.(release([AVON, LATE, again]), options)).toBe(
      "Position at 30 June 2004. One return came late, and one was sent again; all of these are in use. Who is to send what, and by which day, is assumed: no source was found for it."
    );
  });
});

describe("returnKinds(release)", () => {
  it("names months and years as the collection means them, and puts periods of national bodies together", () => {
    const national = {sender_type: "national_body", sender_id: "TTA", collection: "programme"} as const;
    const kinds = returnKinds(
      release([sent({...national, period: "2004-01"}), sent({...national, period: "2004-02"}), sent(PLAN), AVON, LATE])
    );
    expect(kinds.map(({name, senders, rows}) => [name, senders, rows.length])).toEqual([
      ["Staff questionnaire, March 2004", "local LSCs", 2],
      ["Local plan, 2004–05", "local LSCs", 1],
      ["Programmes", "national bodies", 2]
    ]);
    expect(periodName({collection: "apprenticeships", period: "2022_2026"}, release([]))).toBe("2022 to 2026");
  });
});

describe("isOfPosition(row, release)", () => {
  it("leaves out what is for a time after the position, such as the apprenticeships of our own", () => {
    const later = sent({collection: "apprenticeships", period: "2022_2026", sender_type: "national_body"});
    expect(returnKinds(release([AVON, later])).flatMap(({rows}) => rows)).toEqual([AVON]);
    expect(isOfPosition({period: "2022-23 to 2025-26"}, release([]))).toBe(false);
    expect(isOfPosition({period: "2004-05"}, release([]))).toBe(true);
    expect(isOfPosition({period: "2022_2026"}, {progress: []})).toBe(true);
  });
});

describe("completenessFinding(kinds)", () => {
  const finding = (rows: readonly Return[]) => completenessFinding(returnKinds(release(rows)));

  it("counts the kinds that are complete and those too thin to rest on", () => {
    expect(finding([AVON, LATE, GONE, sent(PLAN)])).toBe(
      "One of two kinds of return is complete; one has fewer than four in five in"
    );
    expect(finding([AVON, sent(PLAN)])).toBe("All two kinds of return are complete");
    expect(finding([AVON])).toBe("The one kind of return is complete");
    const five = ["4", "5", "6", "7"].map((id) => sent({sender_id: id}));
    expect(finding([...five, GONE, sent(PLAN)])).toContain("none has fewer than four in five in");
  });
});

describe("returnBars(bars, {document, width})", () => {
  it("dashes what is missing, and draws nothing where there is nothing", () => {
    const bar = {group: "LEAs", name: "Funding", said: "1 of 2", inTime: 1, late: 0, missing: 1};
    const made = returnBars([bar], {document});
    expect(made.querySelectorAll("[stroke-dasharray] rect, rect[stroke-dasharray]")).toHaveLength(1);
    const all = returnBars([{...bar, missing: 0, said: "1 of 1"}], {document, width: 340});
    expect(all.querySelectorAll("[stroke-dasharray] rect, rect[stroke-dasharray]")).toHaveLength(0);
    expect(all.textContent).toContain("1 of 1");
  });
});
