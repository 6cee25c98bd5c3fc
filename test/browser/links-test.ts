import {existsSync, readdirSync, readFileSync} from "node:fs";
import {dirname, join, posix} from "node:path";
import {JSDOM} from "jsdom";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {type ServedSite, servedSite} from "./site.js";

let site: ServedSite;
let pages: Map<string, Document>; // by file: "areas/YH.html"

beforeAll(async () => {
  site = await servedSite();
  pages = new Map(
    readdirSync(site.folder, {recursive: true, withFileTypes: true})
      .filter((entry) => entry.isFile() && entry.name.endsWith(".html"))
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(site.folder.length + 1)
          .replaceAll("\\", "/")
      )
      .map((file) => [file, new JSDOM(readFileSync(join(site.folder, file), "utf8")).window.document])
  );
});
afterAll(() => site?.close());

describe("links", () => {
  it("lead to a page or file of the site, and to a place that is there", () => {
    const broken = new Set<string>();
    let checked = 0;
    for (const [file, document] of pages) {
      for (const {href} of linksOf(document)) {
        checked += 1;
        const fault = faultOf(file, href);
        if (fault) broken.add(`${file} → ${href}: ${fault}`);
      }
    }
    expect([...broken]).toEqual([]);
    expect(checked).toBeGreaterThan(1000);
  });

  it("lead from Home to every page", () => {
    const seen = new Set(["index.html"]);
    for (const file of seen) {
      const document = pages.get(file);
      for (const {href} of document ? linksOf(document) : []) {
        const target = fileOf(file, href.split("#")[0] ?? "");
        if (target?.endsWith(".html") && pages.has(target)) seen.add(target);
      }
    }
    expect([...pages.keys()].filter((file) => !seen.has(file) && file !== "404.html")).toEqual([]);
  });
});

/** Links and forms of a page, without those to other sites or to mail. */
function linksOf(document: Document): {href: string}[] {
  return [...document.querySelectorAll("a[href], form[action]")]
    .map((link) => ({href: link.getAttribute("href") ?? link.getAttribute("action") ?? ""}))
    .filter(({href}) => !/^[a-z]+:/.test(href));
}

function faultOf(from: string, href: string): string | undefined {
  const [address = "", place] = href.split("#");
  const file = fileOf(from, address);
  if (!file) return "no such file";
  if (!place || !file.endsWith(".html")) return undefined;
  return pages.get(file)?.getElementById(decodeURIComponent(place)) ? undefined : "no such place";
}

/** Returns the file that an address names, as the server finds it; nothing where there is none. */
function fileOf(from: string, address: string): string | undefined {
  const path = address.split("?")[0] ?? "";
  if (path === "") return from;
  const full = path.startsWith("/") ? path.slice(1) : posix.join(dirname(from), path);
  const clean = decodeURIComponent(full).replace(/^\.\//, "");
  const tries = [clean, `${clean}.html`, posix.join(clean, "index.html")];
  return tries.find((file) => file !== "" && /\.\w+$/.test(file) && existsSync(join(site.folder, file)));
}
