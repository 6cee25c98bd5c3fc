import {readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join, relative} from "node:path";
import {UserError} from "../error.js";
import {withRelativeLinks} from "./links.js";

/**
 * Ends each page that Framework wrote in `folder`: names the language, lets readers zoom, leads links from where the page is, and takes away the scripts of
 * pages that have no code, and the scripts themselves where no page is left that has any. Fails where a page holds an error or a mark that nobody filled.
 */
export function finishPages(folder: string): void {
  let hasCode = false;
  for (const entry of readdirSync(folder, {recursive: true, withFileTypes: true})) {
    if (!entry.isFile() || !entry.name.endsWith(".html")) continue;
    const file = join(entry.parentPath, entry.name);
    const place = relative(folder, file).replaceAll("\\", "/");
    const html = withRelativeLinks(finishPage(readFileSync(file, "utf8")), place);
    const fault = faultOf(html);
    if (fault) throw new UserError(`${place}: expected a finished page; got ${fault}. Mend the page.`);
    hasCode ||= html.includes("/_observablehq/");
    writeFileSync(file, html);
  }
  if (!hasCode) rmSync(join(folder, "_observablehq"), {recursive: true, force: true});
}

/** Returns a page as readers get it. */
export function finishPage(html: string): string {
  const finished = html
    .replace(/<html>/, '<html lang="en-GB">')
    .replace(/(<meta name="viewport" content="width=device-width, initial-scale=1), maximum-scale=1"/, '$1"')
    .replace(/<link rel="preload" as="style"[^>]*>\n?/g, "")
    .replace(TITLE, titled)
    .replace(REDIRECT, "")
    .replace(HASHED_TABLE, "/data/tables/$1.$2")
    .replace(FONT, '<link rel="preload" as="font" type="font/woff2" crossorigin href="$1">\n$&');
  if (!ONLY_CLIENT.test(finished)) return finished;
  return finished.replace(ONLY_CLIENT, "").replace(/<link rel="modulepreload"[^>]*_observablehq[^>]*>\n?/g, "");
}

/** Framework's guess on its page for lost readers, which asks the server for another address. */
const REDIRECT = /<script type="module">\s*if \(location\.pathname\.endsWith[\s\S]*?<\/script>\n?/;

/** The name that Framework gives to its copy of a table. */
const HASHED_TABLE = /(?<=href=")[./]*_file\/data\/tables\/([\w-]+)\.[0-9a-f]{8}\.(csv|ods)(?=")/g;

/** The title that Framework gives to all of many pages alike; the head of each says what tells it apart. */
const TITLE = /<title>[^<|]*\|([^<]*)<\/title>([\s\S]*?)<meta itemprop="name" content="([^"]*)">\n?/;
const titled = (_: string, site: string, between: string, name: string): string =>
  `<title>${name} |${site}</title>${between}`;

/** Our font, which is asked for first, so that no line moves when it comes. Framework would look for it among the pages' files. */
const FONT = /<style>@font-face\{[^}]*\burl\(([^)]+)\)[^}]*\}<\/style>/;

/** Framework's own module where it imports the client and does nothing else. */
const ONLY_CLIENT = /<script type="module">\s*import "[^"]*client[^"]*";\s*<\/script>\n?/;

function faultOf(html: string): string | undefined {
  if (html.includes("observablehq--error")) return "an error of Framework";
  return /\{\{[^}]*\}\}|<!--kept:\d+-->/.exec(html)?.[0];
}
