import {createRequire} from "node:module";
import type {Browser, BrowserContext, Page} from "playwright-core";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

export interface OpenOptions {
  width?: number;
  scripts?: boolean;
  mode?: "light" | "dark";
}

export interface Opened {
  page: Page;
  context: BrowserContext;
  faults: string[]; // errors of the console, and requests that failed or went elsewhere
  close(): Promise<void>;
}

/** Opens a page of the site ("progress", "areas/YH") and hands it over with what went wrong while it loaded. */
export async function openPage(
  browser: Browser,
  name: string,
  {site, width = 1280, scripts = true, mode = "light"}: OpenOptions & {site: string} // where it is served: "http://127.0.0.1:4200/"
): Promise<Opened> {
  const context = await browser.newContext({
    viewport: {width, height: 900},
    javaScriptEnabled: scripts,
    colorScheme: mode
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("requestfailed", (request) => faults.push(`failed: ${request.url()}`));
  page.on("request", (request) => isElsewhere(request.url(), site) && faults.push(`elsewhere: ${request.url()}`));
  page.on("response", (response) => response.status() >= 400 && faults.push(`${response.status()} ${response.url()}`));
  await page.addInitScript(watchShifts);
  const [path, query] = name.split("?");
  await page.goto(`${site}${path}.html${query ? `?${query}` : ""}`, {waitUntil: "networkidle"});
  return {page, context, faults, close: () => context.close()};
}

/** Returns what axe-core finds against WCAG 2.2 AA and good practice, with all that can be opened open. */
export async function violations(page: Page): Promise<string[]> {
  await openDetails(page);
  if (!(await page.evaluate(() => "axe" in window))) await page.addScriptTag({path: AXE});
  return page.evaluate(async () => {
    interface Axe {
      run(options: {resultTypes: string[]}): Promise<{violations: {id: string; nodes: {html: string}[]}[]}>;
    }
    const {axe} = window as unknown as {axe: Axe};
    const found = await axe.run({resultTypes: ["violations"]}); // it need not describe whatever passes
    return found.violations.map(({id, nodes}) => `${id}: ${nodes.map(({html}) => html.slice(0, 120)).join(" | ")}`);
  });
}

/** Opens everything that a reader can open. */
export const openDetails = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });

/** Returns by how many pixels the page is wider than its window. */
export const beyondWindow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Returns how far what stood on the page moved while it loaded, as the browser scores it. */
export const layoutShift = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as {shifted: number}).shifted);

/** Runs in the page, before anything is drawn. */
function watchShifts(): void {
  const found = window as unknown as {shifted: number};
  found.shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) found.shifted += (entry as unknown as {value: number}).value;
  }).observe({type: "layout-shift", buffered: true});
}

const isElsewhere = (url: string, site: string): boolean => !url.startsWith(site) && !/^(data|blob):/.test(url);
