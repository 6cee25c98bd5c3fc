import {mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {writtenFile} from "../../pipeline/publish/catalogue.js";
import {fileKind, type Manifest, sealRelease, strayFiles, writeManifest} from "../../pipeline/publish/manifest.js";

const PAGES = {"index.html": "<p>1,540</p>", "_import/style.1a2b.css": "p {}", "fonts/sans.woff2": "wOF2"};
const TABLE = {"data/figures.csv": "value\n10\n"};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "uptake-manifest-"));
  for (const [file, text] of Object.entries({...PAGES, ...TABLE})) write(file, text);
  const files = Object.entries(TABLE).map(([file, text]) => writtenFile(file, Buffer.from(text)));
  write("data/catalogue.json", JSON.stringify({tables: [{files}]}));
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), {recursive: true});
  writeFileSync(join(folder, file), text);
}

describe("writeManifest(folder)", () => {
  it("lists every file but itself with its kind, bytes and hash, and gives the same bytes again", () => {
    const manifest = writeManifest(folder);
    expect(manifest.files.map(({file, kind}) => `${kind} ${file}`)).toEqual([
      "asset _import/style.1a2b.css",
      "data data/catalogue.json",
      "data data/figures.csv",
      "asset fonts/sans.woff2",
      "page index.html"
    ]);
    expect(manifest.files.at(-1)).toMatchObject({bytes: 12, sha256: expect.stringMatching(/^[0-9a-f]{64}$/)});
    const first = readFileSync(join(folder, "manifest.json"), "utf8");
    expect(JSON.parse(first) as Manifest).toEqual(manifest);
    writeManifest(folder);
    expect(readFileSync(join(folder, "manifest.json"), "utf8")).toBe(first);
  });

  it.each([
    "warehouse.duckdb",
    "data/raw.duckdb",
    "_observablehq/client.js.map",
    ".env",
    "src/pages/home.ts",
    "_file/.cache"
  ])("refuses %s, which no release holds", (file) => {
    write(file, "x");
    expect(() => writeManifest(folder)).toThrow("got a file of another kind");
  });

  it("refuses a link, whatever it leads to", () => {
    symlinkSync("/etc/hostname", join(folder, "link"));
    expect(() => writeManifest(folder)).toThrow("link: expected");
  });
});

describe("strayFiles(folder)", () => {
  it("finds none in a release as it was written", () => {
    writeManifest(folder);
    expect(strayFiles(folder)).toEqual([]);
  });

  it("finds a file that was put in, one that was changed and one that was taken out", () => {
    writeManifest(folder);
    write("rows.html", "planted");
    write("index.html", "<p>1,550</p>");
    rmSync(join(folder, "fonts/sans.woff2"));
    expect(strayFiles(folder)).toEqual([
      {file: "index.html", fault: "changed"},
      {file: "rows.html", fault: "not listed"},
      {file: "fonts/sans.woff2", fault: "missing"}
    ]);
  });

  it("finds data that the catalogue does not know, or knows otherwise, though the manifest lists it", () => {
    write("data/microdata.csv", "name\n");
    write("data/figures.csv", "value\n20\n");
    writeManifest(folder);
    expect(strayFiles(folder)).toEqual([
      {file: "data/figures.csv", fault: "other than in the catalogue"},
      {file: "data/microdata.csv", fault: "not in the catalogue"}
    ]);
    expect(() => sealRelease(folder)).toThrow("stray file: data/figures.csv: other than in the catalogue, and 1 more");
  });

  it("knows tables of pages by the manifest alone, and nothing else that stands among them", () => {
    mkdirSync(join(folder, "data/tables"), {recursive: true});
    write("data/tables/targets-synthetic.csv", "Target\n");
    write("data/tables/people.parquet", "PAR1");
    writeManifest(folder);
    expect(strayFiles(folder)).toEqual([{file: "data/tables/people.parquet", fault: "not in the catalogue"}]);
  });

  it("takes a release without manifest or catalogue for strays alone", () => {
    rmSync(join(folder, "data/catalogue.json"));
    expect(strayFiles(folder).map(({fault}) => fault)).toContain("not listed");
    expect(strayFiles(folder)).toContainEqual({file: "data/figures.csv", fault: "not in the catalogue"});
  });
});

describe("fileKind(file)", () => {
  it("knows a file by its place and form", () => {
    expect(fileKind("areas/LLSC01.html")).toBe("page");
    expect(fileKind("_file/data/tables/targets.1a2b3c4d.csv")).toBe("asset");
    expect(fileKind("data/tables/areas-LLSC01-synthetic.ods")).toBe("table");
    expect(fileKind("data/tables/notes.parquet")).toBe("data");
    expect(fileKind("reports/areas/LLSC01.pdf")).toBe("report");
    expect(fileKind("data/../../secret.csv")).toBeUndefined();
    expect(fileKind("data/figures.arrow.gz")).toBeUndefined();
  });
});
