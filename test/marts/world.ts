import {readColumns} from "../../pipeline/contracts/cell.js";
import {COLLECTIONS} from "../../pipeline/contracts/collections.js";
import {REFERENCE_TABLES} from "../../pipeline/contracts/reference/tables.js";
import {sqlType} from "../../pipeline/ingest/compile.js";
import {prepareRaw} from "../../pipeline/ingest/load.js";
import {buildModels, type Model, readModels} from "../../pipeline/models.js";
import {literal, openWarehouse, query, type Row, type Value} from "../../pipeline/warehouse.js";

/** A warehouse with every raw and reference table empty, to be filled by hand with a few rows. */
export interface World {
  /** Adds rows to a table; columns left out are null. */
  insert(table: string, rows: readonly Record<string, Value>[]): Promise<void>;
  /** Adds a file in use and its rows; returns nothing. Counts follow from the rows unless the file says otherwise. */
  receive(file: Record<string, Value>, rows?: readonly Record<string, Value>[]): Promise<void>;
  /** Builds all models; or, given tables, only these and what they rest on. */
  build(tables?: readonly string[]): Promise<void>;
  query(sql: string): Promise<Row[]>;
  run(sql: string): Promise<void>;
  connection: Awaited<ReturnType<typeof openWarehouse>>["connection"];
  close(): void;
}

/** Returns an empty world as at a date. */
export async function createWorld({asAt = "2004-06-30"}: {asAt?: string} = {}): Promise<World> {
  const warehouse = await openWarehouse();
  const {connection} = warehouse;
  let files = 0;
  await connection.run("create schema reference");
  await connection.run(
    `create table reference.release as select date ${literal(asAt)} as as_at_date, 'all' as origin_filter`
  );
  const tables = REFERENCE_TABLES.map((contract) => {
    const columns = readColumns(contract).map((column) => `"${column.name}" ${sqlType(column)}`);
    return `create table reference.${contract.collection} (${columns.join(", ")})`;
  });
  await connection.run(tables.join(";\n"));
  await prepareRaw(connection, COLLECTIONS);
  const world: World = {
    connection,
    async insert(table, rows) {
      const statements = rows.map((row) => {
        const names = Object.keys(row).map((name) => `"${name}"`);
        const values = Object.values(row).map(literal);
        return `insert into ${table} (${names.join(", ")}) values (${values.join(", ")})`;
      });
      if (statements.length > 0) await connection.run(statements.join(";\n"));
    },
    async receive(file, rows = []) {
      files += 1;
      await world.insert("raw.files", [
        {
          file_id: files,
          file: `data/returns/${file.collection}/${file.period}/${file.sender_id}.csv`,
          submission: 1,
          received_date: "2004-04-20",
          origin: "synthetic",
          status: "used",
          rows_read: rows.length,
          rows_accepted: rows.length,
          rows_held: 0,
          ...file
        }
      ]);
      const numbered = rows.map((row, index) => ({file_id: files, record_number: index + 1, ...row}));
      await world.insert(`raw.${file.collection}`, numbered);
    },
    async build(tables) {
      await buildTables(connection, tables);
    },
    query: (sql) => query(connection, sql),
    async run(sql) {
      await connection.run(sql);
    },
    close: () => warehouse.close()
  };
  await fill(world);
  return world;
}

/** Builds all models; or, given tables, only these and what they rest on. */
export async function buildTables(connection: World["connection"], tables?: readonly string[]): Promise<void> {
  models ??= readModels("pipeline");
  const all = await models;
  await buildModels(connection, tables ? restingOn(all, tables) : all);
}

/** Read once: DuckDB takes longer to say what each of them reads than to build the few that a test needs. */
let models: Promise<Model[]> | undefined;

/** Models come in order, each after what it reads. */
function restingOn(all: readonly Model[], tables: readonly string[]): Model[] {
  const needed = new Set(tables);
  for (const {name, reads} of [...all].reverse()) if (needed.has(name)) for (const table of reads) needed.add(table);
  return all.filter(({name}) => needed.has(name));
}

/** Two regions, three local LSCs, four LEAs, four roles: as much of England as a test needs. */
async function fill({insert}: World): Promise<void> {
  await insert("reference.regions", [
    {region_code: "NE", region_name: "North East"},
    {region_code: "SW", region_name: "South West"}
  ]);
  await insert("reference.local_lscs", [
    {llsc_code: "LLSC01", llsc_name: "Tyne", region_code: "NE"},
    {llsc_code: "LLSC02", llsc_name: "Tees", region_code: "NE"},
    {llsc_code: "LLSC03", llsc_name: "Devon", region_code: "SW"}
  ]);
  await insert("reference.leas", [
    {lea_code: "101", lea_name: "Newcastle", region_code: "NE", llsc_code: "LLSC01", basis: "unsourced"},
    {lea_code: "102", lea_name: "Gateshead", region_code: "NE", llsc_code: "LLSC01", basis: "unsourced"},
    {lea_code: "103", lea_name: "Redcar", region_code: "NE", llsc_code: "LLSC02", basis: "unsourced"},
    {lea_code: "104", lea_name: "Exeter", region_code: "SW", llsc_code: "LLSC03", basis: "unsourced"}
  ]);
  await insert("reference.areas", [
    {area_level: "national", area_code: "ENG", area_name: "England"},
    {area_level: "region", area_code: "NE", area_name: "North East", parent_code: "ENG"},
    {area_level: "local_lsc", area_code: "LLSC01", area_name: "Tyne", parent_code: "NE"},
    {area_level: "lea", area_code: "101", area_name: "Newcastle", parent_code: "LLSC01"}
  ]);
  await insert("reference.roles", [
    {role_id: "R01", role_name: "Teaching assistant", role_group: "teaching_assistants", place: "S0:L52"},
    {role_id: "R05", role_name: "Science technician", role_group: "technicians_and_ict", place: "S0:L52"},
    {role_id: "R31", role_name: "Administrative staff", role_group: "administration_and_business", place: "S0:L52"},
    {role_id: "R99", role_name: "Role without a route", role_group: "other", place: "S0:L52"}
  ]);
  await insert("reference.role_routes", [
    {role_id: "R01", route_id: "TL", basis: "stated"},
    {role_id: "R01", route_id: "BG", basis: "inferred"},
    {role_id: "R05", route_id: "TL", basis: "stated"},
    {role_id: "R31", route_id: "AO", basis: "stated"}
  ]);
  await insert(
    "reference.indicators",
    [
      ["OFF-01", "per cent of persons"],
      ["UPT-01", "per cent of those offered"],
      ["UPT-02", "per cent of persons"],
      ["OFF-02", "per cent of persons"],
      ["OFF-03", "percentage points (difference) and ratio"],
      ["UPT-06", "per cent"],
      ["GAP-08", "per cent"],
      ["IAG-01", "per cent"],
      ["IAG-02", "per cent"],
      ["DEM-01", "per cent of persons"],
      ["QUA-01", "per cent"],
      ["QUA-05", "ratio"],
      ["GAP-01", "per cent"],
      ["GAP-03", "levels"],
      ["GAP-04", "per cent"],
      ["UPT-03", "learners per 1,000 staff"],
      ["UPT-04", "starts"],
      ["UPT-05", "per cent"],
      ["CAP-01", "per cent"],
      ["CAP-03", "candidates per FTE"],
      ["CAP-07", "per cent"],
      ["EQU-01", "ratio"],
      ["EQU-02", "ratio and difference"],
      ["EQU-03", "ratio"],
      ["EQU-04", "per cent"],
      ["OUT-01", "per cent"],
      ["OUT-02", "per cent"],
      ["OUT-03", "per cent"],
      ["OUT-04", "per cent"],
      ["OUT-05", "per cent"],
      ["OUT-06", "per cent"],
      ["OUT-08", "per cent of units, and mean units"],
      ["CAP-02", "per cent"],
      ["CAP-04", "centres per 1,000"],
      ["CAP-05", "per cent"],
      ["CAP-06", "per cent"],
      ["FIN-02", "pounds per start"],
      ["FIN-03", "pounds per completion"],
      ["FIN-04", "pounds per head"],
      ["OUT-09", "days per 1,000 staff"],
      ["PLN-01", "count and per cent"],
      ["PLN-02", "per cent"],
      ["FIN-01", "pounds and per cent"],
      ["FIN-05", "pounds"],
      ["REG-01", "standard deviation, share and range"],
      ["REG-02", "position"],
      ["REG-03", "per cent"],
      ["REG-04", "percentage points"],
      ["QUA-02", "per cent"],
      ["QUA-03", "per cent"],
      ["QUA-04", "per cent"],
      ["PRI-01", "count and per cent"],
      ["PRI-02", "per cent of target"],
      ["PRI-03", "forecast count"],
      ["PRI-04", "starts per month"],
      ["PRI-05", "per cent"],
      ["WRK-01", "staff"],
      ["WRK-02", "full-time equivalents"],
      ["APP-01", "starts"],
      ["APP-02", "enrolments"],
      ["APP-03", "achievements"]
    ].map(([indicator_id, unit]) => ({
      indicator_id: String(indicator_id),
      definition_version: 1,
      indicator_name: String(indicator_id),
      unit: String(unit)
    }))
  );
}
