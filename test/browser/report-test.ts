import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {basename, join} from "node:path";
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

describe("the packs of areas", () => {
  const folder = mkdtempSync(join(tmpdir(), "packs-"));
  const write = (area: string) =>
    writeAreaPacks({
      dataFolder: join(site.folder, "_arrow"),
      catalogue: join(site.folder, "data", "catalogue.json"),
      outputFolder: folder,
      area
    });

  afterAll(() => {
    rmSync(folder, {recursive: true, force: true});
  });

  it.each(["NE", "Bedfordshire and Luton"])(
    "has two to four pages on %s, each of which says synthetic",
    async (area) => {
      const [written] = await write(area);
      const reader = await getDocumentProxy(Uint8Array.from(readFileSync(join(folder, written?.file ?? ""))));
      const {text, totalPages} = await extractText(reader);
      expect(written?.file).toMatch(/-draft-synthetic\.pdf$/);
      expect(totalPages).toBeGreaterThanOrEqual(2);
      expect(totalPages).toBeLessThanOrEqual(4);
      expect(text.every((of) => bare(of).includes(bare("Synthetic returns")))).toBe(true);
    }
  );

  it("says which area it does not know", async () => {
    await expect(write("Atlantis")).rejects.toThrow("--area: expected the code or name of a region or local LSC");
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
