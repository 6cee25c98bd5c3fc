import {existsSync} from "node:fs";
import type {DuckDBConnection} from "@duckdb/node-api";
import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {type Column, readColumns} from "../../pipeline/contracts/cell.js";
import {COLLECTIONS} from "../../pipeline/contracts/collections.js";
import type {Contract} from "../../pipeline/contracts/contract.js";
import {compile} from "../../pipeline/ingest/compile.js";
import {faults} from "../../pipeline/ingest/fault.js";
import {judge} from "../../pipeline/ingest/judge.js";
import {findFaults} from "../../pipeline/ingest/listing.js";
import {FOUND, JUDGED, preparePrivate} from "../../pipeline/ingest/private.js";
import {lookups, readReferences} from "../../pipeline/ingest/refer.js";
import {openWarehouse, query, type Warehouse} from "../../pipeline/warehouse.js";
import {everyKind, makeReference, textSource} from "./everyKind.js";

type TextRow = Record<string, string | null>;

const AWKWARD = [
  ..."1e3 1_000 2.5 0x1F nan inf infinity 012 -0 +1 -1 00 0 1 1. .5 0.10 0.125 1,000 ½ ２ 99999999999999999999".split(
    " "
  ),
  ..."2004-2-3 2004-02-30 2004-02-29 2003-02-29 1899-12-31 2100-12-31 2101-01-01 20040331 31/03/2004 epoch".split(" "),
  "2004-03-31 (BC)",
  "2004-03-31 00:00:00",
  "2004-03-31\n",
  "AB12\n",
  "\tAB12",
  "é😀",
  "😀😀😀😀😀😀😀😀",
  "éééééééé",
  "'",
  '"',
  "null",
  "Leeds",
  "yes ",
  "Yes",
  " ",
  "   ",
  "\u00a0",
  "\u2003\u3000",
  "\u200b",
  "\u00a0yes\u00a0",
  ""
];

describe("compile(contract, options)", () => {
  let warehouse: Warehouse;
  beforeAll(async () => {
    warehouse = await openWarehouse();
    await preparePrivate(warehouse.connection);
  });
  afterAll(() => warehouse.close());

  it("agrees with zod on verdict, code and column, for every kind of column and statement", async () => {
    await makeReference(warehouse.connection);
    const met = await agree(warehouse.connection, {contract: everyKind, runs: 25});
    expect([...met].sort()).toEqual(faults(everyKind).map(({code}) => code));
  });

  for (const contract of COLLECTIONS)
    it(`agrees with zod on verdict, code and column, for ${contract.collection}`, async () => {
      await copyReferences(warehouse.connection, contract);
      await agree(warehouse.connection, {contract, runs: 10});
    });
});

/** Returns the codes that were met on the way. */
async function agree(connection: DuckDBConnection, {contract, runs}: {contract: Contract; runs: number}) {
  const met = new Set<string>();
  const references = await readReferences(connection, contract);
  const choices = await Promise.all(readColumns(contract).map((column) => textOf(connection, column)));
  const names = readColumns(contract).map(({name}) => name);
  const row: fc.Arbitrary<TextRow> = fc
    .tuple(...choices)
    .map((texts) => Object.fromEntries(names.map((name, place) => [name, texts[place] ?? null])));
  await fc.assert(
    fc.asyncProperty(fc.array(row, {minLength: 40, maxLength: 120}), async (rows) => {
      const source = await textSource(connection, rows);
      await connection.run(
        `create or replace table ${JUDGED} as ${compile(contract, {relation: source.relation, present: source.columns})}`
      );
      await findFaults(connection, contract);
      const judgeRow = judge(contract, {references});
      const found = await compiled(connection, {contract, length: rows.length});
      const differing = rows.flatMap((row, place) => {
        const {issues} = judgeRow(row);
        for (const {code} of issues) met.add(code);
        const judged = issues.map(({code, column}) => `${code} ${column}`);
        return `${judged}` === `${found[place]}` ? [] : [{row, judged, compiled: found[place]}];
      });
      expect(differing).toEqual([]);
    }),
    {numRuns: runs, seed: 2003, endOnFailure: true}
  );
  return met;
}

async function compiled(
  connection: DuckDBConnection,
  {contract, length}: {contract: Contract; length: number}
): Promise<string[][]> {
  const found: string[][] = Array.from({length}, () => []);
  for (const {record, place} of await query(connection, `select record, place from ${FOUND} order by record, place`)) {
    const fault = faults(contract)[Number(place)];
    found[Number(record)]?.push(`${fault?.code} ${fault?.column}`);
  }
  return found;
}

/** Texts for a cell: mostly what the column takes, often at its limits, sometimes nothing, spaces or nonsense. */
async function textOf(connection: DuckDBConnection, column: Column): Promise<fc.Arbitrary<string | null>> {
  const good = await goodText(connection, column);
  const mutated = fc.oneof(
    good.map((text) => ` ${text}  `),
    good.map((text) => text.slice(1)),
    good.map((text) => `${text}${text}`),
    good.map((text) => text.toLowerCase()),
    fc.constantFrom(...AWKWARD),
    fc.string({unit: "grapheme", maxLength: 12}).map((text) => text.replaceAll("\0", ""))
  );
  return fc.oneof(
    {weight: 30, arbitrary: good},
    {weight: 2, arbitrary: mutated},
    {weight: 2, arbitrary: fc.constant(null)}
  );
}

async function goodText(connection: DuckDBConnection, {kind, meta}: Column): Promise<fc.Arbitrary<string>> {
  if (meta.reference) {
    const {table, column} = meta.reference;
    const rows = await query(
      connection,
      `select distinct "${column}" as value from reference."${table}" where "${column}" is not null order by 1 limit 4`
    );
    return fc.constantFrom(...rows.map(({value}) => String(value)));
  }
  if (kind.type === "code") return fc.constantFrom(...kind.values);
  if (kind.type === "date")
    return fc.constantFrom("2003-08-31", "2003-09-01", "2004-01-15", "2004-02-29", "1975-05-05");
  if (kind.type === "text")
    return kind.pattern
      ? fc.stringMatching(new RegExp(kind.pattern))
      : fc.oneof(
          fc.constantFrom("LN", "YH", "201", "ENG", "2004-01", "general"),
          fc.string({unit: "grapheme-ascii", minLength: 1, maxLength: kind.max})
        );
  const {min, max} = kind;
  const limits = [min - 1, min, min + 1, 0, 1, 2, 37, max - 1, max, max + 1];
  if (kind.type === "integer")
    return fc.oneof(fc.constantFrom(...limits.map(String)), fc.integer({min: 0, max: 12}).map(String));
  return fc.oneof(
    fc.constantFrom(...limits.map(String), "0.1", "0.2", "0.3", "0.30", "0.000001", "0.0000001", "999999999.99"),
    fc.integer({min: 0, max: 1000}).map((hundredths) => String(hundredths / 100))
  );
}

/** Lookups need only text, as it stands in the files. */
async function copyReferences(connection: DuckDBConnection, contract: Contract): Promise<void> {
  await connection.run("create schema if not exists reference");
  for (const table of new Set(lookups(contract).map(({table}) => table))) {
    const file = `data/reference/${table}.csv`;
    if (!existsSync(file)) throw new Error(`missing file: ${file}`);
    await connection.run(
      `create or replace table reference."${table}" as select * from read_csv('${file}', all_varchar = true, header = true)`
    );
  }
}
