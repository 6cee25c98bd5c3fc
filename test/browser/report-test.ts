import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {basename, join} from "node:path";
import {parse} from "csv-parse/sync";
import {JSDOM} from "jsdom";
import {extractText, getDocumentProxy} from "unpdf";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {writeAreaPacks} from "../../pipeline/report/writeReport.js";
import {type ServedSite, servedSite} from "./site.js";

let site: ServedSite;
let page: Document;
let address: string;
let pages: readonly string[];

beforeAll(async () => {
  site = await servedSite();
  page = new JSDOM(readFileSync(join(site.folder, "reports", "july-progress.html"))).window.document;
  address = basename(page.querySelector("a[href$='.pdf']")?.getAttribute("href") ?? "");
  const bytes = readFileSync(join(site.folder, "reports", address));
  pages = (await extractText(await getDocumentProxy(Uint8Array.from(bytes)))).text.map(bare);
}, 600_000);

afterAll(async () => {
  await site.close();
});

describe("the July report", () => {
  it("says on its page and in its PDF the same sentences", () => {
    const sentences = textsOf("[data-claim], section.chart h3, section.chart h4, section.chart p.measure");
    expect(sentences.length).toBeGreaterThan(80);
    expect(sentences.filter((said) => !isPrinted(said))).toEqual([]);
  });

  it("holds on its page and in its PDF the same tables, row by row", () => {
    const rows = [...page.querySelectorAll(".report tbody tr")].map((row) =>
      [...row.children].map(visibleText).join("")
    );
    expect(rows.length).toBeGreaterThan(400);
    expect(rows.filter((row) => !isPrinted(row))).toEqual([]);
  });

  it("says draft and synthetic in the name of its PDF and on every page of it", () => {
    expect(address).toBe("july-progress-draft-synthetic.pdf");
    expect(pages.filter((text) => !text.includes(bare("Draft, not signed off. Synthetic returns")))).toEqual([]);
  });

  it("keeps its summary on one page", () => {
    const on = (words: string): number => pages.findIndex((text) => text.includes(bare(words)));
    const last = page.querySelector("#part-summary ~ ul.claims li:last-child")?.textContent ?? "-";
    expect(on(last)).toBeGreaterThan(0);
    expect(on("Table 1. The ten priorities at")).toBe(on(last));
    expect(on("x Information, advice and guidance No number")).toBe(on(last));
  });
});

describe("the files beside the July report", () => {
  const linked = (ending: string): string =>
    page.querySelector(`a[href$='${ending}']`)?.getAttribute("href")?.replace(/^.*\//, "") ?? "";

  it("are its workbook and the list of its claims, each with the cells that it cites", () => {
    const [ods, csv] = [".ods", ".csv"].map(linked);
    expect(ods).toBe("july-progress-draft-synthetic.ods");
    expect(existsSync(join(site.folder, "reports", ods ?? ""))).toBe(true);
    expect(existsSync(join(site.folder, "data", "tables", "reports-july-progress-synthetic.ods"))).toBe(false);
    const rows: Record<string, string>[] = parse(readFileSync(join(site.folder, "reports", csv ?? ""), "utf8"), {
      columns: true
    });
    const claimed = new Map(rows.map(({claim, sentence}) => [claim, sentence]));
    for (const element of page.querySelectorAll("[data-claim]"))
      expect(bare(claimed.get(element.getAttribute("data-claim") ?? "") ?? "")).toContain(bare(visibleText(element)));
    expect(rows.filter(({row, value}) => row === "OFF-01" && value !== "").length).toBeGreaterThan(20);
  });

  it("claims the heading of every chart", () => {
    const headings = [...page.querySelectorAll(".report section.chart > :is(h2, h3, h4)")];
    expect(headings.length).toBeGreaterThan(20);
    expect(headings.filter((heading) => !heading.hasAttribute("data-claim"))).toEqual([]);
  });
});

describe("the packs of areas", () => {
  const folder = (): string => join(site.folder, "reports", "areas");

  it("are in every build, each linked from the page of its area", () => {
    const linked = readdirSync(join(site.folder, "areas")).map((file) => {
      const area = new JSDOM(readFileSync(join(site.folder, "areas", file))).window.document;
      return basename(area.querySelector("a[href$='.pdf']")?.getAttribute("href") ?? file);
    });
    const packs = readdirSync(folder()).filter((file) => file.endsWith(".pdf"));
    expect(packs.length).toBeGreaterThan(3);
    expect(packs.toSorted()).toEqual(linked.toSorted());
  });

  it.each(["ne-draft-synthetic.pdf", "llsc01-draft-synthetic.pdf"])(
    "have two to four pages, each of which says synthetic: %s",
    async (file) => {
      const reader = await getDocumentProxy(Uint8Array.from(readFileSync(join(folder(), file))));
      const {text, totalPages} = await extractText(reader);
      expect(totalPages).toBeGreaterThanOrEqual(2);
      expect(totalPages).toBeLessThanOrEqual(4);
      expect(text.every((of) => bare(of).includes(bare("Synthetic returns")))).toBe(true);
    }
  );

  it("are the same bytes when one is written again by itself, and say which area they do not know", async () => {
    const again = mkdtempSync(join(tmpdir(), "packs-"));
    const write = (area: string) =>
      writeAreaPacks({
        dataFolder: join(site.folder, "_arrow"),
        catalogue: join(site.folder, "data", "catalogue.json"),
        outputFolder: again,
        area
      });
    const [written] = await write("Bedfordshire and Luton");
    const file = written?.file ?? "";
    expect(readFileSync(join(again, file)).equals(readFileSync(join(folder(), file)))).toBe(true);
    await expect(write("Atlantis")).rejects.toThrow("--area: expected the code or name of a region or local LSC");
    rmSync(again, {recursive: true, force: true});
  });
});

const textsOf = (selector: string): string[] => [...page.querySelectorAll(selector)].map(visibleText);
const isPrinted = (said: string): boolean => pages.some((text) => text.includes(bare(said)));

/** What readers see: not what only a screen reader speaks. */
function visibleText(element: Element): string {
  const shown = element.cloneNode(true) as Element;
  for (const unseen of shown.querySelectorAll(".spoken, svg, script")) unseen.remove();
  return shown.textContent ?? "";
}

/** Words as they stand, whatever lines break between them. */
function bare(text: string): string {
  return text.replace(/[\s\u00a0-]+/g, "");
}
