import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {codeIn} from "../../pipeline/release/code.js";

const folder = mkdtempSync(join(tmpdir(), "uptake-code-"));
const COMMIT = "0123456789abcdef0123456789abcdef01234567";
let places = 0;

afterAll(() => rmSync(folder, {recursive: true, force: true}));

describe("codeIn(machinery)", () => {
  it("hashes what can change a byte of a release, and nothing that a build writes", () => {
    const {files} = codeIn(
      program({
        "pipeline/a.ts": "1",
        "src/index.md": "2",
        "src/data/indicators.arrow": "3",
        "src/.observablehq/cache/a.js": "4",
        "test/a-test.ts": "5",
        "package.json": "{}"
      })
    );
    expect(files.map(({file}) => file)).toEqual(["pipeline/a.ts", "src/index.md", "package.json"]);
  });

  it("is another where one file, or the name of one, is another", () => {
    const programs = [
      ["pipeline/a.ts", "1"],
      ["pipeline/a.ts", "2"],
      ["pipeline/b.ts", "1"],
      ["pipeline/a.ts", "1"]
    ];
    const hashes = programs.map(([file = "", text = ""]) => codeIn(program({[file]: text})).sha256);
    expect(new Set(hashes).size).toBe(3);
    expect(hashes[0]).toBe(hashes[3]);
  });

  it.each([
    ["of a branch", {".git/HEAD": "ref: refs/heads/main\n", ".git/refs/heads/main": `${COMMIT}\n`}, COMMIT],
    [
      "of a packed branch",
      {".git/HEAD": "ref: refs/heads/main\n", ".git/packed-refs": `${COMMIT} refs/heads/main\n`},
      COMMIT
    ],
    ["that stands alone", {".git/HEAD": `${COMMIT}\n`}, COMMIT],
    ["of a branch that has none yet", {".git/HEAD": "ref: refs/heads/main\n"}, null],
    ["where there is no repository", {}, null]
  ])("knows the commit %s", (_, files: Record<string, string>, commit) => {
    expect(codeIn(program({"pipeline/a.ts": "1", ...files})).commit).toBe(commit);
  });
});

function program(files: Readonly<Record<string, string>>): string {
  const root = join(folder, String(places++));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), {recursive: true});
    writeFileSync(join(root, file), text);
  }
  return root;
}
