import {resolve} from "node:path";
import {parse} from "csv-parse/sync";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {PUBLISHED} from "../../pipeline/contracts/published/tables.js";
import {REASONS, SYMBOLS} from "../../pipeline/contracts/symbols.js";
import {manyAddresses} from "../../src/components/pageAt.js";
import {readRelease} from "../../src/components/tables.js";
import {PAGES} from "../../src/pages/pages.js";
import {startBrowser} from "./chromium.js";
import {beyondWindow, layoutShift, type OpenOptions, openDetails, openPage, violations} from "./openPage.js";
import {type ServedSite, servedSite} from "./site.js";

const WIDTHS = [1280, 768, 375];
const MODES = ["light", "dark"] as const;
const SINGLE = ["404", ...PAGES.filter(({path}) => !path.includes("[")).map(({path}) => path)];

let site: ServedSite;
let browser: Browser;
let many: string[]; // pages that are one of many: "areas/YH"

beforeAll(async () => {
  [site, browser] = await Promise.all([servedSite(), startBrowser({folder: resolve("build/chromium")})]);
  const data = resolve(site.folder, "..", "src", "data");
  const release = readRelease(data, {tables: Object.keys(PUBLISHED), symbols: SYMBOLS, reasons: REASONS});
  many = manyAddresses(release, PAGES).map((address) => address.slice(1));
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const open = (name: string, options: OpenOptions = {}) => openPage(browser, name, {site: site.url, ...options});

for (const name of SINGLE) {
  describe.concurrent(`${name}.html`, () => {
    for (const width of WIDTHS) {
      it(`loads at ${width} pixels without error, foreign request, shift, accessibility fault or sideways scrolling`, async ({
        expect
      }) => {
        const {page, faults, close} = await open(name, {width});
        expect(await layoutShift(page)).toBeLessThan(0.001);
        for (const mode of MODES) {
          await page.emulateMedia({colorScheme: mode});
          expect(await violations(page), mode).toEqual([]);
        }
        expect(await beyondWindow(page)).toBe(0);
        expect(faults).toEqual([]);
        await close();
      });
    }

    it("flows in one column of 320 pixels, with all that can be opened open", async () => {
      const {page, close} = await open(name, {width: 320});
      await openDetails(page);
      expect(await beyondWindow(page)).toBe(0);
      await close();
    });

    it("draws its text in its own font", async ({expect}) => {
      const {page, close} = await open(name);
      expect(await page.evaluate(() => document.fonts.check('19px "Source Sans 3 Variable"'))).toBe(true);
      expect(await page.locator("h1").first().innerText()).not.toBe("");
      await close();
    });

    it("names every chart, has its table behind it, and offers exactly that table", async ({expect}) => {
      const {page, close} = await open(name, {scripts: false});
      for (const fault of await chartFaults(page)) expect.soft(fault).toBe("");
      await close();
    });
  });
}

describe("pages that are one of many", () => {
  it("load at every width, light and dark, as the others do", async () => {
    expect(many.length).toBeGreaterThan(100);
    await severalAtOnce(many, async (name, index) => {
      const {page, faults, close} = await open(name, {width: WIDTHS[index % 3]});
      expect.soft(await layoutShift(page), name).toBeLessThan(0.001);
      await page.emulateMedia({colorScheme: MODES[index % 2]});
      expect.soft(await violations(page), name).toEqual([]);
      for (const width of WIDTHS) {
        await page.setViewportSize({width, height: 900});
        expect.soft(await beyondWindow(page), `${name} at ${width}`).toBe(0);
      }
      expect.soft(faults, name).toEqual([]);
      await close();
    });
  }, 900_000);

  it("name their charts and offer exactly the tables behind them", async () => {
    for (const name of many.filter((_, index) => index % 10 === 0)) {
      const {page, close} = await open(name, {scripts: false});
      for (const fault of await chartFaults(page)) expect.soft(fault, name).toBe("");
      await close();
    }
  }, 300_000);
});

/** Looks at three pages at a time: each waits half a second for its network to be quiet. */
async function severalAtOnce(names: readonly string[], look: (name: string, index: number) => Promise<void>) {
  const left = names.entries();
  const one = async (): Promise<void> => {
    for (const [index, name] of left) await look(name, index);
  };
  await Promise.all([one(), one(), one()]);
}

/** Returns what is wrong with the charts of a page: no name, no table that a keyboard opens, or another table to download. */
async function chartFaults(page: Page): Promise<string[]> {
  await openDetails(page);
  const charts = await page.evaluate(() =>
    [...document.querySelectorAll("section.chart")].map((chart) => ({
      id: chart.querySelector("h2, h3")?.textContent ?? "",
      names: [...chart.querySelectorAll(".drawing svg")].map((svg) => svg.getAttribute("aria-label") ?? ""),
      href: chart.querySelector<HTMLAnchorElement>("a[download]")?.href ?? "",
      rows: [...chart.querySelectorAll("table tr")].map((row) =>
        [...row.querySelectorAll("th, td")].map((cell) => {
          const spoken = cell.cloneNode(true) as Element;
          for (const extra of spoken.querySelectorAll(".spoken")) extra.remove();
          return spoken.textContent ?? "";
        })
      )
    }))
  );
  const faults: string[] = [];
  for (const {id, names, href, rows} of charts) {
    if (names.some((name) => name.length < 20)) faults.push(`${id}: a drawing without a name`);
    if (!href) {
      faults.push(`${id}: no table to download`);
      continue;
    }
    const csv = parse(await (await page.request.get(href)).text(), {bom: true}) as string[][];
    if (JSON.stringify(csv.map((row) => row.map(bare))) !== JSON.stringify(rows.map((row) => row.map(bare))))
      faults.push(`${id}: other rows in ${href}: ${firstDifference(csv, rows)}`);
  }
  return faults;
}

function firstDifference(csv: readonly string[][], rows: readonly string[][]): string {
  const at = csv.findIndex(
    (row, index) => JSON.stringify(row.map(bare)) !== JSON.stringify((rows[index] ?? []).map(bare))
  );
  return at < 0 ? `${csv.length} rows and ${rows.length}` : `${csv[at]?.join("|")} and ${rows[at]?.join("|")}`;
}

/** A cell without what only readers of a page need: separators of thousands, units, signs and zeros after the point. */
function bare(text: string): string {
  const plain = text
    .replace(/(?<=\d),(?=\d{3})/g, "")
    .replaceAll("−", "-")
    .replace(/[£%]/g, "")
    .replace(/\s+/g, " ")
    .trim();
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? String(Number(plain)) : plain;
}
