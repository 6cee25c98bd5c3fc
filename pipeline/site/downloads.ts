import {mkdirSync, writeFileSync} from "node:fs";
import {basename, dirname, join} from "node:path";
import {csvText} from "../../src/components/csvText.js";
import {positionOf, preview, type Site} from "../../src/components/frame.js";
import {noticeSaid, noticesAt} from "../../src/components/notices.js";
import {addressOf} from "../../src/components/pageAt.js";
import type {Download, ListedPage, Parameters, Release} from "../../src/components/release.js";
import {workbookFile} from "../../src/components/workbookFile.js";
import {UserError} from "../error.js";
import {writeWorkbook} from "../publish/ods/workbook.js";
import {pageWorkbook} from "./workbooks.js";

/**
 * Writes the tables of every page into `folder`: each as CSV, and all of a page as one workbook; that of a report beside
 * the folder, in one of reports. Returns where on the site each workbook stands, by the addresses of their pages.
 */
export function writeDownloads(site: Site, {folder}: {folder: string}): Map<string, string> {
  mkdirSync(folder, {recursive: true});
  const workbooks = new Map<string, string>();
  const written = new Map<string, string>();
  for (const listed of site.pages) {
    for (const parameters of listed.page.parameters?.(site.release) ?? [{}]) {
      const {downloads, sheets} = listed.page;
      const tables = downloads?.(site.release, parameters) ?? [];
      for (const table of tables) writeTable(table, {folder, written});
      const file = writePageWorkbook([...tables, ...(sheets?.(site.release, parameters) ?? [])], {
        site,
        listed,
        parameters,
        folder
      });
      if (file) workbooks.set(addressOf(listed.path, parameters), file);
    }
  }
  return workbooks;
}

/** Where the tables of pages stand on the site. */
const TABLES = "data/tables";

/** Two pages may offer one table; they may not call two tables alike. */
function writeTable(table: Download, {folder, written}: {folder: string; written: Map<string, string>}): void {
  const text = csvText(table);
  const known = written.get(table.file);
  if (known !== undefined && known !== text)
    throw new UserError(`${table.file}: expected one table of this name; got two. Rename the download of one page.`);
  written.set(table.file, text);
  writeFileSync(join(folder, table.file), text);
}

interface PageWorkbookOptions {
  site: Site;
  listed: ListedPage;
  parameters: Parameters;
  folder: string;
}

function writePageWorkbook(
  tables: readonly Download[],
  {site, listed, parameters, folder}: PageWorkbookOptions
): string | undefined {
  if (tables.length === 0) return undefined;
  const {release} = site;
  const path = addressOf(listed.path, parameters);
  const said = preview(site, {path});
  const isMany = Object.keys(parameters).length > 0;
  const [title, description] = isMany ? [said.title, said.description] : [listed.name, `${said.title}.`];
  const about = [positionOf(site, {path}), "The tables are those of the page, row by row."];
  const date = dateOf(listed, release);
  const workbook = pageWorkbook(tables, {
    title,
    description,
    about,
    date,
    words: release,
    notices: noticesAt(release, path).map(noticeSaid)
  });
  if (!workbook) return undefined;
  const own = listed.page.workbook?.(release);
  const file = own ?? `${TABLES}/${workbookFile(path, listed.page.origins(release, parameters))}`;
  const written = own === undefined ? join(folder, basename(file)) : join(dirname(folder), own);
  try {
    mkdirSync(dirname(written), {recursive: true});
    writeFileSync(written, writeWorkbook(workbook));
  } catch (error) {
    throw new UserError(
      `${file}: expected tables that a workbook can hold; got ${String(error)}. Mend the page’s downloads.`
    );
  }
  return file;
}

/** A page with a position of its own describes what came in last. */
function dateOf({page}: ListedPage, {progress, files}: Release): string {
  const dates = page.position ? files.map((file) => file.received_date) : progress.map((target) => target.as_at_date);
  return (
    dates
      .filter((date) => date !== null)
      .toSorted()
      .at(-1) ?? "1970-01-01"
  );
}
