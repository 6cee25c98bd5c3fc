import {count, date} from "./format.js";
import type {Release} from "./release.js";
import {asAt} from "./targets.js";

/** The pages that exist, in reading order. */
export const PAGES = [
  {name: "Home", path: "/"},
  {name: "Progress", path: "/progress"},
  {name: "Today", path: "/today"},
  {name: "Methods", path: "/methods"}
] as const;

export const TITLE = "Uptake";
const TAG = "Training of school support staff in England";

/** Returns the head of the page at `path`: its font and its icon, both from our own origin. */
export function head({path}: {path: string}): string {
  const up = "../".repeat(path.split("/").length - 2) || "./";
  return `<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<meta name="description" content="${TAG}">
<style>@font-face{font-family:"Source Sans 3 Variable";font-weight:200 900;font-display:swap;src:url(${up}fonts/source-sans-3-latin-wght-normal.woff2) format("woff2")}</style>`;
}

/** Returns the header of the page at `path`: skip link, name and navigation. */
export function header({path}: {path: string}): string {
  const here = path.replace(/\/index$/, "/");
  const links = PAGES.map(
    (page) => `<li><a href="${page.path}"${page.path === here ? ' aria-current="page"' : ""}>${page.name}</a></li>`
  );
  return `<a class="skip" href="#observablehq-main">Skip to main content</a>
<div class="brand"><div class="wrap"><a href="/">${TITLE}</a><span>${TAG}</span></div></div>
<nav aria-label="Pages"><div class="wrap"><ul>${links.join("")}</ul></div></nav>`;
}

/** Returns the footer of the page at `path`: which position it describes, how much it rests on, and whose data it is. */
export function footer(release: Release, {path}: {path: string}): string {
  const used = release.files.filter(({is_used}) => is_used);
  return path === "/today" ? framed(published(used)) : framed(position(release, used));
}

function position(release: Release, used: Release["files"]): string {
  const senders = new Set(used.map(({sender_id}) => sender_id)).size;
  const synthetic = used.filter(({origin}) => origin === "synthetic").length;
  const made = synthetic === 0 ? "" : `, ${count(synthetic)} of them synthetic`;
  return `Position at ${asAt(release)}. Draft, not signed off. ${count(used.length)} returns from ${count(senders)} senders are in use${made}.`;
}

function published(used: Release["files"]): string {
  const files = used.filter(({collection}) => collection === "apprenticeships");
  const last = files
    .map(({received_date}) => received_date ?? "")
    .toSorted()
    .at(-1);
  return `Published figures${last ? `, as received on ${date(last)}` : ""}. Draft, not signed off.`;
}

const framed = (text: string): string => `<div class="wrap"><p>${text}</p>
<p>Money, targets and dates: the 2004–05 plan. Apprenticeships: Department for Education, Open Government Licence.</p></div>`;
