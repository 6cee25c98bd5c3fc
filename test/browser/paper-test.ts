import {resolve} from "node:path";
import type {Browser} from "playwright-core";
import {extractText, getDocumentProxy} from "unpdf";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {startBrowser} from "./chromium.js";
import {openPage} from "./openPage.js";
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

describe("a page on paper", () => {
  it("has the table behind each chart open, which the screen keeps folded", async () => {
    const {page, close} = await openPage(browser, "uptake", {site: site.url, scripts: false});
    const captions = await page
      .locator(".behind caption")
      .evaluateAll((found) => found.map(({textContent}) => textContent ?? ""));
    const visible = () => page.locator(".behind table:visible").count();
    expect(captions.length).toBeGreaterThan(5);
    expect(await visible()).toBe(0);
    await page.emulateMedia({media: "print"});
    expect(await visible()).toBe(captions.length);
    const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({format: "A4"})));
    const {text} = await extractText(pdf, {mergePages: true});
    const plain = text.replaceAll(/\s+/g, "");
    for (const caption of captions) expect(plain).toContain(caption.replaceAll(/\s+/g, ""));
    await close();
  });

  it("is no wider than the sheet, on any page of the menu", async () => {
    const {page, close} = await openPage(browser, "index", {site: site.url, scripts: false, width: 718}); // A4, less its margins
    await page.emulateMedia({media: "print"});
    const addresses = await page
      .locator("#observablehq-header nav a")
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    expect(addresses.length).toBeGreaterThan(5);
    for (const address of addresses) {
      await page.goto(address);
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth
      );
      expect.soft(beyond, address).toBe(0);
    }
    await close();
  });
});
