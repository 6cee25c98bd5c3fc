import {spawn} from "node:child_process";
import {cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {hashes} from "../project.js";
import {publishedRelease, tampered} from "./release.js";

const folder = mkdtempSync(join(tmpdir(), "uptake-audit-"));
const data = join(folder, "dist/data");
const copies: string[] = [];

beforeAll(() => publishedRelease(join(folder, "dist")));
afterAll(() => {
  for (const place of [folder, ...copies]) rmSync(place, {recursive: true, force: true});
});

describe("uptake audit", () => {
  it("says what it read and that it is safe, and ends with 0", async () => {
    const {status, out, err} = await uptake("--root", folder, "audit");
    expect({status, err}).toEqual({status: 0, err: ""});
    const [first, second, ...others] = out.trim().split("\n");
    expect(first).toBe(data);
    expect(second).toMatch(/^\d+ files, \d+ figures: \d+ numbers of people, in \d+ sums$/);
    expect(others.at(-1)).toBe("safe: nothing more can be worked out than the policy allows");
    expect(out).not.toContain("\u001b");
  });

  it("takes the folder of a site or of its data", async () => {
    const answers = await Promise.all([uptake("audit", join(folder, "dist")), uptake("audit", data)]);
    expect(answers.map(({status, out}) => ({status, first: out.split("\n")[0]}))).toEqual([
      {status: 0, first: data},
      {status: 0, first: data}
    ]);
  });

  it("names as JSON the hash of every published file, as the catalogue does", async () => {
    const {status, out} = await uptake("--root", folder, "audit", "--json");
    const {files, isSafe} = JSON.parse(out) as {files: {file: string; sha256: string}[]; isSafe: boolean};
    const {"catalogue.json": _, ...published} = hashes(data) ?? {};
    expect({status, isSafe}).toEqual({status: 0, isSafe: true});
    expect(Object.fromEntries(files.map(({file, sha256}) => [file.replace("data/", ""), sha256]))).toEqual(published);
  });

  it("names each fault by its kind and ends with 1", async () => {
    const copy = changed((lines) => [
      ...lines.map((line) =>
        line.indicator_id === "UPT-04" && line.area_level === "national" && line.programme_id === "Q01"
          ? {...line, value: "10"}
          : line
      ),
      {...lines.find(({indicator_id: id}) => id === "FIN-02"), dimension_1: "sex", category_1: "Female"}
    ]);
    const {status, out, err} = await uptake("audit", copy);
    expect(status).toBe(1);
    expect(out).toMatch(/^not the files that the catalogue lists: 3\n {2}data\/indicators\.csv is not the file/m);
    expect(out).toMatch(/^in no declared table: 1\n {2}FIN-02/m);
    expect(out).toMatch(/^parts that do not add up to their total: \d+\n {2}starts, .*: its parts by /m);
    expect(out.trim().split("\n").at(-1)).toMatch(/^NOT SAFE: \d+ faults; do not release$/);
    expect(err).toMatch(/^uptake: .*: expected files that are safe to publish; got \d+ faults\.\n$/);
  });

  it("finds a file that the catalogue does not list, and one that is gone", async () => {
    const copy = changed((lines) => lines);
    writeFileSync(join(copy, "people.csv"), "name\n");
    rmSync(join(copy, "indicators.parquet"));
    const {status, out} = await uptake("audit", copy);
    expect(status).toBe(1);
    expect(out).toContain("data/people.csv is not in the catalogue");
    expect(out).toContain("data/indicators.parquet is listed in the catalogue and is not there");
  });

  it.each([
    [
      "without a table",
      (copy: string) => rmSync(join(copy, "areas.csv")),
      /areas\.csv: expected a published table; found/
    ],
    ["with a broken catalogue", breaking("catalogue.json", "{"), /catalogue\.json: expected a catalogue with tables/],
    ["with a broken table", breaking("areas.csv", 'area_level,"'), /areas\.csv: expected a CSV file; /],
    ["without a column", breaking("areas.csv", "area_level\n"), /areas\.csv: expected a column area_code; found none/]
  ])("says in one line what a folder %s lacks", async (_, change, said) => {
    const copy = mkdtempSync(join(tmpdir(), "uptake-broken-"));
    copies.push(copy);
    cpSync(data, copy, {recursive: true});
    change(copy);
    const {status, out, err} = await uptake("audit", copy);
    expect({status, out}).toEqual({status: 1, out: ""});
    expect(err).toMatch(said);
    expect(err.trim()).not.toContain("\n");
  });

  it("says so where the release before is no release", async () => {
    const {status, err} = await uptake("audit", data, "--previous", "test");
    expect(status).toBe(1);
    expect(err).toMatch(/^uptake: test: expected published data with catalogue\.json/);
  });

  it("gives examples in its help, and its exit codes", async () => {
    const {status, out} = await uptake("audit", "--help");
    expect(status).toBe(0);
    expect(out).toMatch(/Examples:\n {2}uptake audit\n {2}uptake audit dist\/data --previous /);
    expect(out).toContain("Ends with 0 where they are safe, and with 1 where they are not.");
  });

  it("reads nothing but the published files", () => {
    const source = readdirSync("pipeline/audit").map((file) => readFileSync(join("pipeline/audit", file), "utf8"));
    expect(source.join("\n")).not.toMatch(/from "\.\.\/(ingest|marts|models|stage)/);
  });
});

function changed(change: Parameters<typeof tampered>[1]): string {
  const copy = tampered(data, change);
  copies.push(copy);
  return copy;
}

function breaking(file: string, text: string): (copy: string) => void {
  return (copy) => writeFileSync(join(copy, file), text);
}

interface Ended {
  status: number | null;
  out: string;
  err: string;
}

function uptake(...words: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [resolve("bin/uptake.js"), ...words], {env: {...process.env, NO_COLOR: "1"}});
  const texts = {out: "", err: ""};
  child.stdout.on("data", (text) => (texts.out += String(text)));
  child.stderr.on("data", (text) => (texts.err += String(text)));
  return new Promise((end) => child.once("close", (status) => end({status, ...texts})));
}
