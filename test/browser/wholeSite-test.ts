import {readdirSync} from "node:fs";
import {resolve} from "node:path";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {startBrowser} from "./chromium.js";
import {type ServedSite, servedSite} from "./site.js";

let site: ServedSite;
let browser: Browser;
const found: Record<keyof Faults, string[]> = {empty: [], unsaid: [], bare: [], breathless: []};
let pages = 0;

beforeAll(async () => {
  [site, browser] = await Promise.all([servedSite(), startBrowser({folder: resolve("build/chromium")})]);
  const files = readdirSync(site.folder, {recursive: true, encoding: "utf8"})
    .filter((file) => file.endsWith(".html") && !/^(reports|data|releases)\b/.test(file))
    .toSorted();
  const page = await browser.newPage({javaScriptEnabled: false});
  for (const file of files) {
    await page.goto(`${site.url}${file}`, {waitUntil: "domcontentloaded"});
    const faults = await page.evaluate(faultsOf);
    for (const kind of ["empty", "unsaid", "bare", "breathless"] as const)
      found[kind].push(...faults[kind].map((fault) => `${file}: ${fault}`));
  }
  pages = files.length;
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

describe("every page as it is built", () => {
  it("has a number or a word in every cell", () => {
    expect(pages).toBeGreaterThan(120);
    expect(found.empty).toEqual([]);
  });

  it("says of each table of synthetic figures that it is, in its caption", () => {
    expect(found.unsaid).toEqual([]);
  });

  it("offers what stands behind each chart and each headline figure", () => {
    expect(found.bare).toEqual([]);
  });

  it("names in one breath what has come, where it calls an area of missing returns clearly higher or lower", () => {
    expect(found.breathless).toEqual([]);
  });
});

interface Faults {
  empty: string[]; // cells without a word
  unsaid: string[]; // captions of synthetic tables that do not say so
  bare: string[]; // charts and headlines that nothing explains
  breathless: string[]; // tiles that stand clearly apart, without what has come
}

/** Runs in the page. */
function faultsOf(): Faults {
  const textOf = (part: Element | null | undefined): string => (part?.textContent ?? "").replaceAll(/\s+/g, " ").trim();
  const all = (selector: string): Element[] => [...document.querySelectorAll(selector)];
  const captionOf = (part: Element): string => textOf(part.closest("table")?.querySelector("caption"));
  // A table is synthetic where its file is called so, or a row says so; licences tell of files, not of figures.
  const isSynthetic = (table: Element): boolean => {
    const link = table.closest("section.chart, .below, .area-list, .capacity")?.querySelector("a[download]");
    const file = link?.getAttribute("href") ?? "";
    if (file.includes("licences")) return false;
    const origins = [...table.querySelectorAll("td[data-label=Origin]")].map(textOf);
    return file.endsWith("-synthetic.csv") || origins.some((origin) => /^synthetic$/i.test(origin));
  };
  const isIndicator = document.querySelector("[data-cites]") !== null; // the page is itself what stands behind its numbers
  return {
    empty: all("tbody td, tbody th")
      .filter((cell) => textOf(cell) === "" && !cell.querySelector("svg, input"))
      .map((cell) => `${captionOf(cell)}: ${cell.getAttribute("data-label")}`),
    unsaid: all("table")
      .filter((table) => isSynthetic(table) && !/synthetic/i.test(captionOf(table)))
      .map(captionOf),
    bare: [
      ...all("section.chart").filter((chart) => !chart.querySelector("details.about")),
      ...all("ul.figures li").filter((figure) => !isIndicator && !figure.querySelector("a"))
    ].map((part) => textOf(part).slice(0, 80)),
    breathless: all(".tiles a")
      .map(textOf)
      .filter((said) => /, clearly/.test(said) && said.includes("*") && !/by \d+ of \d+ senders/.test(said))
  };
}
