import {readFileSync} from "node:fs";
import {join} from "node:path";

/** What a program can see, in the files of a site, that would keep somebody out. */
const OF_PAGES: readonly {barrier: string; stands(html: string): boolean}[] = [
  {barrier: "no language", stands: (html) => !/<html[^>]*\blang="[a-z]/i.test(html)},
  {barrier: "no title", stands: (html) => !/<title>[^<]*\S[^<]*<\/title>/i.test(html)},
  {barrier: "no heading of the page", stands: (html) => !/<h1[\s>]/i.test(html)},
  {barrier: "a picture without words", stands: (html) => /<img(?![^>]*\balt=)[^>]*>/i.test(html)},
  {barrier: "a table without headings", stands: (html) => tables(html).some((table) => !/<th[\s>]/i.test(table))},
  {barrier: "readers cannot zoom", stands: (html) => /user-scalable=no|maximum-scale=1\b/i.test(html)}
];

/** Returns a sentence for each barrier in the pages and PDF files of a site; `files` are their addresses below `dist`. */
export function barriersIn(dist: string, files: readonly string[]): string[] {
  const found: string[] = [];
  for (const file of files.filter((name) => name.endsWith(".html"))) {
    const html = withoutScripts(readFileSync(join(dist, file), "utf8"));
    for (const {barrier, stands} of OF_PAGES) if (stands(html)) found.push(`${file}: ${barrier}`);
  }
  for (const file of files.filter((name) => name.endsWith(".pdf")))
    if (!readFileSync(join(dist, file), "latin1").includes("pdfuaid:part"))
      found.push(`${file}: does not declare PDF/UA`);
  return found;
}

const withoutScripts = (html: string): string => html.replace(/<(script|style)\b[\s\S]*?<\/\1>/gi, "");

const tables = (html: string): string[] => html.match(/<table[\s>][\s\S]*?<\/table>/gi) ?? [];
