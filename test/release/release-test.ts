import {spawn} from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync
} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {parse} from "csv-parse/sync";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {Catalogue} from "../../pipeline/publish/catalogue.js";
import {sealRelease} from "../../pipeline/publish/manifest.js";
import {readBundle} from "../../pipeline/release/bundle.js";
import type {BuiltRecord} from "../../pipeline/release/record.js";
import {release, releaseText} from "../../pipeline/release/release.js";
import {sealDifferences} from "../../pipeline/release/seal.js";
import type {SignOff} from "../../pipeline/release/signOff.js";
import {vintages, vintagesText} from "../../pipeline/release/vintages.js";
import {hashes} from "../project.js";
import {builtProject, noticeAbout, signed} from "./project.js";

const folder = mkdtempSync(join(tmpdir(), "uptake-release-"));
const [synthetic, real] = [join(folder, "synthetic"), join(folder, "real")];
let copies = 0;

beforeAll(async () => {
  await builtProject(synthetic);
  await builtProject(real, {origin: "real"});
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

describe("release(options)", () => {
  it("seals what was built: inputs, code, tools, outputs, fingerprints, coverage, checks, audit and the data", async () => {
    const root = copyOf(synthetic);
    const {bundle, folder: sealed, seal} = await release({root, name: "2004-06-synthetic"});
    expect(bundle).toMatchObject({
      status: "draft",
      origin: "synthetic",
      as_at: "2004-06-30",
      previous: null,
      inputs: {returns: 1, reference: 1, corrections: 0},
      coverage: {returns_expected: 2, returns_received: 1},
      checks: ["areas_add_up"],
      changes: null
    });
    expect(bundle.models.length).toBeGreaterThan(0);
    expect(hashes(join(sealed, "data"))).toEqual(hashes(join(root, "dist/data")));
    expect(readFileSync(join(sealed, "outputs.json"))).toEqual(readFileSync(join(root, "dist/manifest.json")));
    expect(readFileSync(join(sealed, "inputs.json"), "utf8")).toContain("data/returns/staff_questionnaire");
    const everything = readdirSync(sealed).filter((name) => /\.(json|md)$/.test(name));
    for (const name of everything)
      expect(readFileSync(join(sealed, name), "utf8")).not.toMatch(/a key of tests|a seed of tests/);
    expect(readFileSync(join(sealed, "README.md"), "utf8")).toContain("**Draft, synthetic.**");
    expect(releaseText({bundle, folder: sealed, seal})).toMatch(/can never be final[\s\S]*seal [0-9a-f]{64}/);
  });

  it("gives the same bytes twice", async () => {
    const [one, other] = [copyOf(synthetic), copyOf(synthetic)];
    for (const root of [one, other]) await release({root, name: "a-synthetic"});
    expect(hashes(join(one, "releases"))).toEqual(hashes(join(other, "releases")));
  });

  it("copies the published tables alone where it is to be compact", async () => {
    const root = copyOf(synthetic);
    mkdirSync(join(root, "dist/data/tables"), {recursive: true});
    writeFileSync(join(root, "dist/data/tables/page.csv"), "a\n");
    rebuilt(root);
    const {folder: sealed} = await release({root, name: "a-synthetic", compact: true});
    expect(existsSync(join(sealed, "data/tables"))).toBe(false);
    expect(existsSync(join(sealed, "data/indicators.csv"))).toBe(true);
    expect(existsSync(join(sealed, "data/audit.json"))).toBe(true);
  });

  it("refuses a name that is taken, and leaves what stands there", async () => {
    const root = copyOf(synthetic);
    await release({root, name: "a-synthetic"});
    const before = hashes(join(root, "releases"));
    await expect(release({root, name: "a-synthetic"})).rejects.toThrow(/a name that is not taken.*--corrects/);
    expect(hashes(join(root, "releases"))).toEqual(before);
  });

  it.each(["../a-synthetic", "A-synthetic", "a synthetic", ".synthetic", "a..synthetic"])(
    "refuses the name %s",
    async (name) => {
      await expect(release({root: synthetic, name})).rejects.toThrow(/expected the name of a release/);
    }
  );

  it("refuses a synthetic release whose name does not say so, and to make one final", async () => {
    const root = copyOf(synthetic);
    await expect(release({root, name: "2004-06"})).rejects.toThrow(/Try 2004-06-synthetic/);
    await expect(release({root, name: "2004-06-synthetic", final: true})).rejects.toThrow(/nobody may sign off/);
    expect(hashes(join(root, "releases"))).toBeUndefined();
  });

  it.each([
    [
      "is not there",
      (root: string) => rmSync(join(root, "dist/data/audit.json")),
      /audit\.json: expected the disclosure audit; found none/
    ],
    [
      "says that they are unsafe",
      (root: string) => edited(root, (audit) => ({...audit, isSafe: false})),
      /expected files that are safe to publish/
    ],
    [
      "is about other files",
      (root: string) =>
        edited(root, (audit) => ({
          ...audit,
          files: audit.files.map((of, index) => (index === 0 ? {...of, sha256: "0".repeat(64)} : of))
        })),
      /got one about another data\/indicators\.csv/
    ]
  ])("refuses files whose audit %s", async (_, spoil, said) => {
    const root = copyOf(synthetic);
    spoil(root);
    rebuilt(root);
    await expect(release({root, name: "a-synthetic"})).rejects.toThrow(said);
    expect(hashes(join(root, "releases"))).toBeUndefined();
  });

  it("refuses files that are not as they were built, and a record of another build", async () => {
    const root = copyOf(synthetic);
    appendFileSync(join(root, "dist/index.html"), " ");
    await expect(release({root, name: "a-synthetic"})).rejects.toThrow(
      /index\.html: expected what was built; it is ch/
    );
    sealRelease(join(root, "dist"));
    await expect(release({root, name: "a-synthetic"})).rejects.toThrow(/got that of another build/);
    rmSync(join(root, "build/built.json"));
    await expect(release({root, name: "a-synthetic"})).rejects.toThrow(/expected the record of the last build/);
    await expect(release({root: folder, name: "a-synthetic"})).rejects.toThrow(/Run `uptake build` first/);
  });

  it("seals wholly or not at all where it is killed, and the next one puts away what was left", async () => {
    const root = copyOf(synthetic);
    mkdirSync(join(root, "dist/data/tables"));
    for (let page = 0; page < 300; page++) writeFileSync(join(root, `dist/data/tables/page-${page}.csv`), "a\n");
    rebuilt(root);
    const [sealing, sealed] = [join(root, "releases/.a-synthetic.sealing"), join(root, "releases/a-synthetic")];
    const child = spawn(process.execPath, [resolve("bin/uptake.js"), "--root", root, "release", "a-synthetic"]);
    const ended = new Promise((end) => child.once("close", end));
    while (!existsSync(sealing) && child.exitCode === null) await new Promise((later) => setImmediate(later));
    child.kill("SIGKILL");
    await ended;
    expect(existsSync(sealing)).toBe(!existsSync(sealed));
    await release({root, name: "b-synthetic"}).catch((error: Error) => expect(error.message).toContain("continues"));
    expect(readdirSync(join(root, "releases"))).toEqual([existsSync(sealed) ? "a-synthetic" : "b-synthetic"]);
    for (const name of readdirSync(join(root, "releases")))
      expect(sealDifferences(join(root, "releases", name))).toEqual([]);
    expect(existsSync(join(root, "build/lock"))).toBe(false);
  });
});

describe("a release that follows another", () => {
  it("must have been built beside it, and says what was added, revised and withdrawn, and what changed behind", async () => {
    const root = copyOf(synthetic);
    await release({root, name: "first-synthetic"});
    await builtProject(root, {learners: 353, withoutRegion: true});
    await expect(release({root, name: "second-synthetic"})).rejects.toThrow(
      /first-synthetic: expected a build that continues this release; got one beside none\. Run `uptake build --previous/
    );
    await builtProject(root, {
      learners: 353,
      withoutRegion: true,
      previous: join(root, "releases/first-synthetic/data"),
      notices: ["uptake", "areas"].map((page) => noticeAbout("first-synthetic", {page}))
    });
    const {bundle, folder: sealed} = await release({root, name: "second-synthetic", corrects: "first-synthetic"});
    expect(bundle.notice).toEqual({
      corrects: "first-synthetic",
      said: [
        {
          notice_id: "N01",
          notice_date: "2004-08-02",
          pages: ["areas", "uptake"],
          text: "A return had been counted twice."
        }
      ]
    });
    expect(bundle.changes).toMatchObject({added: 0, revised: 1, withdrawn: 1, same: 1, definitions: []});
    expect(bundle.previous).toMatchObject({release: "first-synthetic", seal: expect.stringMatching(/^[0-9a-f]{64}$/)});
    const revisions = parse(readFileSync(join(sealed, "revisions.csv")), {columns: true}) as Record<string, string>[];
    expect(
      revisions.map(({indicator_id, change, previous_value, value}) => [indicator_id, change, previous_value, value])
    ).toEqual([
      ["UPT-04", "revised", "130", "350"],
      ["WRK-01", "withdrawn", "5000", ""]
    ]);
    expect(revisions[0]?.what_changed).toMatch(/other code, a reference table, or rounding/);
    const page = readFileSync(join(sealed, "README.md"), "utf8");
    expect(page).toContain(
      "**Correction of release first-synthetic.**\n\n- 2004-08-02, on areas, uptake: A return had been counted twice.\n"
    );
    expect(page).toContain("| UPT-04 | 0 | 1 | 0 |");
    const all = await vintages(join(root, "releases"), {indicator: "UPT-04"});
    expect(all).toHaveLength(1);
    expect(all[0]?.vintages.map(({release: name, said, note}) => [name, said, note])).toEqual([
      ["first-synthetic", "130 learners", "first said"],
      ["second-synthetic", "350 learners", "revised from 130 learners"]
    ]);
    expect(vintagesText("UPT-04", all)).toMatch(/revised from 130 learners; corrects first-synthetic/);
    const gone = await vintages(join(root, "releases"), {indicator: "WRK-01", area: "YH"});
    expect(gone[0]?.vintages.map(({note}) => note)).toEqual(["first said", "withdrawn"]);
  });

  it("corrects only a release that is there, and only where a notice tells readers what was wrong", async () => {
    const root = copyOf(synthetic);
    const name = "b-synthetic";
    await expect(release({root, name, corrects: "a"})).rejects.toThrow(/--corrects: expected the name of a sealed rel/);
    await release({root, name: "a-synthetic"});
    await builtProject(root, {learners: 353, previous: join(root, "releases/a-synthetic/data")});
    await expect(release({root, name, corrects: "a-synthetic"})).rejects.toThrow(
      /--corrects a-synthetic: expected a notice that tells readers what was wrong; found none/
    );
    expect(readdirSync(join(root, "releases"))).toEqual(["a-synthetic"]);
  });

  it("is refused where a notice is about a release that there is not, correction or none", async () => {
    const root = copyOf(synthetic);
    await builtProject(root, {notices: [noticeAbout("a-synthetic", {page: "all"})]});
    await expect(release({root, name: "b-synthetic"})).rejects.toThrow(
      /notice N01: expected the name of a sealed release in corrects_release; got a-synthetic\. There are: none\. Correct the row/
    );
  });
});

describe("a final release", () => {
  it("is a build in its final form of data that a named person has signed, and holds the checklist", async () => {
    const root = copyOf(real);
    await release({root, name: "2004-06-draft"});
    await expect(release({root, name: "2004-06", final: true})).rejects.toThrow(
      /expected a build in its final form; got a draft\..*uptake build --final FILE/
    );
    const blank = checklistIn(root, "2004-06-draft");
    expect(blank.warnings.length).toBeGreaterThan(0);
    await builtProject(root, {origin: "real", signed: {path: "signed.json", signOff: signed({...blank, found: []})}});
    await expect(release({root, name: "2004-06"})).rejects.toThrow(/expected a draft; got a build in its final form/);
    const {bundle, folder: sealed} = await release({root, name: "2004-06", final: true});
    expect(bundle).toMatchObject({status: "final", origin: "real", previous: null});
    expect(bundle.outputs.data_sha256).toBe(blank.data_sha256);
    expect(readFileSync(join(sealed, "README.md"), "utf8")).toContain("Signed by A. Smith, statistician");
    expect(checklistIn(root, "2004-06").found).toEqual(blank.found);
    const {release: said} = JSON.parse(readFileSync(join(sealed, "data/catalogue.json"), "utf8")) as Catalogue;
    expect(said.signed_by).toEqual({name: "A. Smith", role: "statistician", date: "2004-07-15"});
    expect(readBundle(join(root, "releases"), "2004-06-draft").status).toBe("draft");
  });

  it("is refused where a page would keep somebody out", async () => {
    const root = copyOf(real);
    await release({root, name: "2004-06-draft"});
    const signOff = signed(checklistIn(root, "2004-06-draft"));
    await builtProject(root, {origin: "real", signed: {path: "signed.json", signOff}});
    writeFileSync(join(root, "dist/index.html"), "<html><title>Uptake</title><h1>Uptake</h1><img src=a.png></html>");
    rebuilt(root);
    await expect(release({root, name: "2004-06", final: true})).rejects.toThrow(
      /not in order: accessibility: 2: index\.html: no language; index\.html: a picture without words/
    );
  });
});

const checklistIn = (root: string, name: string): SignOff =>
  JSON.parse(readFileSync(join(root, "releases", name, "sign-off.json"), "utf8")) as SignOff;

function copyOf(project: string): string {
  const copy = join(folder, `copy-${copies++}`);
  cpSync(project, copy, {recursive: true});
  return copy;
}

interface AuditText {
  isSafe: boolean;
  files: {file: string; sha256: string}[];
}

function edited(root: string, change: (audit: AuditText) => AuditText): void {
  const path = join(root, "dist/data/audit.json");
  writeFileSync(path, JSON.stringify(change(JSON.parse(readFileSync(path, "utf8")) as AuditText)));
}

/** Writes the manifest and the record anew, as if the build had given these files. */
function rebuilt(root: string): void {
  sealRelease(join(root, "dist"));
  const path = join(root, "build/built.json");
  const record = JSON.parse(readFileSync(path, "utf8")) as BuiltRecord;
  const manifest = hashes(join(root, "dist"))?.["manifest.json"] ?? "";
  writeFileSync(path, JSON.stringify({...record, manifest_sha256: manifest}));
}
