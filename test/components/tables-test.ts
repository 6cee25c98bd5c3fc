import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {REASONS, SYMBOLS} from "../../pipeline/contracts/symbols.js";
import {banner} from "../../src/components/banner.js";
import {number} from "../../src/components/number.js";
import {plainDownload, plainTable} from "../../src/components/plainTable.js";
import {status} from "../../src/components/status.js";

const {document} = new JSDOM("").window;
const words = {symbols: SYMBOLS, reasons: REASONS};

describe("plainTable(rows, options) and plainDownload(file, of)", () => {
  const rows = [{name: "a < b", starts: 4577}];
  const columns = [
    {title: "Name", value: (row: {name: string}) => row.name},
    {title: "Starts", isNumber: true, value: (row: {starts: number}) => row.starts}
  ];

  it("give headings, a row header, and markup as text", () => {
    const made = plainTable(rows, {document, caption: "Starts", columns: columns as never});
    expect(made.querySelectorAll("th[scope=col]")).toHaveLength(2);
    expect(made.querySelector("tbody th[scope=row]")?.innerHTML).toBe("a &lt; b");
    expect(made.querySelector("td.number")?.textContent).toBe("4577");
    expect(made.getAttribute("tabindex")).toBe("0");
  });

  it("hold the same cells", () => {
    expect(plainDownload("starts.csv", {rows, columns: columns as never}).rows).toEqual([
      ["Name", "Starts"],
      ["a < b", 4577]
    ]);
  });
});

describe("number(value, cell, options)", () => {
  it("is the number, or a word that is spoken in full", () => {
    const cell = {symbol: "low", symbol_reason: "low"};
    expect(number(1540, cell, {document, words}).textContent).toBe("1,540");
    const low = number(null, cell, {document, words}) as Element;
    expect(low.querySelector("[aria-hidden]")?.textContent).toBe("low");
    expect(low.querySelector(".spoken")?.textContent).toBe("1 to 9, rounded to none");
  });
});

describe("banner(origins, {document})", () => {
  it("stands over synthetic figures, over estimated ones, and over no real page", () => {
    expect(banner(new Set(["real", "synthetic"]), {document}).textContent).toMatch(/^Synthetic returns/);
    expect(banner(new Set(["estimated"]), {document}).textContent).toMatch(/^Estimated/);
    expect(banner(new Set(["real"]), {document}).textContent).toBe("");
  });
});

describe("status(name, {document})", () => {
  it("is a word, never a colour alone", () => {
    expect(status("under way", {document}).textContent).toBe("Under way");
    expect(status("due, not known", {document}).className).toBe("status doubt");
  });
});
