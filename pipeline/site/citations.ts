import {readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join, relative} from "node:path";

/**
 * Adds to the page of each indicator links to the pages that show it, which is known only when all pages are made. A
 * page shows an indicator where it links to it; the many pages of one kind count as the page that leads to them.
 */
export function citePages(folder: string): void {
  const pages = pagesIn(folder);
  const titles = new Map([...pages].map(([path, html]) => [path, titleOf(html)]));
  const cited = citations(pages);
  for (const [path, html] of pages) {
    const full = html.replace(PLACE, (_, open: string, indicator: string) => {
      const places = [...(cited.get(indicator) ?? [])].filter((place) => titles.has(place));
      const links = places.map((place) => `<li><a href="${addressOf(place)}">${titles.get(place)}</a></li>`);
      return `${open}${links.join("")}`;
    });
    if (full !== html) writeFileSync(join(folder, path), full);
  }
}

/** The list that a page of an indicator leaves for them. */
const PLACE = /(<ul [^>]*data-cites="([\w-]+)"[^>]*>)/g;

function pagesIn(folder: string): Map<string, string> {
  const files = readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .toSorted();
  return new Map(files.map((file) => [file, readFileSync(join(folder, file), "utf8")]));
}

/** Files of pages under the indicators that they link to. */
function citations(pages: ReadonlyMap<string, string>): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const [path, html] of pages) {
    const place = path.replace(/^([^/]+)\/.*$/, "$1.html");
    if (place === "indicators.html" || place === "search.html") continue;
    for (const match of html.matchAll(/href="[^"]*\bindicators\/([A-Z]+-\d+)(?:\.html)?"/g)) {
      const places = found.get(match[1] ?? "") ?? new Set();
      found.set(match[1] ?? "", places.add(place));
    }
  }
  return found;
}

/** The title in its head, without the name of the site. */
const titleOf = (html: string): string => /<title>(.*?)(?: \| [^|<]*)?<\/title>/.exec(html)?.[1] ?? "";

const addressOf = (file: string): string => `/${file.replace(/(^|\/)index\.html$/, "$1").replace(/\.html$/, "")}`;
