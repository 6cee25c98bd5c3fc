import {readdirSync, readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {FIELDS} from "../../pipeline/contracts/fields.js";
import {PUBLISHED_TABLES} from "../../pipeline/contracts/published/tables.js";

const FOLDER = "pipeline/contracts/fields";
const written = readdirSync(FOLDER).flatMap((name) =>
  [...readFileSync(`${FOLDER}/${name}`, "utf8").matchAll(/^ {2}(\w+): field\(/gm)].map(([, field = ""]) => field)
);

describe("FIELDS", () => {
  it("has every column of every subject, each written once", () => {
    expect(written.toSorted()).toEqual(Object.keys(FIELDS).toSorted());
  });

  it("has no column that no published table has", () => {
    const used = new Set<string>(PUBLISHED_TABLES.flatMap(({columns}) => columns));
    expect(Object.keys(FIELDS).filter((name) => !used.has(name))).toEqual([]);
  });
});
