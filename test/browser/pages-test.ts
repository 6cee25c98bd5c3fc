import {readFileSync} from "node:fs";
import {join, resolve} from "node:path";
import {parse} from "csv-parse/sync";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {count} from "../../src/components/format.js";
import {PAGES} from "../../src/pages/pages.js";
import {startBrowser} from "./chromium.js";
import {type OpenOptions, openPage} from "./openPage.js";
import {type ServedSite, servedSite} from "./site.js";

let site: ServedSite;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([servedSite(), startBrowser({folder: resolve("build/chromium")})]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const open = (name: string, options: OpenOptions = {}) => openPage(browser, name, {site: site.url, ...options});

describe("pages without scripts", () => {
  it("home tells the state of the plan: a sentence, four figures, ten priorities", async () => {
    const {page, close} = await open("index", {scripts: false});
    expect(await page.locator("h1").innerText()).toMatch(/^Of the plan’s five numbered targets, /);
    expect(await page.locator(".figures li").count()).toBe(4);
    expect(await page.locator(".figures").innerText()).toContain("£89m");
    expect(await page.locator("main table tbody tr").count()).toBe(10);
    await close();
  });

  it("progress draws targets, money and promises, with a ceiling as a ceiling and the rest unknown", async () => {
    const {page, close} = await open("progress", {scripts: false});
    expect(await page.locator("section.chart .drawing.wide svg[role=img]").count()).toBe(5);
    const text = await page.locator("main").innerText();
    expect(text).toContain("£89m of about £100m is named");
    expect(text).toContain("up to 10,000");
    expect(text).toContain("around 7,000");
    await close();
  });

  it("today has the published starts, marks the part year, and gives no rate", async () => {
    const {page, close} = await open("today", {scripts: false});
    const text = await page.locator("main").innerText();
    expect(text).toContain("4,577");
    expect(text).toContain("2,517");
    expect(text).toContain("2025/26, Aug to Apr");
    expect(text).toContain("no rate: no workforce figure for 2024/25");
    expect(text).toContain("The employer is not known");
    expect(await page.locator("table").textContent()).toContain("4,661");
    await close();
  });

  it("shows the counts that the published table holds", async () => {
    const published: Record<string, string>[] = parse(readFileSync(join(site.folder, "data", "progress.csv")), {
      columns: true,
      bom: true
    });
    const counted = published.filter(({actual_count}) => actual_count !== "" && !Number.isNaN(Number(actual_count)));
    for (const name of ["index", "progress"]) {
      const {page, close} = await open(name, {scripts: false});
      const text = await page.locator("main").innerText();
      for (const {actual_count} of counted) expect(text, name).toContain(count(Number(actual_count)));
      await close();
    }
    expect(counted.length).toBeGreaterThan(0);
  });

  it("says over every page that shows synthetic figures, and over no other, that they are", async () => {
    for (const [name, banners] of [
      ["index", 1],
      ["progress", 1],
      ["today", 0],
      ["methods", 1]
    ] as const) {
      const {page, close} = await open(name, {scripts: false});
      expect(await page.locator(".origin.synthetic").count(), name).toBe(banners);
      await close();
    }
  });

  it("methods says how numbers are made, how sure they are and how people are protected, and its contents lead there", async () => {
    const {page, close} = await open("methods", {scripts: false});
    for (const link of await page.locator(".contents a").all()) {
      const target = await link.getAttribute("href");
      expect(await page.locator(`h2${target}`).innerText()).toBe(await link.innerText());
    }
    expect(await page.locator("section.chart .drawing.wide svg[role=img]").count()).toBe(2);
    const rules: Record<string, string>[] = parse(readFileSync(join(site.folder, "data", "policy.csv")), {
      columns: true,
      bom: true
    });
    const shown = await page.locator(".policy tbody th").allInnerTexts();
    expect(shown.toSorted()).toEqual(rules.map(({policy_rule = ""}) => policy_rule).toSorted());
    await close();
  });

  it("methods leads to files that are there", async () => {
    const {page, close} = await open("methods", {scripts: false});
    const links = await page.locator("main a[href]:not([href^='#'])").all();
    const files = await Promise.all(links.map(async (link) => (await link.getAttribute("href")) ?? ""));
    for (const file of new Set(files))
      expect((await page.request.get(new URL(file, page.url()).href)).status(), file).toBe(200);
    expect(files.length).toBeGreaterThan(30);
    await close();
  });

  it("never gives a percentage for a priority without a number", async () => {
    const {page, close} = await open("progress", {scripts: false});
    for (const id of ["i", "ii", "v", "viii", "ix", "x"]) {
      const section = page.locator(`section[aria-labelledby="priority-${id}"]`);
      expect(await section.innerText()).not.toMatch(/\d\s*(%|per cent)/);
    }
    await close();
  });
});

describe("keyboard", () => {
  it("skips to the main content", async () => {
    const {page, close} = await open("progress");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to main content");
    await page.keyboard.press("Enter");
    expect(page.url()).toMatch(/#observablehq-main$/);
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest("main") !== null)).toBe(true);
    await close();
  });

  it("opens the table behind a chart", async () => {
    const {page, close} = await open("progress");
    await page.locator("summary").first().focus();
    await page.keyboard.press("Enter");
    expect(await page.locator("details").first().getAttribute("open")).not.toBeNull();
    expect(await page.locator("details table").first().isVisible()).toBe(true);
    await close();
  });
});

describe("navigation", () => {
  it("lists the pages that exist, says where one is, and answers 404 elsewhere", async () => {
    const {page, close} = await open("today");
    const menu = PAGES.filter(({place}) => place === "menu").map(({name}) => name);
    expect(await page.locator("nav a").allTextContents()).toEqual(menu);
    expect(await page.locator("nav [aria-current=page]").innerText()).toBe("Today");
    const elsewhere = await page.request.get(`${site.url}nowhere`);
    expect(elsewhere.status()).toBe(404);
    expect(await elsewhere.text()).toContain("This page does not exist");
    await close();
  });
});
