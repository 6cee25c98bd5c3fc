import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {deflateSync, gzipSync} from "node:zlib";
import {Table, tableToIPC, vectorFromArray} from "apache-arrow";
import {zipSync} from "fflate";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {literal, openWarehouse} from "../../pipeline/warehouse.js";
import {type Found, scanFile} from "./scan.js";

const TOKEN = "Zephyrwort-Quill";
const WITHIN = `a page of ${TOKEN} and of others, written at some length so that it is worth compressing`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "uptake-scan-"));
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

async function scan(name: string, content: Uint8Array | string): Promise<Found[]> {
  const path = join(folder, name);
  writeFileSync(path, content);
  return scanFile(path, {bytes: readFileSync(path), tokens: [TOKEN]});
}

const text = (of: string): Uint8Array => new TextEncoder().encode(of);

describe("scanFile(path, {bytes, tokens}) finds a planted token", () => {
  it.each<[string, Uint8Array | string, string]>([
    ["as written", WITHIN, "as written"],
    ["in upper case", WITHIN.toUpperCase(), "as written"],
    ["in lower case", WITHIN.toLowerCase(), "as written"],
    ["in an address", `?name=${encodeURIComponent(`${TOKEN} ü`)}`, "as written"],
    ["in hex", Buffer.from(WITHIN).toString("hex"), "hex"],
    ["in upper-case hex", Buffer.from(WITHIN).toString("hex").toUpperCase(), "hex"],
    ["in base64", Buffer.from(WITHIN).toString("base64"), "base64"],
    ["in base64, one byte on", Buffer.from(`.${WITHIN}`).toString("base64"), "base64"],
    ["in base64, two bytes on", Buffer.from(`..${WITHIN}`).toString("base64"), "base64"],
    ["in base64 for addresses", Buffer.from(`\u00ff\u00fe>${WITHIN}`).toString("base64url"), "base64"],
    ["in UTF-16", Buffer.from(WITHIN, "utf16le"), "UTF-16"],
    ["in UTF-16, big end first", Buffer.from(WITHIN, "utf16le").swap16(), "UTF-16"],
    ["in gzip", gzipSync(WITHIN), "as written"],
    [
      "in gzip behind other bytes",
      Buffer.concat([Buffer.from("head"), gzipSync(WITHIN), Buffer.from("tail")]),
      "as written"
    ],
    [
      "in a stream of a PDF",
      Buffer.concat([Buffer.from("%PDF stream\n"), deflateSync(WITHIN), Buffer.from("\nendstream")]),
      "as written"
    ],
    ["in a workbook", zipSync({"xl/sharedStrings.xml": text(WITHIN)}), "as written"],
    ["in a workbook, stored", zipSync({"content.xml": [text(WITHIN), {level: 0}]}), "as written"],
    ["in a workbook in a workbook", zipSync({"a.zip": zipSync({"b.xml": text(WITHIN)})}), "as written"],
    ["in UTF-16 in gzip", gzipSync(Buffer.from(WITHIN, "utf16le")), "UTF-16"]
  ])("%s", async (_name, content, form) => {
    expect((await scan("planted.bin", content)).map((found) => found.form)).toContain(form);
  });

  it("in the dictionary of an Arrow file", async () => {
    const bytes = tableToIPC(new Table({name: vectorFromArray(["other", TOKEN])}), "file");
    expect((await scan("rows.arrow", bytes)).map(({where}) => where)).toContain(
      `rows of ${join(folder, "rows.arrow")}`
    );
  });

  it("in the compressed rows of Parquet and of a warehouse", async () => {
    const [parquet, warehouse] = [join(folder, "rows.parquet"), join(folder, "rows.duckdb")];
    const {connection, close} = await openWarehouse(warehouse);
    await connection.run(`create table held as select ${literal(TOKEN)} || '!' as name from range(5000)`);
    await connection.run(`copy held to ${literal(parquet)} (format parquet, compression zstd)`);
    close();
    for (const path of [parquet, warehouse]) {
      const found = await scanFile(path, {bytes: readFileSync(path), tokens: [TOKEN]});
      expect(found.map(({where}) => where)).toContain(`rows of ${path}`);
    }
  });

  it("nowhere where there is none", async () => {
    expect(await scan("clean.bin", gzipSync("Zephyr wort, quill"))).toEqual([]);
  });
});
