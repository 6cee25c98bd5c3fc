import {copyFileSync, mkdirSync, readdirSync, writeFileSync} from "node:fs";
import {dirname, extname, join} from "node:path";
import {describe, expect, it} from "vitest";
import {type Batch, batches, ingestFiles} from "../../pipeline/ingest/batch.js";
import type {Receipt} from "../../pipeline/ingest/ledger.js";
import {loadFiles, prepareRaw} from "../../pipeline/ingest/load.js";
import {openWarehouse, query, type Row} from "../../pipeline/warehouse.js";
import {everyKind, GOOD, makeReference} from "./everyKind.js";
import {schools, staff, temporaryFolder} from "./staff.js";

const contracts = [staff, schools];
const folder = temporaryFolder();
const returnsFolder = temporaryFolder();

/** Every file of the tests that might be a staff return, in order and not. */
const receipts = ["pass", "fail"].flatMap((kind) =>
  readdirSync(join("test/input", kind))
    .filter((file) => [".csv", ".xlsx", ".parquet"].includes(extname(file)))
    .sort()
    .map((file) => received(`${kind}/${file}`))
);

function received(file: string): Receipt {
  const target = join(returnsFolder, file);
  mkdirSync(dirname(target), {recursive: true});
  copyFileSync(join("test/input", file), target);
  const words = {collection: "staff", period: "2003-04", sender: file, submission: 1, sha256: "0", url: ""};
  return {
    fileId: 0,
    file,
    ...words,
    receivedDate: "2004-05-01",
    origin: "synthetic",
    publisher: "Tests",
    licence: "MIT"
  };
}

async function ingest(all: readonly Batch[]): Promise<Record<string, readonly Row[]>> {
  const {connection, close} = await openWarehouse();
  try {
    await prepareRaw(connection, contracts);
    for (const batch of all)
      await ingestFiles(connection, {...batch, contracts, returnsFolder, folder, corrections: []});
    const read = (table: string): Promise<Row[]> => query(connection, `select * from ${table} order by all`);
    const tables = ["raw.files", "raw.staff", "raw.held", "raw.issues", "private.main.people"];
    return Object.fromEntries(await Promise.all(tables.map(async (table) => [table, await read(table)] as const)));
  } finally {
    close();
  }
}

describe("ingestFiles(connection, options)", () => {
  it("judges each file as if it were alone, whatever is wrong with the others", async () => {
    const files = receipts.map((receipt, place) => ({...receipt, fileId: place + 1}));
    const together = await ingest([{contract: staff, receipts: files}]);
    const apart = await ingest(files.map((receipt) => ({contract: staff, receipts: [receipt]})));
    expect(together).toEqual(apart);
    const refused = together["raw.files"]?.filter(({status}) => status === "refused") ?? [];
    expect(refused.length).toBeGreaterThan(10);
    // The same three people stand in each readable file, and are no one's double.
    expect(together["raw.staff"]?.length).toBeGreaterThanOrEqual(3 * (files.length - refused.length - 2));
    expect(together["raw.held"]?.length).toBeGreaterThan(0);
  });

  it("leaves nothing in the folder of files on their way", async () => {
    const files = receipts.map((receipt, place) => ({...receipt, fileId: place + 1}));
    await ingest([{contract: staff, receipts: files}]);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("loadFiles(connection, {contract, files})", () => {
  it("numbers the records and places of each file from 1, and keeps the first row of a key in each", async () => {
    const {connection, close} = await openWarehouse();
    try {
      await makeReference(connection);
      await prepareRaw(connection, [everyKind]);
      await connection.run("insert into raw.files (file_id, status) values (3, 'used'), (5, 'used'), (8, 'used')");
      const rows = [[GOOD, GOOD, {...GOOD, person: "AB13"}], [], [{...GOOD, person: "AB14", lea: "x"}, GOOD]];
      const files = [];
      for (const [place, of] of rows.entries()) {
        const columns = Object.keys(GOOD);
        const texts = of.map((row) => `(${Object.values(row).map((text) => (text === null ? "null" : `'${text}'`))})`);
        await connection.run(`create temp table received_${place} (${columns.map((name) => `"${name}" varchar`)})`);
        if (texts.length > 0) await connection.run(`insert into received_${place} values ${texts}`);
        const source = {
          columns,
          relation: `select * from temp.received_${place}`,
          warnings: [],
          place: async (record: number) => `line ${record + 1}`,
          close: async () => {}
        };
        files.push({source, fileId: [3, 5, 8][place] ?? 0});
      }
      expect(await loadFiles(connection, {contract: everyKind, files})).toEqual([
        {rowsRead: 3, rowsAccepted: 2, rowsHeld: 1},
        {rowsRead: 0, rowsAccepted: 0, rowsHeld: 0},
        {rowsRead: 2, rowsAccepted: 1, rowsHeld: 1}
      ]);
      expect(await query(connection, "select file_id, record_number from raw.every_kind order by all")).toEqual([
        {file_id: 3, record_number: 1},
        {file_id: 3, record_number: 3},
        {file_id: 8, record_number: 2}
      ]);
      const held = [
        {file_id: 3, record_number: 2, place: "line 3"},
        {file_id: 8, record_number: 1, place: "line 2"}
      ];
      expect(await query(connection, "select file_id, record_number, place from raw.held order by all")).toEqual(held);
      expect(
        await query(connection, "select distinct file_id, record_number, place from raw.issues order by all")
      ).toEqual(held);
      expect(await query(connection, "select rows_read from raw.files order by file_id")).toEqual([
        {rows_read: 3},
        {rows_read: 0},
        {rows_read: 2}
      ]);
    } finally {
      close();
    }
  });
});

describe("batches(chosen, {returnsFolder})", () => {
  it("keeps the order, and parts collections, long lists and large files", () => {
    const small = received("pass/staff-plain.csv");
    const large = {...small, file: "large.csv"};
    writeFileSync(join(returnsFolder, large.file), Buffer.alloc(5 << 20));
    const many = Array.from({length: 70}, () => ({receipt: small, contract: staff}));
    const chosen = [...many, ...[small, small, large, small].map((receipt) => ({receipt, contract: schools}))];
    const all = batches(chosen, {returnsFolder});
    expect(all.map(({contract, receipts: of}) => [contract.collection, of.length])).toEqual([
      ["staff", 64],
      ["staff", 6],
      ["schools", 2],
      ["schools", 1],
      ["schools", 1]
    ]);
    expect(all.flatMap(({receipts: of}) => of)).toEqual(chosen.map(({receipt}) => receipt));
  });
});
