import {join} from "node:path";
import {JSDOM} from "jsdom";
import {PUBLISHED} from "./pipeline/contracts/published/tables.js";
import {REASONS, SYMBOLS} from "./pipeline/contracts/symbols.js";
import {writeDownloads} from "./pipeline/site/downloads.js";
import {KEPT, keeper} from "./pipeline/site/kept.js";
import {fillMarks, type Markdown, markup} from "./pipeline/site/marks.js";
import {refuseStrayNotices} from "./pipeline/site/notices.js";
import {footer, head, header, TITLE} from "./src/components/frame.js";
import {noticesOver} from "./src/components/notices.js";
import {manyAddresses, pageAt} from "./src/components/pageAt.js";
import {readRelease} from "./src/components/tables.js";
import {workbookLink} from "./src/components/workbookFile.js";
import {PAGES} from "./src/pages/pages.js";

const root = process.env.UPTAKE_SITE_ROOT ?? "src";
const release = readRelease(join(root, "data"), {tables: Object.keys(PUBLISHED), symbols: SYMBOLS, reasons: REASONS});
const {document} = new JSDOM("").window;
const site = {release, pages: PAGES, document};

refuseStrayNotices(release, PAGES);
const keep = keeper(join(root, KEPT));
const workbooks = writeDownloads(site, {folder: join(root, "data", "tables")});

export default {
  root,
  output: process.env.UPTAKE_SITE_OUTPUT ?? "dist",
  title: TITLE,
  pages: [], // for a sidebar, which there is not; without it Framework reads every page again for each page
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
    fillMarks(md, {
      marksOf,
      overHeading: (path) => markup(noticesOver(release, {path, document})),
      endOf: (path) => workbookLink(workbooks, {path}),
      keep
    });
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
