import {addressOf} from "./pageAt.js";
import type {Origin} from "./release.js";

/** Returns the file name of a page's or an indicator's workbook: "uptake-synthetic.ods", and "OFF-01.ods" where all is real. */
export function workbookFile(path: string, origins: ReadonlySet<Origin>): string {
  const name = path
    .replace(/^\//, "")
    .replace(/^indicators\//, "")
    .replace(/^(index)?$/, "home")
    .replaceAll("/", "-");
  return `${name}${origins.has("synthetic") ? "-synthetic" : ""}.ods`;
}

/** Returns the link to all tables of the page at `path`, as HTML; empty where it has none. `workbooks` are files of the site by address. */
export function workbookLink(workbooks: ReadonlyMap<string, string>, {path}: {path: string}): string {
  const file = workbooks.get(addressOf(path));
  if (file === undefined) return "";
  const download = file.startsWith("data/") ? ` download="${file.replace(/^.*\//, "")}"` : ""; // Framework looks for what has one
  return `<p class="workbook"><a href="/${file}"${download}>All tables of this page (ODS)</a></p>`;
}
