import {readFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {parse} from "csv-parse/sync";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {isSymbol} from "../../pipeline/contracts/symbols.js";
import {type ReadWorkbook, readWorkbook} from "../publish/ods/readWorkbook.js";
import {startBrowser} from "./chromium.js";
import {openPage} from "./openPage.js";
import {type ServedSite, servedSite} from "./site.js";

const PAGES = [
  "progress",
  "uptake",
  "equality",
  "areas/LLSC24",
  "funding",
  "returns",
  "today",
  "methods",
  "indicators/OUT-02"
];

let site: ServedSite;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([servedSite(), startBrowser({folder: resolve("build/chromium")})]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

for (const name of PAGES) {
  describe(`the workbook of ${name}`, () => {
    it("is linked once, says what it is, and holds the tables of the page, cell by cell", async () => {
      const {page, close} = await openPage(browser, name, {site: site.url, scripts: false});
      const links = await page
        .locator("main a[href*='data/tables/']")
        .evaluateAll((found) => found.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
      const [files, tables] = [".ods", ".csv"].map((form) => links.filter((link) => link.endsWith(form)));
      const isSynthetic = (await page.locator(".origin.synthetic").count()) > 0;
      await close();
      expect(files).toHaveLength(1);
      const file = files?.[0] ?? "";
      expect(file.endsWith("-synthetic.ods")).toBe(isSynthetic);
      const workbook = readWorkbook(readFileSync(join(site.folder, file)));
      expect(workbook.properties.title?.endsWith("(synthetic)")).toBe(isSynthetic);
      expect(tables).not.toEqual([]);
      for (const table of new Set(tables)) expectTable(workbook, table);
    });
  });
}

/** Numbers stand as numbers; where words stand for one, the sheet has its symbol, and the words again where they say more. */
function expectTable(workbook: ReadWorkbook, file: string): void {
  const [, ...rows] = parse(readFileSync(join(site.folder, file), "utf8")) as string[][];
  if (rows.length === 0) return;
  const tab = file.replace(/^.*\/|(-synthetic)?\.csv$/g, "").replace(/\W+/g, "_");
  const sheet = workbook.sheets.find(({name}) => name === tab.slice(0, 31));
  const body = sheet?.rows.slice(sheet.headingRow + 1) ?? [];
  expect(body.length, file).toBe(rows.length);
  for (const [index, row] of rows.entries()) {
    for (const [column, text] of row.entries()) {
      const cell = body[index]?.[column];
      const shown = cell?.number === undefined ? plain(cell?.text ?? "") : String(cell.number);
      if (shown !== null) expect(shown, `${file}:${index + 2}`).toBe(text.replace(/^'(?=[=+\-@])/, ""));
      else expect(cell?.text).toMatch(/^\[(c|low|u|x|z)\]$/);
    }
  }
}

/** What a cell says beside its symbol; null where the symbol is all. */
function plain(text: string): string | null {
  const [, symbol = "", words = ""] = /^\[(\w+)\] ?(.*)$/s.exec(text) ?? [];
  if (!isSymbol(symbol)) return text;
  return words === "" ? null : words;
}
