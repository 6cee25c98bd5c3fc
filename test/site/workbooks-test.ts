import {describe, expect, it} from "vitest";
import {REASONS, SYMBOLS} from "../../pipeline/contracts/symbols.js";
import {writeWorkbook} from "../../pipeline/publish/ods/workbook.js";
import {pageWorkbook, type WorkbookOptions} from "../../pipeline/site/workbooks.js";
import type {Download} from "../../src/components/release.js";
import {readWorkbook} from "../publish/ods/readWorkbook.js";

const options: WorkbookOptions = {
  title: "Uptake",
  description: "41% took up training.",
  about: ["Position at 30 June 2004."],
  date: "2004-06-30",
  words: {symbols: SYMBOLS, reasons: REASONS}
};
const offers: Download = {
  file: "offers-by-role-synthetic.csv",
  title: "Offers by role",
  source: "Source: synthetic returns.",
  notes: ["Roles overlap."],
  rows: [
    ["Role", "Offered", "95% interval", "Took up", "95% interval", "Why"],
    ["Midday supervisor", 19.5, "18 to 21", "withheld", "", "low"],
    ["Librarian", "not returned", null, 1240, "1 to 2", "withheld"]
  ]
};
const lines: Download = {
  file: "funding-lines.csv",
  rows: [
    ["Line", "Year", "Amount"],
    ["Grant 1", 2004, 51000000]
  ]
};
const [first, second] = pageWorkbook([offers, lines], options)?.tables ?? [];

describe("pageWorkbook(downloads, options)", () => {
  it("has the rows of the page, with symbols where words stand for numbers, and the reason where it says more", () => {
    expect(first?.rows).toEqual([
      ["Midday supervisor", 19.5, "18 to 21", "[c]", "[z]", "low"],
      ["Librarian", "[x] not returned", "[z]", 1240, "1 to 2", "[c]"]
    ]);
  });

  it("calls no two columns alike, and gives numbers the decimals that they have", () => {
    expect(first?.columns).toEqual([
      {title: "Role"},
      {title: "Offered", decimals: 1, isPlain: false},
      {title: "95% interval (Offered)"},
      {title: "Took up", decimals: 0, isPlain: false},
      {title: "95% interval (Took up)"},
      {title: "Why"}
    ]);
    expect(second?.columns).toEqual([
      {title: "Line"},
      {title: "Year", decimals: 0, isPlain: true},
      {title: "Amount", decimals: 0, isPlain: false}
    ]);
  });

  it("says of a sheet whether it is synthetic, and names it by its file", () => {
    expect([first?.name, first?.title]).toEqual(["offers_by_role", "Offers by role (synthetic)"]);
    expect([second?.name, second?.title]).toEqual(["funding_lines", "Funding lines"]);
    expect(pageWorkbook([offers], options)?.title).toBe("Uptake: Uptake (synthetic)");
    expect(pageWorkbook([lines], options)?.about[0]).toBe("No figure in this workbook is synthetic.");
  });

  it("puts what has been corrected first among the notes, and cites it on every sheet", () => {
    const made = pageWorkbook([offers, lines], {...options, notices: ["Correction to release r1: 52 was 53."]});
    expect(made?.notes[0]).toEqual({mark: "[correction 1]", text: "Correction to release r1: 52 was 53."});
    expect(made?.tables.map(({marks}) => marks[0])).toEqual(["[correction 1]", "[correction 1]"]);
  });

  it("numbers notes once, and cites on each sheet those and the symbols that it has", () => {
    const notes = pageWorkbook([offers, lines], options)?.notes ?? [];
    expect(notes.slice(0, 2)).toEqual([
      {
        mark: "[note 1]",
        text: "Numbers of people are rounded to ten: 10 may stand for any number from 1 to 19. 0 is a true zero."
      },
      {mark: "[note 2]", text: "Roles overlap."}
    ]);
    expect(notes.slice(2).map(({mark}) => mark)).toEqual(["[z]", "[x]", "[c]", "[low]", "[u]"]);
    expect(first?.marks).toEqual(["[note 1]", "[note 2]", "[z]", "[x]", "[c]"]);
    expect(second?.marks).toEqual(["[note 1]"]);
  });

  it("tells tabs apart, and leaves out what has no row", () => {
    const long = {...lines, file: "the-same-long-name-for-two-of-the-tables-a.csv"};
    const other = {...lines, file: "the-same-long-name-for-two-of-the-tables-b.csv"};
    const names = pageWorkbook([long, other, {...lines, file: "2004.csv"}], options)?.tables.map(({name}) => name);
    expect(names).toEqual(["the_same_long_name_for_two_of_t", "the_same_long_name_for_two_o_2", "t2004"]);
    expect(pageWorkbook([{file: "empty.csv", rows: [["Line"]]}], options)).toBeUndefined();
  });

  it("makes a workbook that can be written, and reads back as it was", () => {
    const workbook = pageWorkbook([offers, lines], options);
    if (!workbook) throw new Error("missing workbook");
    const read = readWorkbook(writeWorkbook(workbook));
    const body = read.sheets[2]?.rows.slice(-2).map((row) => row.map(({text, number}) => number ?? text));
    expect(body).toEqual(first?.rows);
  });
});
