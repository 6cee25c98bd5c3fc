import {count} from "./format.js";
import {addressOf, pageAt} from "./pageAt.js";
import type {ListedPage, Release} from "./release.js";
import {signedOff} from "./signedOff.js";
import {asAt} from "./targets.js";

/** All that the frame of a page draws on. */
export interface Site {
  release: Release;
  pages: readonly ListedPage[];
  document: Document;
}

export const TITLE = "Uptake";
const FONT_FILE = "source-sans-3-latin-wght-normal.woff2";
const TAG = "Training of school support staff in England";

/** Returns the head of the page at `path`: its font and icon from our own origin, and what a link to it shows. */
export function head(site: Site, {path}: {path: string}): string {
  const up = "../".repeat(path.split("/").length - 2) || "./";
  const {title, description} = preview(site, {path});
  const at = pageAt(path, site.pages);
  const name = at?.listed.page.name?.(site.release, at.parameters);
  return `<link rel="icon" href="/favicon.svg" type="image/svg+xml">
${name ? `<meta itemprop="name" content="${escaped(name)}">\n` : ""}<meta name="color-scheme" content="light dark">
<meta name="description" content="${escaped(description)}">
<meta property="og:site_name" content="${TITLE}">
<meta property="og:type" content="article">
<meta property="og:title" content="${escaped(title)}">
<meta property="og:description" content="${escaped(description)}">
<meta name="twitter:card" content="summary">
<style>@font-face{font-family:"Source Sans 3 Variable";font-weight:200 900;font-display:optional;src:url(${up}fonts/${FONT_FILE}) format("woff2")}</style>`;
}

/** Returns the header of the page at `path`: skip link, name, search and navigation. */
export function header(pages: readonly ListedPage[], {path}: {path: string}): string {
  const here = pageAt(path, pages)?.listed;
  return `<a class="skip" href="#observablehq-main">Skip to main content</a>
<div class="brand"><div class="wrap"><a href="/">${TITLE}</a><span>${TAG}</span>${searchForm(pages)}</div></div>
<nav aria-label="Pages"><div class="wrap"><ul>${links(pages, {place: "menu", here})}</ul></div></nav>`;
}

/** Returns the footer of the page at `path`: which position it describes, how much it rests on, and whose data it is. */
export function footer({release, pages}: Site, {path}: {path: string}): string {
  const here = pageAt(path, pages)?.listed;
  return `<div class="wrap"><ul class="foot" aria-label="About this site">${links(pages, {place: "foot", here})}</ul>
<p>${escaped(positionOf({release, pages}, {path}))}</p>
<p>Money, targets and dates: the 2004–05 plan. Apprenticeships: Department for Education, Open Government Licence.</p></div>${draftMark({release, pages}, {path})}`;
}

/** What lies over each sheet of a draft on paper; on a screen, and to who listens, the footer says it. */
function draftMark({release, pages}: Pick<Site, "release" | "pages">, {path}: {path: string}): string {
  if (release.catalogue.release.signed_by) return "";
  const at = pageAt(path, pages);
  const isSynthetic = at?.listed.page.origins(release, at.parameters).has("synthetic");
  return `<p class="draft" aria-hidden="true">Draft${isSynthetic ? " · synthetic" : ""}</p>`;
}

function links(
  pages: readonly ListedPage[],
  {place, here}: {place: ListedPage["place"]; here: ListedPage | undefined}
): string {
  const listed = pages.filter((page) => page.place === place);
  const parent = here && `${here.path.split("/")[0]}`;
  return listed
    .map((page) => {
      const current = page === here ? ' aria-current="page"' : page.path === parent ? ' aria-current="true"' : "";
      return `<li><a href="${addressOf(page.path)}"${current}>${page.name}</a></li>`;
    })
    .join("");
}

/** A form, so that it leads to the list of everything without any script. */
function searchForm(pages: readonly ListedPage[]): string {
  if (!pages.some(({path}) => path === "search")) return "";
  return '<form class="search" role="search" action="/search"><label class="spoken" for="find">Search this site</label><input id="find" name="q" type="search" placeholder="Search"><button>Search</button></form>';
}

/** Returns what a link to the page at `path` shows: its title and its first sentences, as they stand on it. */
export function preview(
  {release, pages, document}: Site,
  {path}: {path: string}
): {title: string; description: string} {
  const at = pageAt(path, pages);
  if (!at) return {title: TITLE, description: TAG};
  const {marks} = at.listed.page;
  const said = (name: string): string => {
    const filled = marks[name]?.(release, {document, parameters: at.parameters});
    return typeof filled === "string" ? filled : "";
  };
  return {title: said("title") || at.listed.name, description: said("lead") || TAG};
}

/** Returns what the page at `path` says of its date and returns. */
export function positionOf({release, pages}: Pick<Site, "release" | "pages">, {path}: {path: string}): string {
  return pageAt(path, pages)?.listed.page.position?.(release) ?? position(release);
}

function position(release: Release): string {
  const used = release.files.filter(({is_used}) => is_used);
  const senders = new Set(used.map(({sender_id}) => sender_id)).size;
  const synthetic = used.filter(({origin}) => origin === "synthetic").length;
  const made = synthetic === 0 ? "" : `, ${count(synthetic)} of them synthetic`;
  return `Position at ${asAt(release)}. ${signedOff(release.catalogue.release.signed_by)} ${count(used.length)} returns from ${count(senders)} senders are in use${made}.`;
}

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
