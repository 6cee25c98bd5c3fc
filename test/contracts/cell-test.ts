import {describe, expect, it} from "vitest";
import {z} from "zod";
import {readColumns, trimCell, typeCell} from "../../pipeline/contracts/cell.js";
import {COLLECTIONS} from "../../pipeline/contracts/collections.js";
import {text} from "../../pipeline/contracts/column.js";
import {REFERENCE_TABLES} from "../../pipeline/contracts/reference/tables.js";
import {everyKind} from "../ingest/everyKind.js";

const meta = {code: 1, title: "Name", description: "Name."};
const withColumn = (schema: z.ZodType) => ({...everyKind, schema: z.object({name: schema})});

describe("readColumns(contract)", () => {
  it("reads kind, limits, decimals and whether a value is required from the zod schema alone", () => {
    const kinds = Object.fromEntries(
      readColumns(everyKind).map(({name, kind, isRequired}) => [name, {...kind, isRequired}])
    );
    expect(kinds).toMatchObject({
      person: {type: "text", max: 4, pattern: "^[A-Z]{2}\\d{2}$", isRequired: true},
      is_paid: {type: "code", values: ["yes", "no"], isRequired: true},
      balance: {type: "integer", min: -50, max: 50, isRequired: false},
      cost: {type: "decimal", places: 2},
      weight: {type: "decimal", min: 0, max: 1, places: 6},
      start: {type: "date", isRequired: true}
    });
  });

  it("reads every contract there is", () => {
    for (const contract of [...COLLECTIONS, ...REFERENCE_TABLES])
      expect(readColumns(contract).length, contract.collection).toBeGreaterThan(0);
  });

  it("refuses patterns that DuckDB would read otherwise", () => {
    for (const pattern of [/^.$/, /^\s$/, /^[^a]$/, /^(?=a)a$/, /^(a)\1$/, /^\bé$/, /^\p{L}$/u])
      expect(() => readColumns(withColumn(text(meta, {pattern}))), String(pattern)).toThrow(
        "unsupported pattern: name"
      );
  });

  it("refuses kinds that it cannot compile", () => {
    expect(() => readColumns(withColumn(z.boolean().meta(meta)))).toThrow("unsupported schema: name");
    expect(() => readColumns(withColumn(z.number().multipleOf(0.25).meta(meta)))).toThrow(
      "unsupported multipleOf: name 0.25"
    );
    expect(() => readColumns(withColumn(z.email().meta(meta)))).toThrow("unsupported format: name email");
  });
});

describe("typeCell(kind, text)", () => {
  it("takes one way of writing a whole number", () => {
    const kind = {type: "integer", min: 0, max: 60} as const;
    expect(["12", "0", "-7"].map((text) => typeCell(kind, text))).toEqual([12, 0, -7]);
    for (const text of ["012", "1e1", "12.0", "+3", "-0", "1 000"]) expect(typeCell(kind, text), text).toBeUndefined();
  });

  it("takes no more decimals than the column has", () => {
    const kind = {type: "decimal", min: 0, max: 60, places: 2} as const;
    expect(["12", "12.5", "0.05", "-0"].map((text) => typeCell(kind, text))).toEqual([12, 12.5, 0.05, 0]);
    for (const text of ["1.005", ".5", "1.", "1,5", "1e1"]) expect(typeCell(kind, text), text).toBeUndefined();
  });
});

describe("trimCell(text)", () => {
  it("removes spaces of every width, and gives nothing for blank", () => {
    expect(["  a b ", "\u00a0a\u3000", "   ", "", null, undefined].map(trimCell)).toEqual([
      "a b",
      "a",
      null,
      null,
      null,
      null
    ]);
  });
});
