import {resolve} from "node:path";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {startBrowser} from "./chromium.js";
import {type OpenOptions, openPage, violations} from "./openPage.js";
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

const open = (name = "qualifications", options: OpenOptions = {}) =>
  openPage(browser, name, {site: site.url, ...options});

const shownSteps = (page: Page): Promise<number> => page.locator(".ladder .step:visible").count();
const openRoles = (page: Page): Promise<string[]> =>
  page.locator(".next details[open]:visible summary").allTextContents();

describe("qualifications.html", () => {
  it("answers what comes next by keyboard alone, and says how much is left", async () => {
    const {page, faults, close} = await open();
    const all = await shownSteps(page);
    await page.locator("#choose-role").focus();
    await page.keyboard.type("Learning mentor");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Level 2");
    expect(await openRoles(page)).toEqual(["Learning mentor"]);
    expect(await page.locator(".next details:visible").count()).toBe(1);
    expect(await page.locator(".next [data-rung='2']:visible").count()).toBe(0);
    expect(await page.locator(".next [data-rung='3']:visible").count()).toBeGreaterThan(0);
    expect(await shownSteps(page)).toBeLessThan(all);
    expect(await page.locator(".chooser output").innerText()).toMatch(
      /^\d+ of the plan’s programmes answer this choice/
    );
    expect(new URL(page.url()).search).toBe("?role=R17&held=2");
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  it("opens from a link as it was left, and shows everything again", async () => {
    const {page, close} = await open("qualifications?role=R17&held=2");
    expect(await page.locator("#choose-role").inputValue()).toBe("R17");
    expect(await page.locator("#choose-held").inputValue()).toBe("2");
    expect(await openRoles(page)).toEqual(["Learning mentor"]);
    const narrowed = await shownSteps(page);
    await page.locator(".chooser button").press("Enter");
    expect(await shownSteps(page)).toBeGreaterThan(narrowed);
    expect(new URL(page.url()).search).toBe("");
    await close();
  });

  it("narrows the ladder to a route, and keeps its rungs in order", async () => {
    const {page, close} = await open("qualifications?route=AO");
    expect(await page.locator(".ladder .route.TL:visible").count()).toBe(0);
    expect(await page.locator(".ladder .route.AO:visible").count()).toBeGreaterThan(0);
    const rungs = await page
      .locator(".ladder .rung:visible")
      .evaluateAll((all) => all.map((rung) => rung.getAttribute("data-rung")));
    expect(rungs).toEqual(
      rungs
        .filter((rung) => rung !== "0")
        .toSorted()
        .concat("0")
    );
    await close();
  });

  it("leads from a rung to the programme’s row in the catalogue", async () => {
    const {page, close} = await open();
    const link = page.locator(".ladder a").first();
    const name = await link.innerText();
    await link.press("Enter");
    expect(await page.locator(".programmes tr:target th").innerText()).toBe(name);
    await close();
  });

  it("has the whole ladder and every role’s list without scripts, and no form that would not answer", async () => {
    const {page, close} = await open("qualifications", {scripts: false});
    expect(await page.locator(".chooser").isVisible()).toBe(false);
    expect(await page.locator(".ladder > li h3").allTextContents()).toContain("Qualified teacher status");
    expect(await page.locator(".ladder .step:visible").count()).toBeGreaterThan(40);
    const roles = page.locator(".next details");
    expect(await roles.count()).toBeGreaterThan(40);
    await roles.first().locator("summary").press("Enter");
    expect(await roles.first().locator("a").first().isVisible()).toBe(true);
    expect(await page.locator(".programmes tbody tr").count()).toBeGreaterThan(60);
    await close();
  });
});

describe("gaps.html", () => {
  it("has a number or a word in every cell of the table of shades", async () => {
    const {page, close} = await open("gaps", {scripts: false});
    const cells = await page.locator(".heat tbody td").allInnerTexts();
    expect(cells.length).toBeGreaterThan(100);
    expect(cells.filter((text) => !/\d+%|withheld|unreliable|–/.test(text))).toEqual([]);
    await close();
  });
});
