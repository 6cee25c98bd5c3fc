import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {citePages} from "../../pipeline/site/citations.js";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "uptake-citations-"));
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

function page(path: string, {title, body}: {title: string; body: string}): void {
  mkdirSync(dirname(join(folder, path)), {recursive: true});
  writeFileSync(join(folder, path), `<title>${title} | Uptake</title>${body}`);
}

const place = '<ul class="plain" data-cites="OFF-01"><li>Explore</li></ul>';

describe("citePages(folder)", () => {
  it("links the page of an indicator to the pages that link to it, many of a kind as one, itself and the index left out", () => {
    page("index.html", {title: "Home", body: '<a href="./indicators/OFF-01">a</a>'});
    page("areas.html", {title: "Areas", body: ""});
    page("areas/LLSC01.html", {title: "Area", body: '<a href="../indicators/OFF-01.html">a</a>'});
    page("search.html", {title: "Search", body: '<a href="./indicators/OFF-01">a</a>'});
    page("gaps.html", {title: "Gaps", body: '<a href="./indicators/OFF-011">a</a>'});
    page("indicators/OFF-01.html", {title: "Indicator", body: `<a href="./OFF-02">b</a>${place}`});
    page("indicators/OFF-02.html", {title: "Indicator", body: '<a href="../indicators/OFF-01">a</a>'});
    citePages(folder);
    expect(readFileSync(join(folder, "indicators/OFF-01.html"), "utf8")).toContain(
      '<ul class="plain" data-cites="OFF-01"><li><a href="/areas">Areas</a></li><li><a href="/">Home</a></li><li>Explore</li></ul>'
    );
  });

  it("leaves the page as it is where no other links to it", () => {
    page("indicators/OFF-01.html", {title: "Indicator", body: place});
    citePages(folder);
    expect(readFileSync(join(folder, "indicators/OFF-01.html"), "utf8")).toContain(place);
  });
});
