import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync
} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";

import {readBundle} from "../../pipeline/release/bundle.js";
import type {Rebuilder} from "../../pipeline/release/rebuild.js";
import {release} from "../../pipeline/release/release.js";
import {writeSeal} from "../../pipeline/release/seal.js";
import {readSigned} from "../../pipeline/release/signed.js";
import type {SignOff} from "../../pipeline/release/signOff.js";
import {verificationText, verifyRelease} from "../../pipeline/release/verify.js";
import {MACHINERY, returnsFilter} from "../../pipeline/run.js";
import {builtProject, machineryOf, signed, site} from "./project.js";

const folder = mkdtempSync(join(tmpdir(), "uptake-verify-"));
const project = join(folder, "project");
const ENVIRONMENT = {UPTAKE_HASH_KEY: "a key of tests", UPTAKE_ROUNDING_SEED: "a seed of tests"};
let copies = 0;
let seal = "";

beforeAll(async () => {
  await builtProject(project);
  ({seal} = await release({root: project, name: "a-synthetic"}));
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

describe("verifyRelease(options)", () => {
  it("finds an untouched release in order, and safe", async () => {
    const result = await verified(project, {isRebuilt: false, seal});
    expect(result).toMatchObject({
      seal,
      faults: [],
      missing: [],
      rebuild: "not done",
      audit: {figures: 3, isSafe: true}
    });
    expect(verificationText(result)).toMatch(/public audit: 3 figures.*: safe\nbuilt again: no\nin order/);
  });

  it("names the file of which one byte is altered, whichever it is", async () => {
    const root = copyOf(project);
    const bundle = join(root, "releases/a-synthetic");
    const files = readdirSync(bundle, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile());
    expect(files.length).toBeGreaterThan(80);
    const places = [0, 0.5, 0.999];
    for (const [index, entry] of files.entries()) {
      const path = join(entry.parentPath, entry.name);
      const bytes = readFileSync(path);
      const changed = Buffer.from(bytes);
      const at = Math.floor(bytes.length * (places[index % places.length] ?? 0));
      changed[at] = (changed[at] ?? 0) ^ 1;
      writeFileSync(path, changed);
      const {faults} = await verified(root);
      expect(faults).toEqual([`${path.slice(bundle.length + 1)}: altered`]);
      writeFileSync(path, bytes);
    }
  });

  it("names a file that is added, one that is missing, and the seal where that is", async () => {
    const root = copyOf(project);
    const bundle = join(root, "releases/a-synthetic");
    writeFileSync(join(bundle, "data/more.csv"), "a\n");
    rmSync(join(bundle, "data/areas.csv"));
    const {faults} = await verified(root);
    expect(faults).toEqual(["data/areas.csv: missing", "data/more.csv: added"]);
    rmSync(join(bundle, "seal.json"));
    expect((await verified(root)).faults).toEqual(["seal.json: missing"]);
  });

  it("sees through a release that was changed and sealed again", async () => {
    const root = copyOf(project);
    const bundle = join(root, "releases/a-synthetic");
    appendFileSync(join(bundle, "data/areas.csv"), "\n");
    writeSeal(bundle);
    expect((await verified(root)).faults).toEqual(["data/areas.csv: altered beside outputs.json"]);
    cpSync(join(project, "releases/a-synthetic"), bundle, {recursive: true});
    appendFileSync(join(bundle, "README.md"), "\n");
    writeSeal(bundle);
    expect((await verified(root, {seal})).faults).toEqual(["seal.json: another than the seal that was told"]);
  });

  it("sees that the release before was sealed again after this one followed it", async () => {
    const root = copyOf(project);
    const before = join(root, "releases/a-synthetic");
    await builtProject(root, {learners: 353, previous: join(before, "data")});
    await release({root, name: "b-synthetic"});
    expect((await verified(root, {name: "b-synthetic", isRebuilt: false})).faults).toEqual([]);
    appendFileSync(join(before, "README.md"), "\n");
    writeSeal(before);
    expect((await verified(root, {name: "b-synthetic"})).faults).toEqual([
      "release a-synthetic: its seal is another than when this release followed it"
    ]);
  });

  it("finds a compact release in order though it does not hold all that its catalogue lists", async () => {
    const root = copyOf(project);
    const {folder: sealed} = await release({root, name: "c-synthetic", compact: true});
    expect(existsSync(join(sealed, "data/indicators.csv"))).toBe(true);
    expect((await verified(root, {name: "c-synthetic", isRebuilt: false})).faults).toEqual([]);
  });

  it("says which releases there are where there is none of that name", async () => {
    await expect(verified(project, {name: "none"})).rejects.toThrow(/found none\. There are: a-synthetic\./);
  });
});

describe("building a release again", () => {
  it("says that every byte agrees, and leaves nothing", async () => {
    const root = copyOf(project);
    const result = await verified(root);
    expect(result).toMatchObject({faults: [], missing: [], rebuild: "every byte agrees"});
    expect(readdirSync(join(root, "build"))).toEqual(["built.json"]);
  });

  it("names what is another, where a second build does not give the same bytes", async () => {
    const {faults, rebuild} = await verified(copyOf(project), {learners: 353});
    expect(rebuild).toBe("differs");
    expect(faults).toContain("data/indicators.csv: built again, it is altered");
  });

  it.each([
    [
      "code",
      (root: string) => writeFileSync(join(machineryOf(root), "pipeline/more.ts"), ""),
      "the code (pipeline/more.ts is added)"
    ],
    [
      "a return",
      (root: string) => appendFileSync(join(root, "data/returns/staff_questionnaire/2004-03/LLSC01.csv"), "3,4\n"),
      "the inputs (data/returns/staff_questionnaire/2004-03/LLSC01.csv is another)"
    ],
    [
      "what the ledger says of a return",
      (root: string) => {
        const path = join(root, "data/returns/ledger.csv");
        writeFileSync(path, readFileSync(path, "utf8").replace("2004-04-01", "2004-04-02"));
      },
      "the inputs (data/returns/staff_questionnaire/2004-03/LLSC01.csv is another)"
    ],
    [
      "a reference table",
      (root: string) => rmSync(join(root, "data/reference/areas.csv")),
      "the inputs (data/reference/areas.csv is missing)"
    ]
  ])("is not done where %s is not at hand, and says so", async (_, take, said) => {
    const root = copyOf(project);
    take(root);
    const result = await verified(root);
    expect(result).toMatchObject({faults: [], rebuild: "not done", missing: [said]});
    expect(verificationText(result)).toContain(`not at hand: ${said}`);
  });

  it("is not done where the key and the seed are others", async () => {
    const {missing, rebuild} = await verified(project, {environment: {}});
    expect(rebuild).toBe("not done");
    expect(missing.map((text) => text.split(" (")[0])).toEqual(["the hash key", "the rounding seed"]);
  });
});

describe("verifying a final release", () => {
  const name = "2004-06";
  const origin = "real";
  let root: string;

  beforeAll(async () => {
    root = join(folder, "final");
    await builtProject(root, {origin});
    const {folder: draft} = await release({root, name: `${name}-draft`});
    const signOff = signed(signOffIn(draft));
    await builtProject(root, {origin, signed: {path: "signed.json", signOff}});
    await release({root, name, final: true});
  });

  it("builds it again in its final form, with the checklist that it holds", async () => {
    const result = await verified(root, {name, origin});
    expect(result).toMatchObject({faults: [], missing: [], rebuild: "every byte agrees"});
  });

  it.each<[string, (signOff: SignOff) => unknown, string]>([
    ["the checklist is none", () => ({}), "sign-off.json: has not the form of a checklist"],
    ["nothing was asked", (of) => ({...of, questions: []}), "sign-off.json: has not the form of a checklist"],
    [
      "who signed is another",
      (of) => ({...of, signed_by: {...of.signed_by, name: "B. Jones"}}),
      "data/catalogue.json: signed by another than sign-off.json says"
    ],
    ["other data were signed", (of) => ({...of, data_sha256: "0".repeat(64)}), "sign-off.json: is about other data"],
    [
      "an answer is taken back",
      (of) => ({...of, questions: of.questions.map((one, index) => (index === 0 ? {...one, answer: "No"} : one))}),
      "sign-off.json: not answered with yes by a named person: Have the figures been read"
    ]
  ])("sees, though it was sealed again, that %s", async (_, change, said) => {
    const copy = copyOf(root);
    const sealed = join(copy, "releases", name);
    writeFileSync(join(sealed, "sign-off.json"), JSON.stringify(change(signOffIn(sealed))));
    writeSeal(sealed);
    expect((await verified(copy, {name, origin})).faults).toEqual([expect.stringContaining(said)]);
  });
});

const signOffIn = (bundle: string): SignOff =>
  JSON.parse(readFileSync(join(bundle, "sign-off.json"), "utf8")) as SignOff;

describe("the releases that this project has sealed", () => {
  it("are as they were sealed, safe, and drafts where they are synthetic", async () => {
    const names = existsSync("releases") ? readdirSync("releases").filter((name) => !name.startsWith(".")) : [];
    for (const name of names) {
      const {faults} = await verifyRelease({
        root: ".",
        name,
        tool: {...toolFor("."), machinery: MACHINERY},
        isRebuilt: false
      });
      expect({name, faults}).toEqual({name, faults: []});
      const {origin, status} = readBundle("releases", name);
      expect(origin === "synthetic" && status === "final").toBe(false);
    }
  });
});

interface Verified {
  name?: string;
  seal?: string;
  isRebuilt?: boolean;
  learners?: number; // what a second build counts
  origin?: "synthetic" | "real"; // of its figures
  environment?: Rebuilder["environment"];
}

function verified(root: string, {name = "a-synthetic", learners, origin, environment, ...options}: Verified = {}) {
  return verifyRelease({root, name, tool: toolFor(root, {learners, origin, environment}), ...options});
}

function toolFor(root: string, {learners, origin, environment = ENVIRONMENT}: Verified = {}): Rebuilder {
  return {
    machinery: machineryOf(root),
    environment,
    filter: returnsFilter,
    build: ({out, previous, final}) =>
      site(join(out, "dist"), {learners, origin, previous, signed: final === undefined ? undefined : readSigned(final)})
  };
}

function copyOf(of: string): string {
  const copy = join(folder, `copy-${copies++}`);
  cpSync(of, copy, {recursive: true});
  return copy;
}
