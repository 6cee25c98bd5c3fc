import {mkdirSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import type {Page} from "playwright-core";
import {build} from "../pipeline/run.js";
import {serve} from "../pipeline/site/serve.js";
import {startBrowser} from "../test/browser/chromium.js";

/** How long a change took, from the choice to the frame that shows it. */
interface Change {
  choice: string;
  milliseconds: number;
}

const MOST = 50; // milliseconds at the 95th percentile
const [given] = process.argv.slice(2); // a folder with a site that is built already

const out = mkdtempSync(join(tmpdir(), "uptake-explore-"));
mkdirSync(join(out, "src"));
const site = given ?? (await build({root: resolve("."), out})).dist;
const served = await serve(site, {port: 4400});
const browser = await startBrowser({folder: resolve("build/chromium")});
try {
  const page = await browser.newPage({viewport: {width: 1280, height: 900}});
  await page.addInitScript("globalThis.__name = (of) => of"); // which tsx writes into what is sent to the page
  await page.goto(`${served.url}explore.html`, {waitUntil: "networkidle"});
  await page.waitForSelector(".explore fieldset:not([disabled])");
  report(await changes(page));
} finally {
  await browser.close();
  await served.close();
  rmSync(out, {recursive: true, force: true});
}

/** Chooses every indicator, and of each its breakdowns, levels of areas, periods and orders, as a reader would. */
async function changes(page: Page): Promise<Change[]> {
  return page.evaluate(async () => {
    const made: {choice: string; milliseconds: number}[] = [];
    const find = <T extends Element>(selector: string): T => {
      const found = document.querySelector<T>(selector);
      if (!found) throw new Error(`missing element: ${selector}`);
      return found;
    };
    const frame = (): Promise<void> => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const change = async (choice: string, act: () => HTMLElement): Promise<void> => {
      await frame();
      const from = performance.now();
      act().dispatchEvent(new Event("change", {bubbles: true}));
      await frame();
      made.push({choice, milliseconds: performance.now() - from});
    };
    const values = (name: string): string[] => {
      const options = [...find<HTMLSelectElement>(`select[name="${name}"]`).options];
      return options.map(({value}) => value);
    };
    const choose = (name: string, value: string): Promise<void> =>
      change(name, () => {
        const select = find<HTMLSelectElement>(`select[name="${name}"]`);
        select.value = value;
        return select;
      });
    const tick = (level: string): Promise<void> =>
      change("level", () => {
        const box = find<HTMLInputElement>(`input[value="${level}"]`);
        box.checked = !box.checked;
        return box;
      });
    for (const indicator of values("indicator")) {
      await choose("indicator", indicator);
      for (const unit of values("unit").slice(1)) await choose("unit", unit);
      for (const by of values("by").slice(0, 8)) {
        await choose("by", by);
        for (const level of ["region", "local_lsc", "lea"]) await tick(level);
        for (const period of values("period").slice(0, 3)) await choose("period", period);
        for (const order of ["highest", "published"]) await choose("order", order);
        for (const level of ["lea", "local_lsc", "region"]) {
          const isTicked = find<HTMLInputElement>(`input[value="${level}"]`).checked;
          if (isTicked) await tick(level);
        }
      }
    }
    return made;
  });
}

function report(made: readonly Change[]): void {
  console.log(`${made.length.toLocaleString("en-GB")} changes over the full published cube`);
  console.log(`95th percentile  ${at(made, 0.95)} ms  (at most ${MOST} ms)`);
  console.log(`median, longest  ${at(made, 0.5)} ms, ${at(made, 1)} ms`);
  for (const choice of new Set(made.map((change) => change.choice))) {
    const of = made.filter((change) => change.choice === choice);
    console.log(`  ${choice.padEnd(10)} ${String(of.length).padStart(5)} changes, 95th percentile ${at(of, 0.95)} ms`);
  }
}

function at(made: readonly Change[], share: number): string {
  const ordered = made.map(({milliseconds}) => milliseconds).toSorted((a, b) => a - b);
  const index = Math.min(ordered.length - 1, Math.ceil(share * ordered.length) - 1);
  return (ordered[index] ?? 0).toFixed(1);
}
