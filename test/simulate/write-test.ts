import {unzipSync} from "fflate";
import {describe, expect, it} from "vitest";
import type {SimulatedFile} from "../../pipeline/simulate/file.js";
import {addressOf, encodeFile} from "../../pipeline/simulate/write.js";

const table = {
  collection: "school_frame",
  period: "2004-03",
  sender: "LLSC07",
  submission: 1,
  received: "2004-04-01",
  header: ["school_id", "note", "date"],
  rows: [
    ["9000001", 'Kent – "the garden"; of, England', "2004-03-31"],
    ["0012", "", ""]
  ]
};
const csv = (form: Omit<SimulatedFile["form"] & {kind: "csv"}, "kind">): SimulatedFile => ({
  ...table,
  form: {kind: "csv", ...form}
});
const xlsx: SimulatedFile = {...table, form: {kind: "xlsx", sheet: "Schools", titleRows: ["Frame (synthetic)"]}};
const text = (bytes: Uint8Array, encoding: string): string =>
  new TextDecoder(encoding, {ignoreBOM: true}).decode(bytes);

describe("addressOf(file)", () => {
  it("names collection, period, sender and the number of a resubmission", () => {
    expect(addressOf(csv({delimiter: ",", encoding: "utf8", titleRows: []}))).toBe("school_frame/2004-03/LLSC07.csv");
    expect(addressOf({...xlsx, submission: 2})).toBe("school_frame/2004-03/LLSC07.2.xlsx");
  });
});

describe("encodeFile(file)", () => {
  it("quotes what needs it, and puts titles above the heading", async () => {
    const bytes = await encodeFile(csv({delimiter: ";", encoding: "utf8", titleRows: ["Frame; synthetic"]}));
    expect(text(bytes, "utf-8").split("\n")).toEqual([
      '"Frame; synthetic"',
      "school_id;note;date",
      '9000001;"Kent – ""the garden""; of, England";2004-03-31',
      "0012;;",
      ""
    ]);
  });

  it("writes the encoding that the sender uses", async () => {
    const windows = await encodeFile(csv({delimiter: ",", encoding: "windows-1252", titleRows: []}));
    expect(windows.includes(0x96)).toBe(true);
    expect(text(windows, "latin1")).toContain("\r\n");
    const wide = await encodeFile(csv({delimiter: "\t", encoding: "utf16le", titleRows: []}));
    expect([...wide.slice(0, 2)]).toEqual([0xff, 0xfe]);
    const marked = await encodeFile(csv({delimiter: ",", encoding: "utf8-bom", titleRows: []}));
    expect([...marked.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  it("writes a workbook with numbers, days as serials and codes as text", async () => {
    const parts = unzipSync(await encodeFile(xlsx));
    const sheet = text(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array(), "utf-8");
    const strings = text(parts["xl/sharedStrings.xml"] ?? new Uint8Array(), "utf-8");
    expect(sheet).toContain("<v>9000001</v>");
    expect(sheet).toContain("<v>38077</v>");
    expect(strings).toContain("0012");
    expect(strings).toContain("Frame (synthetic)");
  });

  it("gives the same bytes in another zone and at another time", async () => {
    const bytes = await encodeFile(xlsx);
    const zone = process.env.TZ;
    process.env.TZ = "Asia/Kolkata";
    await new Promise((resolve) => setTimeout(resolve, 2100));
    const again = await encodeFile(xlsx);
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(Buffer.from(again).equals(Buffer.from(bytes))).toBe(true);
  });
});
