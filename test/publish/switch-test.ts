import * as fs from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {recover, type SwitchFiles, switchInto} from "../../pipeline/publish/switch.js";

let folder: string;
let next: string;
let current: string;
beforeEach(() => {
  folder = fs.mkdtempSync(join(tmpdir(), "switch-"));
  next = join(folder, "next");
  current = join(folder, "current");
});
afterEach(() => fs.rmSync(folder, {recursive: true, force: true}));

function fill(path: string, word: string): void {
  fs.mkdirSync(path);
  for (const name of ["a", "b", "c"]) fs.writeFileSync(join(path, name), word);
}

const words = (): string[] => ["a", "b", "c"].map((name) => fs.readFileSync(join(current, name), "utf8"));

/** A file system on which the process is killed before its nth change, or half way through a removal. */
function killedAt(change: number): SwitchFiles {
  let made = 0;
  const alive = (): boolean => ++made < change;
  const killed = new Error("killed");
  return {
    existsSync: fs.existsSync,
    renameSync(from, to) {
      if (!alive()) throw killed;
      fs.renameSync(from, to);
    },
    rmSync(path, options) {
      if (!alive()) {
        fs.rmSync(join(String(path), "b"), {force: true});
        throw killed;
      }
      fs.rmSync(path, options);
    }
  };
}

describe("switchInto(next, current)", () => {
  it("puts the new in the place of the old and leaves nothing beside it", () => {
    fill(next, "new");
    fill(current, "old");
    switchInto(next, current);
    expect(words()).toEqual(["new", "new", "new"]);
    expect(fs.readdirSync(folder)).toEqual(["current"]);
  });

  it("puts the first one in place", () => {
    fill(next, "new");
    switchInto(next, current);
    expect(words()).toEqual(["new", "new", "new"]);
  });

  it("switches a single file as well", () => {
    fs.writeFileSync(next, "new");
    fs.writeFileSync(current, "old");
    switchInto(next, current);
    expect(fs.readFileSync(current, "utf8")).toBe("new");
    expect(fs.readdirSync(folder)).toEqual(["current"]);
  });

  it("refuses to switch to nothing and keeps the old", () => {
    fill(current, "old");
    expect(() => switchInto(next, current)).toThrow("missing folder");
    expect(words()).toEqual(["old", "old", "old"]);
  });

  it.each([1, 2, 3, 4])("killed before change %i, leaves wholly old or wholly new once recovered", (change) => {
    fill(next, "new");
    fill(current, "old");
    expect(() => switchInto(next, current, {files: killedAt(change)})).toThrow("killed");
    recover(current);
    const [word] = words();
    expect(words()).toEqual([word, word, word]);
    expect(word).toBe(change <= 2 ? "old" : "new");
    expect(fs.readdirSync(folder).filter((name) => name !== "next")).toEqual(["current"]);
  });
});

describe("recover(current)", () => {
  it.each([1, 2])("killed before its change %i, can itself be repeated", (change) => {
    fill(current, "new");
    fill(`${current}.previous`, "old");
    expect(() => recover(current, {files: killedAt(change)})).toThrow("killed");
    recover(current);
    expect(words()).toEqual(["new", "new", "new"]);
    expect(fs.readdirSync(folder)).toEqual(["current"]);
  });

  it("does nothing where nothing was interrupted", () => {
    fill(current, "old");
    recover(current);
    expect(words()).toEqual(["old", "old", "old"]);
  });
});
