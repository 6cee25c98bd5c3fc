import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {banner} from "../../src/components/banner.js";
import {missingWord} from "../../src/components/missingWord.js";
import {type PlainColumn, plainDownload, plainTable} from "../../src/components/plainTable.js";
import {status} from "../../src/components/status.js";

const {document} = new JSDOM("").window;

describe("plainTable(rows, options) and plainDownload(file, of)", () => {
  const low = {word: "low", speech: "low: 1 to 9, rounded to none"};
  const rows = [
    {name: "a < b", starts: 4577},
    {name: "c", starts: null}
  ];
  const columns: PlainColumn<(typeof rows)[number]>[] = [
    {title: "Name", value: ({name}) => name},
    {title: "Starts", isNumber: true, value: ({starts}) => starts ?? low}
  ];

  it("give headings, a row header, and markup as text", () => {
    const made = plainTable(rows, {document, caption: "Starts", columns});
    expect(made.querySelectorAll("th[scope=col]")).toHaveLength(2);
    expect(made.querySelector("tbody th[scope=row]")?.innerHTML).toBe("a &lt; b");
    expect(made.querySelector("td.number")?.textContent).toBe("4577");
    expect(made.getAttribute("tabindex")).toBe("0");
  });

  it("leave no cell empty: a word of the column's own, or none", () => {
    const blanks: PlainColumn<(typeof rows)[number]>[] = [
      {title: "Name", value: ({name}) => name},
      {title: "Note", value: () => ""},
      {title: "From whom", value: () => "", blank: "nobody"}
    ];
    const cells = plainTable(rows.slice(0, 1), {document, caption: "Starts", columns: blanks}).querySelectorAll("td");
    expect([...cells].map(({textContent}) => textContent)).toEqual(["none", "nobody"]);
    expect(plainDownload("starts.csv", {rows: rows.slice(0, 1), columns: blanks}).rows[1]).toEqual([
      "a < b",
      "none",
      "nobody"
    ]);
  });

  it("hold the same cells", () => {
    expect(plainDownload("starts.csv", {rows, columns}).rows).toEqual([
      ["Name", "Starts"],
      ["a < b", 4577],
      ["c", "low"]
    ]);
  });
});

describe("missingWord(missing, {document})", () => {
  it("shows a word that is spoken in full", () => {
    const low = missingWord({word: "low", speech: "low: 1 to 9, rounded to none"}, {document});
    expect(low.querySelector("[aria-hidden]")?.textContent).toBe("low");
    expect(low.querySelector(".spoken")?.textContent).toBe("low: 1 to 9, rounded to none");
    expect(missingWord({word: "not asked", speech: "not asked"}, {document}).innerHTML).toBe("not asked");
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
    expect(status("off course", {document}).className).toBe("status bad");
    expect(status("due, not known", {document}).className).toBe("status doubt");
  });
});
