import {readFileSync} from "node:fs";
import {join} from "node:path";
import {JSDOM} from "jsdom";
import {extractText, getDocumentProxy} from "unpdf";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
interface ServedSite {folder: string; url: string; close(): Promise<void>}

let site: ServedSite;
let page: Document;
let address: string;
let pages: readonly string[];

beforeAll(async () => {
  site = {folder: "/tmp/jp/full/dist", url: "", close: async () => {}};
  page = new JSDOM(readFileSync(join(site.folder, "reports", "july-progress.html"))).window.document;
  address = page.querySelector("a[href$='.pdf']")?.getAttribute("href") ?? "";
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
