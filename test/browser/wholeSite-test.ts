import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {JSDOM} from "jsdom";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {type ServedSite, servedSite} from "./site.js";

let site: ServedSite;
let pages: string[]; // addresses of files: "areas/YH.html"

beforeAll(async () => {
  site = await servedSite();
  pages = readdirSync(site.folder, {recursive: true, encoding: "utf8"})
    .filter((file) => file.endsWith(".html") && !file.startsWith("reports") && !file.startsWith("data"))
    .toSorted();
});
afterAll(() => site?.close());

/** Returns what `faultsOf` finds, page by page. */
const faults = (faultsOf: (page: Document) => string[]): string[] =>
  pages.flatMap((file) => {
    const {window} = new JSDOM(readFileSync(join(site.folder, file), "utf8"));
    const found = faultsOf(window.document).map((fault) => `${file}: ${fault}`);
    window.close();
    return found;
  });

const textOf = (part: Element | null | undefined): string => (part?.textContent ?? "").replaceAll(/\s+/g, " ").trim();

describe("every page as it is built", () => {
  it("has a number or a word in every cell", () => {
    const empty = faults((page) =>
      [...page.querySelectorAll("tbody td, tbody th")]
        .filter((cell) => textOf(cell) === "" && !cell.querySelector("svg, input"))
        .map((cell) => `${textOf(cell.closest("table")?.querySelector("caption"))}: ${cell.getAttribute("data-label")}`)
    );
    expect(pages.length).toBeGreaterThan(120);
    expect(empty).toEqual([]);
  });

  it("says of each table of synthetic figures that it is, in its caption", () => {
    const silent = faults((page) =>
      [...page.querySelectorAll("table")].filter(isSynthetic).flatMap((table) => {
        const caption = textOf(table.querySelector("caption"));
        return /synthetic/i.test(caption) ? [] : [caption];
      })
    );
    expect(silent).toEqual([]);
  });

  it("offers what stands behind each chart and each headline figure", () => {
    const bare = faults((page) => [
      ...[...page.querySelectorAll("section.chart")]
        .filter((chart) => !chart.querySelector("details.about"))
        .map(nameOf),
      ...[...page.querySelectorAll("ul.figures li")]
        .filter((figure) => !figure.querySelector("a") && !isIndicator(page))
        .map(textOf)
    ]);
    expect(bare).toEqual([]);
  });

  it("names in one breath what has come, where it calls an area of missing returns clearly higher or lower", () => {
    const silent = faults((page) =>
      [...page.querySelectorAll(".tiles a")]
        .map(textOf)
        .filter((said) => /, clearly/.test(said) && /\*/.test(said) && !/by \d+ of \d+ senders/.test(said))
    );
    expect(silent).toEqual([]);
  });
});

const nameOf = (chart: Element): string => textOf(chart.querySelector("h2, h3"));

/** The page of an indicator is itself what stands behind its numbers. */
const isIndicator = (page: Document): boolean => page.querySelector("[data-cites]") !== null;

/** A table is synthetic where its file is called so, or a row of figures says so; licences tell of files, not figures. */
function isSynthetic(table: Element): boolean {
  const link = table.closest("section.chart, .below, .area-list, .capacity")?.querySelector("a[download]");
  const file = link?.getAttribute("href") ?? "";
  if (/licences/.test(file)) return false;
  const rows = [...table.querySelectorAll("td[data-label=Origin]")].map(textOf);
  return /-synthetic\.csv$/.test(file) || rows.some((origin) => /^synthetic$/i.test(origin));
}
