import {spawnSync} from "node:child_process";
import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {strFromU8, unzipSync} from "fflate";
import {extractText, getDocumentProxy} from "unpdf";
import {afterAll, describe, expect, it} from "vitest";
import type {Manifest} from "../../pipeline/publish/manifest.js";
import type {Bundle} from "../../pipeline/release/bundle.js";
import type {SignOff} from "../../pipeline/release/signOff.js";
import type {Verification} from "../../pipeline/release/verify.js";
import {smallProject} from "../project.js";
import {signed} from "./project.js";

const root = mkdtempSync(join(tmpdir(), "uptake-rebuild-"));
const dist = join(root, "dist");
const checklist = join(root, "signed.json");
const SIGNED = "Final: signed off by A. Smith, statistician, on 15 July 2004.";

afterAll(() => rmSync(root, {recursive: true, force: true}));

describe("a release of real figures", () => {
  it("is a draft wherever one looks, until somebody has signed its data", async () => {
    smallProject(root);
    const built = uptake("build", "--origin", "real");
    expect(built.status, built.stderr).toBe(0);
    expect(filesOf("report")).toContain("reports/july-progress-draft.pdf");
    expect(filesOf("report").filter((file) => file.endsWith(".pdf") && !file.endsWith("-draft.pdf"))).toEqual([]);
    for (const page of filesOf("page")) expect(read(page), page).toMatch(/class="draft"[^>]*>Draft/);
    expect(await printed("reports/july-progress-draft.pdf")).toMatch(/DRAFT[\s\S]*Draft, not signed off\./);
    expect(workbook("data/tables/today.ods")).toContain("Draft, not signed off.");
    expect(uptake("release", "2004-06-draft").status).toBe(0);
    const taken = uptake("release", "2004-06-draft");
    expect(taken.status).toBe(1);
    expect(taken.stderr).toMatch(/^uptake: .*a name that is not taken[^\n]*\n$/);
  }, 600_000);

  it("is not built in its final form where a point is open, a figure is synthetic or the data are others", () => {
    const before = read("manifest.json");
    const blank = join(root, "releases/2004-06-draft/sign-off.json");
    const refused = (said: RegExp, ...words: string[]): void => {
      const {status, stderr} = uptake("build", ...words);
      expect({status, stderr}).toEqual({status: 1, stderr: expect.stringMatching(said)});
      expect(read("manifest.json")).toBe(before);
    };
    refused(/open points: /, "--origin", "real", "--final", blank);
    writeFileSync(checklist, JSON.stringify(signed(JSON.parse(readFileSync(blank, "utf8")) as SignOff)));
    refused(/synthetic ones, which nobody may sign off/, "--final", checklist);
    refused(/data that were signed; got others/, "--origin", "real", "--as-at", "2004-06-30", "--final", checklist);
  }, 600_000);

  it("says in its final form who signed it, and nowhere that it is a draft", async () => {
    const built = uptake("build", "--origin", "real", "--final", checklist);
    expect(built.status, built.stderr).toBe(0);
    expect(JSON.parse(read("data/catalogue.json"))).toMatchObject({
      release: {origin: "real", signed_by: {name: "A. Smith", role: "statistician", date: "2004-07-15"}}
    });
    const files = [...filesOf("page"), ...filesOf("report"), ...filesOf("table"), ...filesOf("data")];
    expect(files.filter((file) => /draft/i.test(file))).toEqual([]);
    for (const page of filesOf("page")) {
      expect(read(page), page).not.toMatch(/draft/i);
      expect(read(page), page).toContain(SIGNED);
    }
    const pdfs = filesOf("report").filter((file) => file.endsWith(".pdf"));
    expect(pdfs).toContain("reports/july-progress.pdf");
    for (const pdf of pdfs) {
      const text = await printed(pdf);
      expect(text).not.toMatch(/draft/i);
      expect(text).toContain(SIGNED);
    }
    const workbooks = [...filesOf("table"), ...filesOf("report")].filter((file) => file.endsWith(".ods"));
    expect(workbooks.length).toBeGreaterThan(5);
    for (const file of workbooks) expect(workbook(file), file).toContain(SIGNED);
  }, 600_000);

  it("is sealed as final, with the checklist, and every byte of it agrees where it is built again", () => {
    const sealed = uptake("release", "2004-06", "--final", "--json");
    expect(sealed.status, sealed.stderr).toBe(0);
    const {bundle} = JSON.parse(sealed.stdout) as {bundle: Bundle};
    expect(bundle).toMatchObject({status: "final", origin: "real", previous: null});
    const verified = uptake("verify", "2004-06", "--json");
    const {faults, missing, rebuild} = JSON.parse(verified.stdout) as Verification;
    expect({faults, missing, rebuild}).toEqual({faults: [], missing: [], rebuild: "every byte agrees"});
    expect(verified.status).toBe(0);
    expect(readdirSync(join(root, "build")).filter((name) => name.startsWith("verify-"))).toEqual([]);
    expect(uptake("explain", "APP-01", "--vintages").stdout).toMatch(
      /2004-06-draft \(draft\) .* first said {2}definition 1\n {2}2004-06 \(final\) .* as before/
    );
    rmSync(join(root, "releases/2004-06/data/areas.csv"));
    const altered = uptake("verify", "2004-06");
    expect({status: altered.status, out: altered.stdout}).toEqual({
      status: 1,
      out: expect.stringContaining("  data/areas.csv: missing\nbuilt again: no\nNOT IN ORDER: 1 fault\n")
    });
  }, 600_000);
});

const read = (file: string): string => readFileSync(join(dist, file), "utf8");

function filesOf(wanted: Manifest["files"][number]["kind"]): string[] {
  const {files} = JSON.parse(read("manifest.json")) as Manifest;
  return files.filter(({kind}) => kind === wanted).map(({file}) => file);
}

async function printed(file: string): Promise<string> {
  const reader = await getDocumentProxy(new Uint8Array(readFileSync(join(dist, file))));
  const {text} = await extractText(reader, {mergePages: true});
  return text.replace(/\s+/g, " ");
}

const workbook = (file: string): string =>
  strFromU8(unzipSync(readFileSync(join(dist, file)))["content.xml"] ?? new Uint8Array());

function uptake(...words: string[]) {
  return spawnSync(process.execPath, [resolve("bin/uptake.js"), "--root", root, ...words], {
    encoding: "utf8",
    env: {...process.env, NO_COLOR: "1"}
  });
}
