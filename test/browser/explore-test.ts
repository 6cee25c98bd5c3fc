import {readFileSync} from "node:fs";
import {resolve} from "node:path";
import {parse} from "csv-parse/sync";
import type {Browser, Page} from "playwright-core";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {EXAMPLES} from "../../src/components/explore/sql/examples.js";
import {startBrowser} from "./chromium.js";
import {openPage, violations} from "./openPage.js";
import {type ServedSite, servedSite} from "./site.js";

const BY_SEX = "indicator=OFF-01&unit=per+cent+of+persons&by=sex&area=national&area=region&period=survey%3A2004-03";

let site: ServedSite;
let browser: Browser;

beforeAll(async () => {
  [site, browser] = await Promise.all([servedSite(), startBrowser({folder: resolve("build/chromium")})]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

async function explore(query = "", options: {width?: number; mode?: "light" | "dark"} = {}) {
  const opened = await openPage(browser, `explore${query && `?${query}`}`, {site: site.url, ...options});
  await opened.page.waitForSelector(".explore fieldset.all:not([disabled])");
  return opened;
}

/** The table on the screen, cell by cell, without the buttons of its rows. */
const shown = (page: Page): Promise<string[][]> =>
  page.locator(".explore-result table").evaluate((table) =>
    [...table.querySelectorAll("tr")].map((row) =>
      [...row.children].slice(0, -1).map((cell) => {
        const seen = cell.querySelector('[aria-hidden="true"]') ?? cell;
        return seen.textContent ?? "";
      })
    )
  );

/** What is written on the screen as numbers stands bare in a file. */
const bare = (cell: string): string =>
  /^[−£\d][\d.,]*%?$/.test(cell) ? cell.replace(/[£,%]/g, "").replace("−", "-") : cell;

async function saved(page: Page, name: string): Promise<{name: string; bytes: Buffer}> {
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", {name}).click();
  const download = await waiting;
  return {name: download.suggestedFilename(), bytes: readFileSync(await download.path())};
}

describe("explore.html", () => {
  it("puts what is chosen into its address, from which it opens as it was", async () => {
    const {page, faults, close} = await explore();
    await page.getByLabel("Broken down by").selectOption({label: "Sex"});
    await page.getByLabel("Regions").check();
    await page.getByLabel("Order of rows").selectOption("highest");
    await page.getByRole("button", {name: /^Pin: England, Male$/}).click();
    await page.getByLabel("And one more area").selectOption({label: "Durham"});
    await page.getByRole("button", {name: "Add", exact: true}).click();
    const [before, address] = [await page.locator(".explore").innerHTML(), page.url()];
    const rows = await shown(page);
    expect(rows[1]?.slice(0, 2)).toEqual(["England", "Male"]);
    await page.goto("about:blank");
    await page.goto(address, {waitUntil: "networkidle"});
    await page.waitForSelector(".explore fieldset.all:not([disabled])");
    expect(await shown(page)).toEqual(rows);
    const plain = (html: string): string => html.replace(/role="status">[^<]*/, "");
    expect(plain(await page.locator(".explore").innerHTML())).toBe(plain(before));
    expect(faults).toEqual([]);
    await close();
  });

  it("shows what it showed before its script ran, and nothing moves", async () => {
    const before = await openPage(browser, "explore", {site: site.url, scripts: false});
    const [table, heading] = [await shown(before.page), await before.page.locator("#explore-title").innerText()];
    expect(await before.page.locator(".no-script").first().isVisible()).toBe(true);
    await before.close();
    const {page, close} = await explore();
    expect(await shown(page)).toEqual(table);
    expect(await page.locator("#explore-title").innerText()).toBe(heading);
    expect(await page.locator(".no-script").first().isVisible()).toBe(false);
    expect(await page.evaluate(() => (window as unknown as {shifted: number}).shifted)).toBeLessThan(0.01);
    await close();
  });

  it("shows the numbers that the published table holds", async () => {
    const {page, close} = await explore(BY_SEX);
    const published: Record<string, string>[] = parse(readFileSync(resolve(site.folder, "data/indicators.csv")), {
      columns: true,
      bom: true
    });
    const wanted = published.filter(
      (row) =>
        row.indicator_id === "OFF-01" &&
        row.dimension_1 === "sex" &&
        row.dimension_2 === "" &&
        row.role_id === "" &&
        ["national", "region"].includes(row.area_level ?? "")
    );
    const rows = await shown(page);
    expect(rows).toHaveLength(wanted.length + 1);
    const england = rows.find(([area, sex]) => area === "England" && sex === "Female");
    const cell = wanted.find(({area_code, category_1}) => area_code === "ENG" && category_1 === "Female");
    expect(england?.slice(2, 5)).toEqual([`${cell?.value}%`, `${cell?.lower}%`, `${cell?.upper}%`]);
    await close();
  });

  it("saves a CSV that equals the screen, notes included, and says synthetic in its name", async () => {
    const {page, close} = await explore(BY_SEX);
    const {name, bytes} = await saved(page, "CSV");
    expect(name).toBe("OFF-01-by-sex-survey-2004-03-synthetic.csv");
    const [table = "", notes = ""] = bytes.toString("utf8").split("\r\n\r\n");
    expect(parse(table, {bom: true})).toEqual((await shown(page)).map((row) => row.map(bare)));
    const below = parse(notes, {relax_column_count: true}).flat();
    expect(below).toEqual([
      await page.locator("#explore-title").innerText(),
      await page.locator(".explore .measure").innerText(),
      ...(await page.locator(".explore .notes li").allInnerTexts())
    ]);
    await close();
  });

  it("saves pictures that open: SVG with every row and note, PNG of the same size twice", async () => {
    const {page, close} = await explore(BY_SEX);
    const svg = await saved(page, "Picture (SVG)");
    expect(svg.name).toBe("OFF-01-by-sex-survey-2004-03-synthetic.svg");
    const read = await page.evaluate((text) => {
      const found = new DOMParser().parseFromString(text, "image/svg+xml");
      const {width, height} = found.documentElement.dataset
        ? {width: found.documentElement.getAttribute("width"), height: found.documentElement.getAttribute("height")}
        : {width: "", height: ""};
      return {
        error: found.querySelector("parsererror")?.textContent,
        text: found.documentElement.textContent,
        width,
        height
      };
    }, svg.bytes.toString("utf8"));
    expect(read.error).toBeUndefined();
    for (const [area, , value] of (await shown(page)).slice(1)) {
      expect(read.text).toContain(area);
      expect(read.text).toContain(value);
    }
    expect(read.text).toContain("synthetic");
    expect(read.text).toContain("explore.html?indicator=OFF-01");
    const png = await saved(page, "Picture (PNG)");
    expect(png.bytes.subarray(1, 4).toString()).toBe("PNG");
    expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([
      2 * Number(read.width),
      2 * Number(read.height)
    ]);
    await close();
  });

  it("copies the table with its notes", async () => {
    const {page, context, close} = await explore(BY_SEX);
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.getByRole("button", {name: "Copy table"}).click();
    await page.getByText("The table is copied, with its notes.").first().waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    for (const row of await shown(page)) expect(text).toContain(row.map(bare).join("\t"));
    expect(text).toContain(await page.locator(".explore .notes li").first().innerText());
    await close();
  });

  it("leads to the workbook of the indicator, which is there", async () => {
    const {page, close} = await explore(BY_SEX);
    const href = await page.getByRole("link", {name: "All its figures (ODS)"}).getAttribute("href");
    const workbook = await page.request.get(new URL(href ?? "", page.url()).href);
    expect(workbook.status()).toBe(200);
    expect((await workbook.body()).subarray(0, 2).toString()).toBe("PK");
    await close();
  });

  it("refuses single groups of small areas, says why, and offers what there is", async () => {
    const {page, close} = await explore(BY_SEX);
    await page.getByRole("checkbox", {name: "England"}).uncheck();
    await page.getByRole("checkbox", {name: "Regions"}).uncheck();
    await page.getByRole("checkbox", {name: "Local LSCs"}).check();
    const refusal = page.locator(".refusal:not(.no-script)");
    expect(await refusal.innerText()).toContain("Disclosure control: figures by sex are not given for small areas");
    expect(await page.locator(".explore-result table").count()).toBe(0);
    expect(await page.getByRole("status").first().innerText()).toContain("Disclosure control");
    await page.getByRole("button", {name: "Show England"}).click();
    expect(await page.locator("#explore-title").innerText()).toMatch(/, by sex: England, March 2004$/);
    expect((await shown(page)).slice(1).map(([sex]) => sex)).toEqual(expect.arrayContaining(["Female", "Male"]));
    await close();
  });

  it("keeps the focus where it is, by keyboard, and tells what stands behind a number", async () => {
    const {page, close} = await explore(BY_SEX);
    const focused = (): Promise<string | null> =>
      page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.id ?? null);
    await page.getByLabel("Order of rows").focus();
    await page.keyboard.press("End");
    expect(await focused()).toBe("explore-order");
    const pin = page.getByRole("button", {name: "Pin: London, Female"});
    await pin.focus();
    await page.keyboard.press("Enter");
    expect(await focused()).toBe("Unpin: London, Female");
    expect((await shown(page))[1]?.slice(0, 2)).toEqual(["London", "Female"]);
    await page.getByRole("button", {name: "About: London, Female"}).focus();
    await page.keyboard.press("Enter");
    const panel = page.getByRole("dialog");
    for (const term of ["What is counted", "Base", "Coverage", "Interval", "Origin", "How it is made"])
      expect(await panel.innerText()).toContain(term);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press("Escape");
    expect(await focused()).toBe("About: London, Female");
    await close();
  });

  it("has no accessibility fault and no sideways scrolling with many rows, lines and refusals", async () => {
    const queries = [
      "indicator=UPT-04&unit=starts&by=programme_id&area=national&period=month:all",
      "indicator=WRK-01&unit=staff&area=national&area=region&area=local_lsc&area=lea&period=census:2004-01",
      "indicator=OFF-01&by=sex&area=lea",
      "indicator=NONE-01"
    ];
    for (const query of queries)
      for (const options of [{width: 1280}, {width: 375, mode: "dark"}] as const) {
        const {page, faults, close} = await explore(query, options);
        expect(await violations(page), query).toEqual([]);
        expect(faults, query).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), query).toBeLessThanOrEqual(
          0
        );
        await close();
      }
  });
});

describe("the SQL console", () => {
  const answered = (page: Page) =>
    page.waitForFunction(
      () => !/^(Loading|Running)/.test(document.querySelector(".sql-status")?.textContent ?? "Loading")
    );
  const ask = async (page: Page, sql: string): Promise<string> => {
    await page.getByLabel(/^Query/).fill(sql);
    await page.getByRole("button", {name: "Run", exact: true}).click();
    await answered(page);
    return page.locator(".sql-answer").innerText();
  };
  const opened = async () => {
    const asked: string[] = [];
    const found = await explore();
    found.page.on("request", (request) => asked.push(request.url()));
    await found.page.locator("#sql-console > summary").click();
    await answered(found.page);
    return {...found, asked};
  };

  it("is loaded when it is opened and not before, from our own origin alone", async () => {
    const {page, faults, close} = await explore();
    const before = await page.evaluate(() => performance.getEntriesByType("resource").map(({name}) => name));
    expect(before.filter((name) => /duckdb/.test(name))).toEqual([]);
    await close();
    const {asked, page: second, faults: after, close: end} = await opened();
    expect(asked.filter((name) => /duckdb-eh\.wasm$/.test(name))).toHaveLength(1);
    expect(await second.locator(".sql-status").innerText()).toMatch(/^Ready: \d+ tables/);
    expect([...faults, ...after]).toEqual([]);
    await end();
  });

  it("answers every example, and shows what each table and column holds", async () => {
    const {page, faults, close} = await opened();
    for (const {question} of EXAMPLES) {
      await page.getByRole("button", {name: question}).click();
      await answered(page);
      expect(await page.locator(".sql-status").innerText(), question).toMatch(/^[1-9][\d,]* rows?\b/);
    }
    const first = page.locator(".sql-schema details").first();
    await first.locator("summary").click();
    await first.getByText("Code of the area").first().waitFor();
    expect(await violations(page)).toEqual([]);
    expect(faults).toEqual([]);
    await close();
  });

  it("holds the published figures, and saves an answer with its headings", async () => {
    const {page, close} = await opened();
    const rows = parse(readFileSync(resolve(site.folder, "data/indicators.csv")), {bom: true}).length - 1;
    expect(await ask(page, "select count(*)::integer as figures from indicators")).toContain(String(rows));
    await ask(
      page,
      "select 'a, \"b\"' as said, 1.5::double as number, date '2004-06-30' as day, timestamp '2004-06-30 12:30:00' as time"
    );
    const {name, bytes} = await saved(page, "CSV of the answer");
    expect(name).toBe("uptake-query-synthetic.csv");
    expect(bytes.toString("utf8")).toBe(
      '\ufeffsaid,number,day,time\r\n"a, ""b""",1.5,2004-06-30,2004-06-30T12:30:00.000Z\r\n'
    );
    await close();
  });

  it("tells faults in words, reaches nothing outside, and stops when told to", async () => {
    const {page, asked, faults, close} = await opened();
    expect(await ask(page, "selec 1")).toContain('Parser error: syntax error at or near "selec"');
    expect(await ask(page, "select * from 'https://example.org/x.csv'")).toContain("disabled by configuration");
    expect(await ask(page, "select to_json(1)")).toContain("This console loads no extensions.");
    expect(await ask(page, "set enable_external_access = true")).toContain("locked");
    expect(asked.filter((url) => !url.startsWith(site.url) && !/^(data|blob):/.test(url))).toEqual([]);
    await page
      .getByLabel(/^Query/)
      .fill("select count(*) from range(100000000) a, range(100000) b where a.range % 7 = b.range % 11");
    await page.getByRole("button", {name: "Run", exact: true}).click();
    await page.getByRole("button", {name: "Stop"}).click();
    await answered(page);
    expect(await page.locator(".sql-status").innerText()).toBe("Stopped.");
    expect(await ask(page, "select 42 as answer")).toContain("42");
    expect(faults).toEqual([]);
    await close();
  });
});
