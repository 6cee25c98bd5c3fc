import {resolve} from "node:path";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {startBrowser} from "./chromium.js";
import {type Opened, openPage, violations} from "./openPage.js";
import {type ServedSite, servedSite} from "./site.js";

let site: ServedSite;
let browser: Browser;
let opened: Opened | undefined;

beforeAll(async () => {
  [site, browser] = await Promise.all([servedSite(), startBrowser({folder: resolve("build/chromium")})]);
});
afterAll(async () => {
  await opened?.close();
  await browser?.close();
  await site?.close();
});

async function open(name: string, options: {scripts?: boolean} = {}): Promise<Page> {
  await opened?.close();
  opened = await openPage(browser, name, {site: site.url, ...options});
  return opened.page;
}

const hits = (page: Page): Promise<string[]> => page.locator(".finder .hits a").allInnerTexts();

describe("search", () => {
  it("leads from the form over any page to what fits, the best first, and says how many fit", async () => {
    const page = await open("progress");
    await page.fill("#find", "kent");
    await page.press("#find", "Enter");
    await page.waitForURL(/search(\.html)?\?q=kent$/);
    await page.waitForSelector(".hits li");
    expect((await hits(page))[0]).toBe("Kent");
    expect(await page.locator("#hits").innerText()).toMatch(/^\d+ results for “kent”$/);
    expect(await page.inputValue("#words")).toBe("kent");
    expect(await page.locator("#index").isVisible()).toBe(false);
    expect(opened?.faults).toEqual([]);
  });

  it("answers as one types, keeps the words in the address, and shows the whole index where there are none", async () => {
    const page = await open("search");
    await page.locator("#words").pressSequentially("off-01");
    expect((await hits(page))[0]).toMatch(/^Training offered/);
    expect(page.url()).toMatch(/\?q=off-01$/);
    await page.fill("#words", "");
    expect(await page.locator("#index").isVisible()).toBe(true);
    expect(page.url()).not.toContain("?");
    expect(await page.locator("#hits").innerText()).toBe("");
  });

  it("says that nothing fits, and leaves the index in sight", async () => {
    const page = await open("search?q=xyzzy");
    expect(await page.locator("#hits").innerText()).toContain("Nothing fits “xyzzy”");
    expect(await page.locator("#index").isVisible()).toBe(true);
  });

  it("goes by the arrow keys from the words to the results and back, and by Enter to a page", async () => {
    const page = await open("search?q=teaching assistant");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("words");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowUp");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe((await hits(page))[0]);
    await page.keyboard.press("ArrowUp");
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("words");
    await page.fill("#words", "OFF-01");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForURL(/indicators\/OFF-01/);
    expect(await page.locator("h1").innerText()).toMatch(/^Training offered/);
  });

  it("has no accessibility fault with results shown", async () => {
    const page = await open("search?q=rate");
    expect(await violations(page)).toEqual([]);
  });

  it("holds the whole index without scripts, and every letter leads to its entries", async () => {
    const page = await open("search", {scripts: false});
    expect(await page.locator("noscript p").isVisible()).toBe(true);
    expect(await page.locator(".entries li").count()).toBeGreaterThan(400);
    for (const link of await page.locator(".letters a").all()) {
      const target = await link.getAttribute("href");
      expect(await page.locator(`h2[id="${target?.slice(1)}"]`).innerText()).toBe(await link.innerText());
    }
  });
});

describe("the page of an indicator", () => {
  it("is where a headline figure leads, and names the page that it came from", async () => {
    const page = await open("uptake");
    const href = await page.locator("main a[href*='indicators/']").first().getAttribute("href");
    await page.goto(new URL(href ?? "", page.url()).href);
    expect(await page.locator("[data-cites]").innerText()).toContain("Uptake");
    expect(await page.locator("h1").innerText()).not.toBe("");
  });

  it("offers a workbook that is there, and lists senders in tables that open", async () => {
    const page = await open("indicators/OFF-01");
    const href = await page.locator(".workbook a").getAttribute("href");
    const workbook = await page.request.get(new URL(href ?? "", page.url()).href);
    expect(workbook.status()).toBe(200);
    expect((await workbook.body()).subarray(30, 38).toString()).toBe("mimetype");
    await page.locator("summary", {hasText: "Staff questionnaire"}).click();
    expect(await page.locator("details[open] tbody tr").count()).toBe(47);
  });
});
