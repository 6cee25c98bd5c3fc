import {type ChildProcess, spawn} from "node:child_process";
import {appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {createServer} from "node:http";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {readLedger} from "../pipeline/ingest/ledger.js";
import {hashes} from "./project.js";

const folder = mkdtempSync(join(tmpdir(), "uptake-cli-"));
const project = join(folder, "project");
const returns = join(project, "data/returns");
const RETURN = "data/returns/staff_questionnaire/2004-03/LLSC02.csv";
const HASH = "0".repeat(64);
let built: Ended;

beforeAll(async () => {
  await uptake("init", project);
  await received("LLSC02");
  built = await uptake("--root", project, "build", "--json");
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

describe.concurrent("uptake", () => {
  it.each([
    [[], 2, /Usage: uptake/],
    [["biuld"], 2, /unknown command 'biuld'\s+\(Did you mean build\?\)/],
    [["build", "--fast"], 2, /unknown option '--fast'/],
    [["build", "--threads", "0"], 2, /from 1 to 64/],
    [["build", "--as-at", "2004-02-31"], 2, /a date such as 2004-06-30/],
    [["--root", "", "build"], 2, /Expected some text, got none/],
    [["serve", "--port", "70000"], 2, /from 1 to 65535/],
    [["receive", "x.csv", "--collection", "pupils"], 2, /Allowed choices are school_frame/],
    [["status", "--csv"], 2, /--csv: expected --file/],
    [["explain", ""], 2, /Expected some text, got none/],
    [["explain"], 2, /missing required argument 'indicator'/],
    [["simulate"], 2, /required option '--out <folder>'/],
    [["simulate", "--out", "package.json/x"], 1, /package\.json\/x: lies below a file/],
    [["init", "package.json"], 1, /expected a folder that is empty or does not exist yet; got a file/],
    [["init", "."], 1, /got one with files in it/],
    [["--root", join(folder, "none"), "status"], 1, /expected published files in dist; found none/],
    [["--root", join(folder, "none"), "audit"], 1, /expected published files in dist; found none/],
    [["audit", "test"], 1, /test: expected published data with catalogue\.json, such as dist\/data; found none there/],
    [["audit", "--previous", ""], 2, /Expected some text, got none/],
    [["build", "--previous", "test"], 1, /test: expected published data with catalogue\.json/],
    [["--root", join(folder, "none"), "build"], 1, /ledger\.csv: expected the ledger of returns; found none/]
  ])("answers %j with %i", async (words, exit, said) => {
    const {status, out, err} = await uptake(...words);
    expect({status, out}).toEqual({status: exit, out: ""});
    expect(err).toMatch(said);
    if (words.length > 0) expect(err.trim().split("\n").length).toBeLessThan(3);
    expect(existsSync(join(folder, "none"))).toBe(false);
  });

  it("says what a return may be of, with an example, in the help of receive", async () => {
    for (const words of [
      ["receive", "--help"],
      ["help", "receive"]
    ]) {
      const {status, out} = await uptake(...words);
      expect(status).toBe(0);
      expect(out).toMatch(/"staff_questionnaire"[\s\S]*Examples:\n {2}uptake receive/);
    }
  });

  it("ends quietly where the reader of its words has gone", async () => {
    const child = run(["--root", project, "status", "--json"]);
    child.stdout?.destroy();
    expect(await ended(child)).toMatchObject({status: 0, err: ""});
  });
});

describe("uptake build", () => {
  it("builds a project with one return, in plain lines where there is no terminal", async () => {
    expect(built.status, built.err).toBe(0);
    expect(JSON.parse(built.out)).toMatchObject({files: 1});
    expect(built.err).toMatch(/^Reading reference tables \(\d+\)\nReading returns \(1\)\n/);
    expect(built.err).not.toContain("\u001b");
    for (const page of ["index.html", "progress.html", "today.html"])
      expect(readFileSync(join(project, "dist", page), "utf8")).not.toMatch(/\{\{|NaN|undefined|\[object/);
  });

  it("names in its audit every published file with the hash that the catalogue gives", () => {
    const read = (file: string) => JSON.parse(readFileSync(join(project, "dist/data", file), "utf8"));
    const {files, isSafe} = read("audit.json") as {files: {file: string; sha256: string}[]; isSafe: boolean};
    const {tables} = read("catalogue.json") as {tables: {files: {file: string; sha256: string}[]}[]};
    expect(isSafe).toBe(true);
    expect(files).toEqual(tables.flatMap((table) => table.files.map(({file, sha256}) => ({file, sha256}))));
    // What pages offer for download is made from these, after they have passed.
    const published = Object.keys(hashes(join(project, "dist/data")) ?? {})
      .map((file) => `data/${file}`)
      .filter((file) => !file.startsWith("data/tables/"));
    const records = ["data/catalogue.json", "data/audit.json"];
    expect(files.map(({file}) => file).sort()).toEqual(published.filter((file) => !records.includes(file)).sort());
  });

  it.each([
    ["that is cut off", 'file,"sha', /ledger\.csv: expected a CSV file/],
    ["with other columns", "file,hash\n", /ledger\.csv, line 1: expected the columns file, sha256/],
    ["with a wrong hash", listed("staff_questionnaire/2004-03/LLSC02.csv"), /LLSC02\.csv: expected SHA-256 0{64}/],
    ["of a file that is not there", listed("enrolment/2003-04/P1.csv"), /P1\.csv: expected the file that the ledger/],
    ["with an unknown collection", listed("pupils/2003-04/P1.csv"), /expected one of the collections .*; got pupils/],
    ["of real people without a key", listed("enrolment/2003-04/P1.csv", "real"), /^uptake: UPTAKE_HASH_KEY: expected/]
  ])("refuses a ledger %s in one line, and what was published stands", async (_, ledger, said) => {
    const kept = readFileSync(join(returns, "ledger.csv"), "utf8");
    const before = hashes(join(project, "dist"));
    writeFileSync(join(returns, "ledger.csv"), ledger);
    const {status, err} = await uptake("--root", project, "build");
    writeFileSync(join(returns, "ledger.csv"), kept);
    expect(status).toBe(1);
    expect(err.trim().split("\n").at(-1)).toMatch(said);
    expect(err).not.toMatch(/\n\s+at /);
    expect(hashes(join(project, "dist"))).toEqual(before);
  });

  it("ends with 130 on Ctrl+C, leaves no lock and nothing private, and what was published stands", async () => {
    const before = hashes(join(project, "dist"));
    const child = run(["--root", project, "build"]);
    await said(child, "Building models");
    child.kill("SIGINT");
    const {status, err} = await ended(child);
    expect(status, err).toBe(130);
    expect(err.trim().split("\n").at(-1)).toBe("uptake: interrupted; what was published and received before stands.");
    expect(existsSync(join(project, "build/lock"))).toBe(false);
    expect(existsSync(join(project, "build/next/private"))).toBe(false);
    expect(hashes(join(project, "dist"))).toEqual(before);
  });
});

describe("uptake receive", () => {
  it("loses no line of the ledger where several run at once", async () => {
    const senders = ["S1", "S2", "S3", "S4"];
    const all = await Promise.all(senders.map((sender) => received(sender)));
    expect(all.map(({status}) => status)).toEqual([0, 0, 0, 0]);
    expect(readLedger(returns).map(({sender}) => sender)).toEqual(["LLSC02", ...senders]);
    expect(existsSync(join(returns, ".lock"))).toBe(false);
  });

  it("takes in a faulty file and says so, but not a folder", async () => {
    const file = join(folder, "cut.csv");
    writeFileSync(file, readFileSync(RETURN));
    appendFileSync(file, '"cut off\r\n');
    const {status, out} = await received("S5", file);
    expect(status).toBe(0);
    expect(out).toMatch(/refused, no row was read\.[\s\S]*Error FIL-008/);
    mkdirSync(join(folder, "folder.csv"));
    expect((await received("S6", join(folder, "folder.csv"))).err).toMatch(/folder\.csv: expected a file; found somet/);
  });
});

describe.concurrent("uptake status and uptake explain", () => {
  it.each([
    [["status", "--json"]],
    [["status", "--sender", "LLSC02", "--json"]],
    [["status", "--file", "staff_questionnaire/2004-03/LLSC02.csv", "--json"]]
  ])("gives valid JSON for %j", async (words) => {
    const {status, out, err} = await uptake("--root", project, ...words);
    expect({status, err}).toEqual({status: 0, err: ""});
    expect(JSON.parse(out)).toBeTypeOf("object");
  });

  it("gives the report of a file as CSV", async () => {
    const words = ["status", "--file", "staff_questionnaire/2004-03/LLSC02.csv", "--csv"];
    expect((await uptake("--root", project, ...words)).out).toMatch(
      /^place,column,code,severity,expected,got,remedy\n/
    );
  });

  it.each([
    [["explain", "NO-01"], /expected an indicator of the catalogue, got NO-01/],
    [["status", "--sender", "nobody"], /got none for sender nobody/],
    [["status", "--file", "nowhere.csv"], /nowhere\.csv: expected a file that the last build has read/]
  ])("says in one line what %j lacks", async (words, said) => {
    const {status, err} = await uptake("--root", project, ...words);
    expect(status).toBe(1);
    expect(err).toMatch(said);
    expect(err.trim()).not.toContain("\n");
  });

  it("says so where what the last build left is broken", async () => {
    const broken = join(folder, "broken");
    cpSync(join(project, "dist/data"), join(broken, "dist/data"), {recursive: true});
    mkdirSync(join(broken, "build"));
    writeFileSync(join(broken, "build/warehouse.duckdb"), "no warehouse".repeat(2000));
    writeFileSync(join(broken, "dist/data/returns.parquet"), "no parquet");
    const answers = await Promise.all([
      uptake("--root", broken, "status", "--file", "x"),
      uptake("--root", broken, "status")
    ]);
    for (const {status, err} of answers) {
      expect(status, err).toBe(1);
      expect(err).toMatch(/^uptake: .*Run `uptake build` again\.\n$/);
    }
  });
});

describe("uptake serve", () => {
  it("takes the next port where one is taken, and ends with 0 on Ctrl+C", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((listening) => other.once("listening", listening));
    const address = other.address();
    const port = typeof address === "object" ? (address?.port ?? 0) : 0;
    const child = run(["--root", project, "serve", "--port", String(port)]);
    const text = await said(child, "Ctrl+C ends it");
    const [url = ""] = /http:\S+/.exec(text) ?? [];
    expect(url).not.toBe(`http://127.0.0.1:${port}/`);
    expect(await (await fetch(url)).text()).toContain("<html");
    child.kill("SIGINT");
    expect(await ended(child)).toMatchObject({status: 0, err: ""});
    other.close();
  });
});

interface Ended {
  status: number | null;
  out: string;
  err: string;
}

function uptake(...words: string[]): Promise<Ended> {
  return ended(run(words));
}

function received(sender: string, file = RETURN): Promise<Ended> {
  const words = ["--collection", "staff_questionnaire", "--period", "2004-03", "--received", "2004-05-01"];
  return uptake("--root", project, "receive", file, ...words, "--sender", sender, "--origin", "synthetic");
}

function run(words: readonly string[]): ChildProcess {
  const {UPTAKE_HASH_KEY: _, ...env} = process.env;
  return spawn(process.execPath, [resolve("bin/uptake.js"), ...words], {env: {...env, NO_COLOR: "1"}});
}

function ended(child: ChildProcess): Promise<Ended> {
  const texts = {out: "", err: ""};
  child.stdout?.on("data", (text) => (texts.out += String(text)));
  child.stderr?.on("data", (text) => (texts.err += String(text)));
  return new Promise((end) => child.once("close", (status) => end({status, ...texts})));
}

function said(child: ChildProcess, words: string): Promise<string> {
  let text = "";
  return new Promise((heard, fail) => {
    const listen = (more: unknown): void => {
      text += String(more);
      if (text.includes(words)) heard(text);
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", listen);
    child.once("close", () => fail(new Error(`missing words: ${words}; said: ${text}`)));
  });
}

function listed(file: string, origin = "synthetic"): string {
  return `file,sha256,received_date,origin,publisher,url,licence\n${file},${HASH},2004-05-01,${origin},P,,OGL\n`;
}
