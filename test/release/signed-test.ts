import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import type {Catalogue} from "../../pipeline/publish/catalogue.js";
import {answered, openPoints, readSigned, refuseUnsigned} from "../../pipeline/release/signed.js";
import {dataHash, QUESTIONS, type SignOff} from "../../pipeline/release/signOff.js";
import {signed} from "./project.js";

const folder = mkdtempSync(join(tmpdir(), "uptake-signed-"));
const path = join(folder, "signed.json");

afterAll(() => rmSync(folder, {recursive: true, force: true}));

const CATALOGUE = {
  release: {origin: "real"},
  tables: [{table: "indicators", files: [{file: "data/indicators.csv", bytes: 1, sha256: "a".repeat(64)}]}]
} as unknown as Catalogue;

const BLANK: SignOff = {
  data_sha256: dataHash(CATALOGUE),
  found: [{item: "accessibility", finding: "no barrier", is_in_order: true}],
  warnings: [{warning: "Figures: 2 of 9 rows are provisional.", acknowledged_by: "", reason: ""}],
  questions: QUESTIONS.map((question) => ({question, answer: "", answered_by: ""})),
  signed_by: {name: "", role: "", date: ""}
};
const SIGNED = signed(BLANK);

function written(of: unknown): string {
  writeFileSync(path, typeof of === "string" ? of : JSON.stringify(of));
  return path;
}

describe("readSigned(path)", () => {
  it("is what a person answered; what the tool found is not taken from there", () => {
    expect(readSigned(written(SIGNED))).toEqual({path, signOff: {...SIGNED, found: []}});
  });

  it.each<[string, Partial<SignOff>, RegExp]>([
    ["a date that is none", {signed_by: {...SIGNED.signed_by, date: "soon"}}, /got 1 open points: not signed/],
    ["a day that there was not", {signed_by: {...SIGNED.signed_by, date: "2004-06-31"}}, /got 1 open points: not sig/],
    ["no role", {signed_by: {...SIGNED.signed_by, role: " "}}, /got 1 open points: not signed/],
    ["a question left out", {questions: SIGNED.questions.slice(1)}, /got 1 open points: not answered with yes/],
    ["answers of no", {questions: SIGNED.questions.map((one) => ({...one, answer: "no"}))}, /got 6 open points/],
    ["no name to an answer", {questions: SIGNED.questions.map((one) => ({...one, answered_by: ""}))}, /6 open points/],
    ["no reason", {warnings: SIGNED.warnings.map((one) => ({...one, reason: " "}))}, /with a reason: Figures: 2 of 9/]
  ])("refuses %s", (_, change, said) => {
    expect(() => readSigned(written({...SIGNED, ...change}))).toThrow(said);
  });

  it("says where there is no checklist, or something else", () => {
    expect(() => readSigned(join(folder, "none.json"))).toThrow(/expected a filled-in checklist; found none/);
    expect(() => readSigned(written("yes"))).toThrow(/expected JSON; got something else/);
    expect(() => readSigned(written({...SIGNED, data_sha256: 1}))).toThrow(/signed\.json, data_sha256: expected the f/);
    expect(() => readSigned(written([]))).toThrow(/signed\.json: expected the fields of a checklist/);
  });
});

describe("refuseUnsigned(signed, catalogue)", () => {
  const signed = {path, signOff: SIGNED};

  it("takes the data that were signed, whatever the site around them", () => {
    const release = {...CATALOGUE.release, signed_by: SIGNED.signed_by};
    expect(() => refuseUnsigned(signed, {...CATALOGUE, release})).not.toThrow();
  });

  it("refuses others, by a single byte of a single file", () => {
    const files = [{file: "data/indicators.csv", bytes: 1, sha256: "b".repeat(64)}];
    const tables = CATALOGUE.tables.map((table) => ({...table, files}));
    expect(() => refuseUnsigned(signed, {...CATALOGUE, tables})).toThrow(/expected the data that were signed; got oth/);
  });

  it("refuses synthetic ones, whoever signed", () => {
    const release = {...CATALOGUE.release, origin: "synthetic" as const};
    expect(() => refuseUnsigned(signed, {...CATALOGUE, release})).toThrow(/which nobody may sign off/);
  });
});

describe("answered(blank, signed)", () => {
  it("fills in the answers, and keeps what the tool finds now", () => {
    expect(answered(BLANK, {path, signOff: {...SIGNED, found: []}})).toEqual(SIGNED);
  });

  it("refuses what the tool finds not to be in order, and a warning that the checklist did not have", () => {
    const found = [{item: "accessibility", finding: "1: index.html: no language", is_in_order: false}];
    const warnings = [...BLANK.warnings, {warning: "New.", acknowledged_by: "", reason: ""}];
    expect(() => answered({...BLANK, found}, {path, signOff: SIGNED})).toThrow(/not in order: accessibility: 1: index/);
    expect(() => answered({...BLANK, warnings}, {path, signOff: SIGNED})).toThrow(/nobody has acknowledged.*: New\./);
  });
});

describe("openPoints(checklist)", () => {
  it("are one for each warning, each question and the signature of a blank one, and none of one that is signed", () => {
    expect(openPoints(BLANK)).toHaveLength(1 + QUESTIONS.length + 1);
    expect(openPoints(SIGNED)).toEqual([]);
  });
});
