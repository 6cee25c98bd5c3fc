import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {type Workbook, type WorkbookTable, writeWorkbook} from "../../../pipeline/publish/ods/workbook.js";
import {readWorkbook} from "./readWorkbook.js";

const offers: WorkbookTable = {
  name: "offers",
  title: "Offers by role (synthetic)",
  lines: ["Per cent of staff offered training in two years.", "Source: synthetic returns."],
  marks: ["[note 1]", "[c]"],
  columns: [
    {title: "Role"},
    {title: "Offered (per cent)", decimals: 0},
    {title: "Cost (pounds)", decimals: 2},
    {title: "Year", decimals: 0, isPlain: true}
  ],
  rows: [
    ['=HYPERLINK("http://a")', 36, 12345.5, 2004],
    ["Midday  supervisor <&> cook", "[c]", -3.25, 2005]
  ]
};
const plans: WorkbookTable = {
  name: "plans",
  title: "Plans agreed",
  lines: [],
  marks: ["[note 1]"],
  columns: [{title: "Area"}],
  rows: [["Kent"], ["Essex"], ["Surrey"]]
};
const workbook: Workbook = {
  title: "Uptake: offers (synthetic)",
  description: "What support staff say of training.",
  about: ["Synthetic: no findings about real staff.", "Position at 30 June 2004."],
  date: "2004-06-30",
  notes: [
    {mark: "[note 1]", text: "Rounded to whole per cent."},
    {mark: "[c]", text: "Withheld so that no individual can be recognised."},
    {mark: "[z]", text: "Not applicable."}
  ],
  tables: [offers, plans]
};

const texts = (rows: readonly (readonly {text: string}[])[]) => rows.map((row) => row.map(({text}) => text));

describe("writeWorkbook(workbook)", () => {
  const bytes = writeWorkbook(workbook);
  const read = readWorkbook(bytes);

  it("begins with its kind, uncompressed, and lists its parts", () => {
    const start = new TextDecoder("latin1").decode(bytes.subarray(30, 84));
    expect(start).toBe("mimetypeapplication/vnd.oasis.opendocument.spreadsheet");
    expect([...bytes.subarray(8, 10)]).toEqual([0, 0]);
    expect(read.listed.toSorted()).toEqual(
      ["/", ...read.parts.filter((name) => name !== "mimetype" && !name.startsWith("META-INF"))].toSorted()
    );
  });

  it("is the same bytes again, at the one time that its archive knows", () => {
    expect(Buffer.from(writeWorkbook(workbook)).equals(Buffer.from(bytes))).toBe(true);
    expect([...bytes.subarray(10, 14)]).toEqual([0, 0, 0x21, 0]);
  });

  it("has a cover, notes and one sheet a table, each with its title first", () => {
    expect(read.sheets.map(({name}) => name)).toEqual(["Cover", "Notes", "offers", "plans"]);
    expect(read.sheets.map(({rows}) => rows[0]?.map(({text, style}) => [text, style]))).toEqual([
      [[workbook.title, "Heading_20_1"]],
      [["Notes and symbols", "Heading_20_1"]],
      [[offers.title, "Heading_20_1"]],
      [[plans.title, "Heading_20_1"]]
    ]);
  });

  it("marks the one table of each sheet from its headings to its last row, in column A", () => {
    expect(read.ranges).toEqual([
      {name: "table_Cover", address: "Cover.A5:Cover.C8"},
      {name: "table_Notes", address: "Notes.A4:Notes.C7"},
      {name: "table_offers", address: "offers.A6:offers.D8"},
      {name: "table_plans", address: "plans.A4:plans.A7"}
    ]);
    for (const {headingRow, rows, name} of read.sheets) {
      const {address = ""} = read.ranges.find((range) => range.name === `table_${name}`) ?? {};
      expect(address).toContain(`A${headingRow + 1}:`);
      const width = rows[headingRow]?.length;
      expect(rows.slice(headingRow).every((row) => row.length === width)).toBe(true);
      expect(rows[headingRow]?.every(({style}) => style.startsWith("Heading_20_"))).toBe(true);
    }
  });

  it("merges, colours, hides and computes nothing, and leaves no cell empty", () => {
    for (const tag of ["covered-table-cell", "shapes", "annotation"]) expect(read.tags.has(tag)).toBe(false);
    for (const attribute of [
      "table:formula",
      "table:number-columns-spanned",
      "table:number-rows-spanned",
      "table:visibility",
      "fo:background-color",
      "fo:color"
    ])
      expect(read.attributes.has(attribute), attribute).toBe(false);
    for (const {rows} of read.sheets) expect(rows.flat().every(({text}) => text !== "")).toBe(true);
  });

  it("holds numbers as numbers, and text as it is, whatever it begins with", () => {
    const [, first, second] = read.sheets[2]?.rows.slice(5) ?? [];
    expect(first?.map(({number}) => number)).toEqual([undefined, 36, 12345.5, 2004]);
    expect(first?.map(({text}) => text)).toEqual(['=HYPERLINK("http://a")', "36", "12,345.50", "2004"]);
    expect(second?.map(({text}) => text)).toEqual(["Midday  supervisor <&> cook", "[c]", "-3.25", "2005"]);
    expect(read.attributes.has("office:string-value")).toBe(false);
  });

  it("uses styles that it defines", () => {
    for (const {style} of read.sheets.flatMap(({rows}) => rows.flat())) expect([...read.styles]).toContain(style);
  });

  it("leads from tables to notes, from notes to tables, and from everywhere to a sheet that is there", () => {
    const [cover, notes, ...tables] = read.sheets;
    const cited = tables.map(({rows}) =>
      texts(rows)
        .flat()
        .find((text) => text.startsWith("Explained in Notes"))
    );
    expect(cited).toEqual(["Explained in Notes: [note 1] [c]", "Explained in Notes: [note 1]"]);
    expect(texts(notes?.rows.slice(4) ?? [])).toEqual([
      ["[note 1]", "Rounded to whole per cent.", "offers\nplans"],
      ["[c]", "Withheld so that no individual can be recognised.", "offers"],
      ["[z]", "Not applicable.", "none in this workbook"]
    ]);
    expect(texts(cover?.rows.slice(5) ?? [])).toEqual([
      ["Notes and symbols", "Notes", "3"],
      [offers.title, "offers", "2"],
      [plans.title, "plans", "3"]
    ]);
    const links = read.sheets.flatMap(({rows}) => rows.flat().flatMap((cell) => cell.links));
    const known = new Set(read.sheets.map(({name}) => `#${name}.A1`));
    expect(links.length).toBeGreaterThan(8);
    for (const link of links) expect([...known]).toContain(link);
  });

  it("carries its title, description, language and date", () => {
    expect(read.properties).toMatchObject({
      title: workbook.title,
      description: workbook.description,
      language: "en-GB",
      date: "2004-06-30T00:00:00"
    });
  });

  it("gives back any text and any number", () => {
    const text = fc.string({unit: "grapheme", minLength: 1}).filter((of) => !/[\r\p{Cc}\p{Cs}\uFFFE\uFFFF]/u.test(of));
    const cell = fc.oneof(text, fc.double({noNaN: true, noDefaultInfinity: true}));
    const body = fc.array(fc.tuple(cell, cell), {minLength: 1, maxLength: 5});
    fc.assert(
      fc.property(body, (rows) => {
        const columns = [
          {title: "A", decimals: 1},
          {title: "B", decimals: 0}
        ];
        const table = {...plans, columns, rows};
        const sheet = readWorkbook(writeWorkbook({...workbook, tables: [table]})).sheets[2];
        const found = sheet?.rows.slice(-rows.length).map((row) => row.map(({text, number}) => number ?? text));
        expect(found).toEqual(rows.map((row) => row.map((of) => (of === 0 ? 0 : of))));
      })
    );
  });

  it.each<[string, Partial<WorkbookTable>, string]>([
    ["a tab that spreadsheets would not take", {name: "2004 plans"}, "invalid sheet name: 2004 plans"],
    ["a second sheet of one name", {name: "Offers"}, "duplicate sheet name: Offers"],
    ["a sheet that would be the cover", {name: "cover"}, "duplicate sheet name: cover"],
    ["a note that nobody wrote", {marks: ["[note 9]"]}, "unknown note: [note 9] in plans"],
    ["two headings alike", {columns: [{title: "A"}, {title: "A"}]}, "duplicate heading: A in plans"],
    ["an empty cell", {rows: [["Kent"], [""]]}, "invalid row: 2 of plans"],
    ["a row too long", {rows: [["Kent", 1]]}, "invalid row: 1 of plans"],
    ["no number", {rows: [[Number.NaN]]}, "invalid row: 1 of plans"],
    ["a table without rows", {rows: []}, "invalid table: plans has no cells"]
  ])("refuses %s", (_, change, message) => {
    expect(() => writeWorkbook({...workbook, tables: [offers, {...plans, ...change}]})).toThrow(message);
  });
});
