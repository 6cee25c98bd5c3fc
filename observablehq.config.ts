import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {JSDOM} from "jsdom";
import {REASONS, SYMBOLS} from "./pipeline/contracts/symbols.js";
import {fillMarks, type Markdown} from "./pipeline/site/marks.js";
import {footer, head, header, PAGES, TITLE} from "./src/components/frame.js";
import type {Download, Page} from "./src/components/release.js";
import {readRelease} from "./src/components/tables.js";
import {home} from "./src/pages/home.js";
import {methods} from "./src/pages/methods.js";
import {progress} from "./src/pages/progress.js";
import {today} from "./src/pages/today.js";

const root = process.env.UPTAKE_SITE_ROOT ?? "src";
const pages: Readonly<Record<string, Page>> = {index: home, progress, today, methods};
const release = readRelease(join(root, "data"), {symbols: SYMBOLS, reasons: REASONS});
const {document} = new JSDOM("").window;

for (const page of Object.values(pages)) page.downloads?.(release).forEach(writeDownload);

export default {
  root,
  output: process.env.UPTAKE_SITE_OUTPUT ?? "dist",
  title: TITLE,
  pages: PAGES.map(({name, path}) => ({name, path})),
  preserveExtension: true,
  preserveIndex: true,
  sidebar: false,
  toc: false,
  pager: false,
  search: false,
  globalStylesheets: [],
  style: "style.css",
  head,
  header,
  footer: ({path}: {path: string}) => footer(release, {path}),
  markdownIt(md: Markdown): Markdown {
    fillMarks(md, {marksOf});
    return md;
  }
};

function marksOf(path: string) {
  const marks = Object.entries(pages[path]?.marks ?? {});
  return Object.fromEntries(
    marks.map(([name, mark]) => [name, (argument?: string) => mark(release, {document, argument})])
  );
}

/** Beside the published tables, where Framework finds what a page links to. */
function writeDownload({file, rows}: Download): void {
  const folder = join(root, "data", "tables");
  mkdirSync(folder, {recursive: true});
  const quoted = (cell: string | number | null): string => {
    const text = String(cell ?? "");
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  writeFileSync(join(folder, file), rows.map((row) => `${row.map(quoted).join(",")}\n`).join(""));
}
