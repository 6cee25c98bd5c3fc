import {join} from "node:path";
import {JSDOM} from "jsdom";
import {REASONS, SYMBOLS} from "./pipeline/contracts/symbols.js";
import {writeDownload} from "./pipeline/site/downloads.js";
import {fillMarks, type Markdown} from "./pipeline/site/marks.js";
import {footer, head, header, TITLE} from "./src/components/frame.js";
import {manyAddresses, pageAt} from "./src/components/pageAt.js";
import {readRelease} from "./src/components/tables.js";
import {PAGES} from "./src/pages/pages.js";

const root = process.env.UPTAKE_SITE_ROOT ?? "src";
const release = readRelease(join(root, "data"), {symbols: SYMBOLS, reasons: REASONS});
const {document} = new JSDOM("").window;
const site = {release, pages: PAGES, document};

for (const {page} of PAGES)
  for (const download of page.downloads?.(release) ?? [])
    writeDownload(download, {folder: join(root, "data", "tables")});

export default {
  root,
  output: process.env.UPTAKE_SITE_OUTPUT ?? "dist",
  title: TITLE,
  dynamicPaths: manyAddresses(release, PAGES),
  preserveExtension: true,
  preserveIndex: true,
  sidebar: false,
  toc: false,
  pager: false,
  search: false,
  globalStylesheets: [],
  style: "style.css",
  head: ({path}: {path: string}) => head(site, {path}),
  header: ({path}: {path: string}) => header(PAGES, {path}),
  footer: ({path}: {path: string}) => footer(site, {path}),
  markdownIt(md: Markdown): Markdown {
    fillMarks(md, {marksOf});
    return md;
  }
};

function marksOf(path: string) {
  const at = pageAt(path, PAGES);
  const {parameters = {}} = at ?? {};
  return Object.fromEntries(
    Object.entries(at?.listed.page.marks ?? {}).map(([name, mark]) => [
      name,
      (argument?: string) => mark(release, {document, parameters, argument})
    ])
  );
}
