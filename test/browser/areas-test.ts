import {resolve} from "node:path";
import type {Browser} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
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

describe("areas.html", () => {
  it("shows one map of 47 tiles, and another by keyboard alone, without any script", async () => {
    const {page, close} = await open("areas", {scripts: false});
    expect(await page.locator(".tile-map:visible").count()).toBe(1);
    expect(await page.locator(".map-learners .tiles a:visible").count()).toBe(47);
    await page.locator("#rate-learners").focus();
    await page.keyboard.press("ArrowRight");
    expect(await page.locator(".map-learners:visible").count()).toBe(0);
    expect(await page.locator(".map-offered .tiles a:visible").count()).toBe(47);
    await close();
  });

  it("leads from tile to tile in the order of the map, and from a tile to its area", async () => {
    const {page, close} = await open("areas", {scripts: false});
    const tiles = page.locator(".map-learners .tiles a");
    const places = await tiles.evaluateAll((links) =>
      links.map((link) => {
        const {top, left} = link.getBoundingClientRect();
        return [Math.round(top), Math.round(left)] as const;
      })
    );
    expect(places).toEqual(places.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]));
    await page.locator("input:checked").focus();
    await page.keyboard.press("Tab"); // to the way past all tiles
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.className)).toBe(
      await tiles.first().getAttribute("class")
    );
    const name = await tiles.first().getAttribute("title");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/areas\/LLSC\d+/);
    expect(await page.locator("h1").innerText()).toContain(name ?? "missing title");
    await close();
  });

  it("lets a keyboard skip all tiles, to the list that says the same", async () => {
    const {page, close} = await open("areas", {scripts: false});
    await page.locator("input:checked").focus();
    await page.keyboard.press("Tab");
    const skip = page.locator(".maps .skip");
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
    expect((await skip.boundingBox())?.x).toBeGreaterThanOrEqual(0);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.closest("#local-lscs table") !== null)).toBe(true);
    await close();
  });

  it("moves by arrow keys to the tile beside, and keeps all tiles in reach of Tab", async () => {
    const {page, close} = await open("areas");
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute("title"));
    const tiles = page.locator(".map-learners .tiles a");
    await tiles.first().focus();
    await page.keyboard.press("ArrowDown");
    const below = await focused();
    expect(below).not.toBe(await tiles.first().getAttribute("title"));
    await page.keyboard.press("ArrowUp");
    expect(await focused()).toBe(await tiles.first().getAttribute("title"));
    await page.keyboard.press("Tab");
    expect(await focused()).toBe(await tiles.nth(1).getAttribute("title"));
    await close();
  });

  it("keeps every tile's words inside it at the width of a telephone", async () => {
    const {page, close} = await open("areas", {width: 375});
    const beyond = await page
      .locator(".map-learners .tiles a")
      .evaluateAll((links) =>
        links.filter((link) => link.scrollWidth > link.clientWidth + 1).map((link) => link.textContent)
      );
    expect(beyond).toEqual([]);
    await close();
  });
});

describe("areas/LLSC01.html", () => {
  it("begins with what can be said of the area, and sets it beside its region, England and areas alike", async () => {
    const {page, close} = await open("areas/LLSC01", {scripts: false});
    expect(await page.locator("h1").innerText()).toContain("Bedfordshire and Luton");
    const names = await page.locator("section.beside tbody th").allInnerTexts();
    expect(names[0]).toContain("Bedfordshire and Luton");
    expect(names[1]).toContain("East of England");
    expect(names[2]).toContain("England");
    expect(names).toHaveLength(8);
    await close();
  });
});
