import {mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {JSDOM} from "jsdom";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {REASONS, SYMBOLS} from "../../pipeline/contracts/symbols.js";
import {writeDownloads} from "../../pipeline/site/downloads.js";
import type {Site} from "../../src/components/frame.js";
import type {ListedPage, Release} from "../../src/components/release.js";
import {readWorkbook} from "../publish/ods/readWorkbook.js";

const {document} = new JSDOM("").window;
const release = {
  progress: [{as_at_date: "2004-06-30"}],
  files: [],
  notices: [],
  catalogue: {release: {signed_by: null}},
  symbols: SYMBOLS,
  reasons: REASONS
} as unknown as Release;

const today: ListedPage = {
  path: "today",
  name: "Today",
  place: "menu",
  page: {
    marks: {title: () => "Starts rose"},
    origins: () => new Set(["real"]),
    downloads: () => [
      {
        file: "starts.csv",
        rows: [
          ["Year", "Starts"],
          ["=2+3", 4577],
          ["-5 to 3", -2]
        ]
      }
    ]
  }
};
const areas: ListedPage = {
  path: "areas/[area]",
  name: "Area",
  place: "none",
  page: {
    marks: {title: (_, {parameters}) => `Figures of ${parameters.area}`},
    origins: () => new Set(["synthetic"]),
    parameters: () => [{area: "LLSC01"}, {area: "LLSC02"}],
    downloads: (_, {area} = {}) => [
      {
        file: `areas-${area}-synthetic.csv`,
        rows: [
          ["Area", "Staff"],
          [area ?? "", 10]
        ]
      }
    ],
    sheets: () => [{file: "more-synthetic.csv", rows: [["Area"], ["Kent"]]}]
  }
};
const bare: ListedPage = {...today, path: "methods", page: {...today.page, downloads: () => []}};
const site: Site = {release, pages: [today, areas, bare], document};

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "uptake-downloads-"));
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

describe("writeDownloads(site, {folder})", () => {
  it("writes each table as CSV, and one workbook for each page that has tables, whose names say what is synthetic", () => {
    expect([...writeDownloads(site, {folder})]).toEqual([
      ["/today", "data/tables/today.ods"],
      ["/areas/LLSC01", "data/tables/areas-LLSC01-synthetic.ods"],
      ["/areas/LLSC02", "data/tables/areas-LLSC02-synthetic.ods"]
    ]);
    expect(readdirSync(folder).toSorted()).toEqual([
      "areas-LLSC01-synthetic.csv",
      "areas-LLSC01-synthetic.ods",
      "areas-LLSC02-synthetic.csv",
      "areas-LLSC02-synthetic.ods",
      "starts.csv",
      "today.ods"
    ]);
  });

  it("puts the workbook of a report beside its PDF", () => {
    const report = {...today, path: "reports/july", page: {...today.page, workbook: () => "reports/july-draft.ods"}};
    const inData = join(folder, "tables");
    expect([...writeDownloads({...site, pages: [report]}, {folder: inData})]).toEqual([
      ["/reports/july", "reports/july-draft.ods"]
    ]);
    expect(readdirSync(join(folder, "reports"))).toEqual(["july-draft.ods"]);
    expect(readdirSync(inData)).toEqual(["starts.csv"]);
  });

  it("keeps text in CSV from being read as a formula, and numbers as they are", () => {
    writeDownloads(site, {folder});
    expect(readFileSync(join(folder, "starts.csv"), "utf8")).toBe("Year,Starts\n'=2+3,4577\n'-5 to 3,-2\n");
  });

  it("puts the page's own tables first and the sheets that it does not show after", () => {
    writeDownloads(site, {folder});
    const {sheets, properties} = readWorkbook(readFileSync(join(folder, "areas-LLSC01-synthetic.ods")));
    expect(sheets.map(({name}) => name)).toEqual(["Cover", "Notes", "areas_LLSC01", "more"]);
    expect(properties.title).toBe("Uptake: Figures of LLSC01 (synthetic)");
    expect(sheets[2]?.rows.at(-1)?.map(({text}) => text)).toEqual(["LLSC01", "10"]);
  });

  it("writes the same bytes again", () => {
    writeDownloads(site, {folder});
    const bytes = readFileSync(join(folder, "today.ods"));
    writeDownloads(site, {folder});
    expect(readFileSync(join(folder, "today.ods")).equals(bytes)).toBe(true);
  });

  it("lets two pages offer one table, and no two tables go by one name", () => {
    const same = {...today, path: "home"};
    expect(writeDownloads({...site, pages: [today, same]}, {folder}).size).toBe(2);
    const unlike = {...same, page: {...same.page, downloads: () => [{file: "starts.csv", rows: [["Year"], ["2004"]]}]}};
    expect(() => writeDownloads({...site, pages: [today, unlike]}, {folder})).toThrow("starts.csv: expected one table");
  });

  it("names the workbook whose tables cannot be written", () => {
    const wrong = {...today, page: {...today.page, downloads: () => [{file: "a.csv", rows: [["A"], [Number.NaN]]}]}};
    expect(() => writeDownloads({...site, pages: [wrong]}, {folder})).toThrow(
      "today.ods: expected tables that a workbook can hold"
    );
  });
});
