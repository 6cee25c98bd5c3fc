import {JSDOM} from "jsdom";
import {extractText, getDocumentProxy} from "unpdf";
import {beforeAll, describe, expect, it} from "vitest";
import {pdfOf, typesetter} from "../../pipeline/report/pdf.js";
import {julyProgress} from "../../reports/july-progress/report.js";
import {claimsOf, type Report} from "../../reports/report.js";
import {typstDocument} from "../../reports/typst/document.js";
import {reportRelease} from "../reports/reportRelease.js";

const {document} = new JSDOM("").window;
const print = (report: Report): Promise<Uint8Array> => pdfOf(typstDocument(report, {document}));

const report = julyProgress(reportRelease());
let bytes: Uint8Array;
let raw: string;
let pages: readonly string[];

beforeAll(async () => {
  bytes = await print(report);
  raw = Buffer.from(bytes).toString("latin1");
  pages = (await extractText(await proxy())).text.map((page) => page.replace(/\s+/g, " "));
});

/** The reader takes the bytes that it is given. */
const proxy = () => getDocumentProxy(Uint8Array.from(bytes));

interface Part {
  role?: string;
  alt?: string;
  children?: readonly Part[];
}

async function parts(): Promise<Part[]> {
  const reader = await proxy();
  const all = (part: Part): Part[] => [part, ...(part.children ?? []).flatMap(all)];
  const trees = await Promise.all(
    Array.from({length: reader.numPages}, async (_, index) => (await reader.getPage(index + 1)).getStructTree())
  );
  return trees.flatMap((tree: unknown) => (tree ? all(tree as Part) : []));
}

describe("pdfOf(document)", () => {
  it("declares PDF/UA-1, is tagged, and has a title, a language and a date of its own", async () => {
    const reader = await proxy();
    const {info} = (await reader.getMetadata()) as {info: Record<string, unknown>};
    expect(raw).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(await reader.getMarkInfo()).toMatchObject({Marked: true});
    expect(info).toMatchObject({
      Title: `${report.title}. ${report.subtitle}`,
      Language: "en-GB",
      CreationDate: "D:20040630000000Z"
    });
    expect(raw).toContain("/DisplayDocTitle true");
  });

  it("has a bookmark for the summary and every section", async () => {
    const outline = await (await proxy()).getOutline();
    const titles = outline.map(({title}: {title: string}) => title);
    expect(titles).toEqual(["Summary", ...report.sections.map(({title}) => title), "Annexed tables"]);
  });

  it("has alternative text for every picture, and headings for tables", async () => {
    const all = await parts();
    const figures = all.filter(({role}) => role === "Figure");
    expect(figures.length).toBeGreaterThan(2);
    expect(figures.every(({alt = ""}) => alt.length > 20)).toBe(true);
    expect(all.filter(({role}) => role === "TH").length).toBeGreaterThan(10);
  });

  it("brings its fonts with it, and no other", () => {
    const fonts = [...raw.matchAll(/\/BaseFont\s*\/([\w+-]+)/g)].map(([, name]) => name ?? "");
    expect(fonts.length).toBeGreaterThan(2);
    expect(fonts.filter((name) => !/^[A-Z]{6}\+SourceSans3-/.test(name))).toEqual([]);
    expect(raw.match(/\/FontFile[23]/g)?.length).toBeGreaterThan(2);
  });

  it("says on its cover what it puts right, and does so at the top of a pack", {timeout: 60_000}, async () => {
    const notices = ["Correction to release 2004-06, 2 August 2004: the base was that of May."];
    for (const of of [{}, {isShort: true, summary: undefined, sections: report.sections.slice(0, 1)}]) {
      const made = await print({...report, ...of, notices});
      const {text} = await extractText(await getDocumentProxy(Uint8Array.from(made)));
      expect(text[0]?.replace(/\s+/g, " ")).toContain(notices[0]);
    }
  });

  it("says draft and synthetic on every page", () => {
    expect(pages.filter((page) => !/Draft, not signed off\. Synthetic returns/.test(page))).toEqual([]);
  });

  it("says every claim in the words of its cells", () => {
    const text = pages.join(" ").replace(/Draft, not signed off.*?real staff\. \d*/g, "");
    for (const {said} of claimsOf(report)) expect(bare(text)).toContain(bare(said));
  });

  it("keeps the summary on one page", () => {
    const holds = (words: string): number[] => pages.flatMap((page, index) => (page.includes(words) ? [index] : []));
    const [first] = report.summary?.claims ?? [];
    expect(holds("Table 1. The ten priorities at")).toEqual([holds(first?.said.slice(0, 60) ?? "-")[0]]);
  });

  it("gives the same bytes for the same report", async () => {
    expect(Buffer.compare(bytes, await print(julyProgress(reportRelease())))).toBe(0);
  });

  it("gives the same bytes whatever was set before it", async () => {
    const typeset = await typesetter();
    const small = {...report, summary: undefined, sections: report.sections.slice(0, 1)};
    typeset(typstDocument(small, {document}));
    expect(Buffer.compare(bytes, typeset(typstDocument(report, {document})))).toBe(0);
  });

  it("does not say synthetic where nothing is", async () => {
    const real = await print({...report, isSynthetic: false});
    const {text} = await extractText(await getDocumentProxy(Uint8Array.from(real)), {mergePages: true});
    expect(text).not.toContain("DRAFT · SYNTHETIC");
    expect(text).toContain("Draft, not signed off.");
  });

  it("says who signed on every page, and nowhere that it is a draft, in the final form", async () => {
    const signedBy = {name: "A. Smith", role: "statistician", date: "2004-07-15"};
    const release = reportRelease();
    const {release: said} = release.catalogue;
    const catalogue = {...release.catalogue, release: {...said, signed_by: signedBy}};
    const final = await print(julyProgress({...release, catalogue, files: []}));
    const reader = await getDocumentProxy(Uint8Array.from(final));
    const {text} = await extractText(reader);
    expect(
      text.filter((page) => !/Final: signed off by A\. Smith, statistician, on 15 July 2004\./.test(page))
    ).toEqual([]);
    expect(text.join(" ")).not.toMatch(/draft/i);
    expect(JSON.stringify((await reader.getMetadata()).info)).not.toMatch(/draft/i);
  });

  it("refuses a picture without alternative text", async () => {
    const {source, pictures} = typstDocument(report, {document});
    const silent = source.replace(/alternative: "(?:[^"\\]|\\.)*"/g, "alternative: none");
    await expect(pdfOf({source: silent, pictures})).rejects.toThrow(/PDF\/UA-1/);
  });
});

/** Words as they stand, whatever lines and pages break between them. */
const bare = (text: string): string => text.replace(/[\s\u00a0-]+/g, "");
