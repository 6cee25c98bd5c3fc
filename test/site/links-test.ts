import {describe, expect, it} from "vitest";
import {withRelativeLinks} from "../../pipeline/site/links.js";

const link = (href: string, file: string): string | undefined =>
  /href="([^"]*)"/.exec(withRelativeLinks(`<a class="x" href="${href}">`, file))?.[1];

describe("withRelativeLinks(html, file)", () => {
  it("leads from where the page is to the file of another", () => {
    expect(link("/progress#priority-i", "index.html")).toBe("./progress.html#priority-i");
    expect(link("/progress", "areas/YH.html")).toBe("../progress.html");
    expect(link("/explore?indicator=OFF-01", "indicators/OFF-01.html")).toBe("../explore.html?indicator=OFF-01");
    expect(link("/", "areas/YH.html")).toBe("../index.html");
  });

  it("leaves names of files, places on the page and other sites as they are", () => {
    expect(link("/data/tables/a.csv", "areas/YH.html")).toBe("../data/tables/a.csv");
    expect(link("#top", "index.html")).toBe("#top");
    expect(link("//example.org/a", "index.html")).toBe("//example.org/a");
    expect(link("https://example.org/a", "index.html")).toBe("https://example.org/a");
  });

  it("leads forms as well, and changes no text", () => {
    expect(withRelativeLinks('<form action="/search"><p>See href="x" or /progress</p></form>', "a/b.html")).toBe(
      '<form action="../search.html"><p>See href="x" or /progress</p></form>'
    );
  });
});
