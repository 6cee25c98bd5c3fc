import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {readColumns} from "../../pipeline/contracts/cell.js";
import {COLLECTIONS} from "../../pipeline/contracts/collections.js";
import {indicators} from "../../pipeline/contracts/published/indicators.js";
import {
  isReason,
  MISSING_LABELS,
  missingReason,
  REASONS,
  type Reason,
  ROUNDING_NOTES,
  SYMBOLS,
  shownReason,
  shownSymbol
} from "../../pipeline/contracts/symbols.js";
import {symbolOf} from "../../pipeline/gate/rounding.js";
import {tableArrow} from "../../pipeline/publish/arrow.js";
import {tableCsv} from "../../pipeline/publish/csv.js";
import {openWarehouse, query, type Row} from "../../pipeline/warehouse.js";
import {missing} from "../../src/components/format.js";
import {missingWord} from "../../src/components/missingWord.js";
import {plainDownload} from "../../src/components/plainTable.js";

const reasons = Object.keys(REASONS) as Reason[];
const words = {symbols: SYMBOLS, reasons: REASONS};
const {document} = new JSDOM("").window;

/** What the design lists as ways in which a number can be missing. */
const LISTED = [
  "not_applicable",
  "no_number_set",
  "not_asked",
  "not_collected",
  "not_returned",
  "not_published",
  "dont_know",
  "blank",
  "held",
  "withheld",
  "low",
  "unreliable",
  "not_enough_data",
  "not_yet_due"
];

describe("REASONS", () => {
  it("are the closed list, each with words, speech and meaning of its own", () => {
    expect(reasons.toSorted()).toEqual(LISTED.toSorted());
    for (const part of ["word", "speech", "meaning"] as const) {
      expect(new Set(reasons.map((reason) => REASONS[reason][part])).size, part).toBe(reasons.length);
    }
  });

  it("give what is confidential one public reason, and what is low its meaning", () => {
    expect(reasons.filter((reason) => REASONS[reason].symbol === "c")).toEqual(["withheld"]);
    expect(REASONS.low.meaning).toContain("1 to 9, rounded to none");
    expect(ROUNDING_NOTES.ten).toContain("10 may stand for any number from 1 to 19");
  });
});

describe.each(reasons)("%s in every format", (reason) => {
  const {csv, bracket, word, speech, meaning} = shownReason(reason);
  const row: Row = {
    ...Object.fromEntries(indicators.columns.map((name) => [name, null])),
    symbol: csv,
    symbol_reason: reason
  };

  it("has the symbol that the gate writes", async () => {
    const {connection, close} = await openWarehouse();
    const [made] = await query(
      connection,
      `select ${symbolOf("reason")} as symbol from (select '${reason}' as reason)`
    );
    close();
    expect(made?.symbol).toBe(csv);
  });

  it("is its symbol in the place of the number in CSV, and keeps its reason beside it", () => {
    const [header = "", line = ""] = tableCsv(indicators, [row]).split("\n");
    const cells = Object.fromEntries(header.split(",").map((name, index) => [name, line.split(",")[index]]));
    expect(cells).toMatchObject({value: csv, symbol: csv, symbol_reason: reason});
    expect(Buffer.from(tableArrow(indicators, [row])).toString("latin1")).toContain(reason);
  });

  it("is one symbol in square brackets in workbooks and terminals", () => {
    expect(bracket).toBe(`[${csv}]`);
    expect(shownSymbol(csv, reason)).toEqual(shownReason(reason));
  });

  it("is its word on the page, its speech to a screen reader, and its word in a download", () => {
    const cell = missing({symbol: csv, symbol_reason: reason}, words);
    expect(cell).toEqual({word, speech});
    const node = missingWord(cell, {document});
    const heard = node.querySelector(".spoken") ?? node;
    expect(node.textContent).toContain(word);
    expect(heard.textContent).toBe(speech);
    const {rows} = plainDownload("t.csv", {rows: [0], columns: [{title: "Figure", value: () => cell}]});
    expect(rows[1]).toEqual([word]);
  });

  it("has a meaning for notes, as a sentence", () => expect(meaning).toMatch(/^[A-Z0-9].*\.$/));
});

describe("shownSymbol(symbol, reason)", () => {
  it("takes the symbol's own words where there is no reason, or one of another symbol, and refuses what is none", () => {
    expect(shownSymbol("x")).toMatchObject({bracket: "[x]", word: "not available"});
    expect(shownSymbol("u", "withheld").word).toBe("unreliable");
    expect(() => shownSymbol("~")).toThrow("unknown symbol: ~");
  });
});

describe("missingReason(label)", () => {
  const labels = COLLECTIONS.flatMap((contract) =>
    readColumns(contract).flatMap(({name, meta}) =>
      Object.values(meta.labels ?? {}).map((label) => ({place: `${contract.collection}.${name}`, label}))
    )
  );

  it("gives a reason to every code by which a return says that there is no answer", () => {
    const silent = labels.filter(({label}) =>
      /don't know|not (stated|said|known|yet known)|no information/i.test(label)
    );
    expect(silent.length).toBeGreaterThan(20);
    expect(silent.filter(({label}) => missingReason(label) === undefined)).toEqual([]);
    expect(labels.filter(({label}) => label === "Don't know").map(({label}) => missingReason(label))).toContain(
      "dont_know"
    );
  });

  it("gives none to an answer, and lists no label that no return has", () => {
    expect(missingReason("Yes")).toBeUndefined();
    const used = new Set(labels.map(({label}) => label));
    expect(Object.keys(MISSING_LABELS).filter((label) => !used.has(label))).toEqual([]);
    expect(Object.values(MISSING_LABELS).every(isReason)).toBe(true);
  });
});
