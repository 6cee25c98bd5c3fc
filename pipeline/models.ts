import {createHash} from "node:crypto";
import {readdir, readFile} from "node:fs/promises";
import {basename, extname, join} from "node:path";
import {pathToFileURL} from "node:url";
import type {DuckDBConnection} from "@duckdb/node-api";
import {type Log, silent} from "./log.js";
import {literal, openWarehouse, query} from "./warehouse.js";

/** What each folder of models becomes, and the schemas it may read. */
const LAYERS = {
  stage: {kind: "view", reads: ["raw", "reference"]},
  marts: {kind: "table", reads: ["stage", "marts", "reference"]}
} as const;
type Layer = keyof typeof LAYERS;

/** Table functions that make rows out of nothing but their arguments; any other reads past the walk. */
const ROW_MAKERS = new Set(["unnest", "generate_series", "range"]);

export type Build = (connection: DuckDBConnection) => Promise<void>;

/** A table of the walk, and how it is made. */
export interface Model {
  name: string; // marts.starts
  layer: Layer;
  file: string; // pipeline/marts/starts.sql, whatever lies above the folder
  reads: readonly string[]; // stage.staff_questionnaire, reference.roles …
  sql: string; // the SELECT; empty where TypeScript builds the table
  sha256: string; // of the file
  build?: Build; // set where TypeScript builds the table
}

/** Reads the models of `folder`/stage and `folder`/marts, in an order in which each comes after what it reads. */
export async function readModels(folder: string): Promise<Model[]> {
  const warehouse = await openWarehouse();
  try {
    const models: Model[] = [];
    for (const layer of ["stage", "marts"] as const) {
      for (const name of (await readdir(join(folder, layer))).sort()) {
        const file = {layer, path: join(folder, layer, name), file: `${basename(folder)}/${layer}/${name}`};
        if (name.endsWith(".sql")) models.push(await sqlModel(warehouse.connection, file));
        if (name.endsWith(".ts")) models.push(await codeModel(file));
      }
    }
    return ordered(models);
  } finally {
    warehouse.close();
  }
}

/** Builds each model as the view or table named after its file; the models come as `readModels` orders them. */
export async function buildModels(
  connection: DuckDBConnection,
  models: readonly Model[],
  {log = silent}: {log?: Log} = {}
): Promise<void> {
  await refuseUnknown(connection, models);
  for (const layer of Object.keys(LAYERS)) await connection.run(`create schema if not exists ${layer}`);
  log.step("Building models", models.length);
  for (const {name, layer, file, sql, build} of models) {
    try {
      if (build) await build(connection);
      else await connection.run(`create or replace ${LAYERS[layer].kind} ${name} as ${sql}`);
    } catch (error) {
      throw new Error(`invalid model: ${file}: ${error instanceof Error ? error.message : error}`, {cause: error});
    }
    log.tick();
  }
}

/** Returns the schema-qualified tables that a SELECT reads, sorted; a name without a schema must be one of its CTEs. */
export async function readTables(connection: DuckDBConnection, sql: string): Promise<string[]> {
  const [row] = await query(connection, `select json_serialize_sql(${literal(sql)}) as tree`);
  const tree = JSON.parse(String(row?.tree)) as {error: boolean; error_message?: string; statements?: unknown[]};
  if (tree.error) throw new Error(`invalid model: ${tree.error_message}`);
  if (tree.statements?.length !== 1) throw new Error(`invalid model: ${tree.statements?.length} statements`);
  const tables = new Set<string>();
  const bare = new Set<string>();
  const expressions = new Set<string>();
  for (const node of nodes(tree.statements)) {
    if (node.type === "BASE_TABLE") {
      if (node.catalog_name) throw new Error(`forbidden catalog: ${node.catalog_name}`);
      if (node.schema_name) tables.add(`${node.schema_name}.${node.table_name}`);
      else bare.add(String(node.table_name));
    }
    if (node.type === "TABLE_FUNCTION") refuseReader(node);
    for (const {key} of cteMap(node)) expressions.add(key);
  }
  for (const name of bare) if (!expressions.has(name)) throw new Error(`unqualified table: ${name}`);
  return [...tables].sort();
}

type ModelFile = Pick<Model, "layer" | "file"> & {path: string};

async function sqlModel(connection: DuckDBConnection, {layer, file, path}: ModelFile): Promise<Model> {
  const sql = await readFile(path, "utf8");
  const reads = await readTables(connection, sql).catch((error: Error) => {
    throw new Error(`${error.message} in ${file}`);
  });
  return model({layer, file, reads, sql, sha256: sha256(sql)});
}

async function codeModel({layer, file, path}: ModelFile): Promise<Model> {
  const {reads, build} = (await import(pathToFileURL(path).href)) as {reads?: readonly string[]; build?: Build};
  if (!reads || !build) throw new Error(`missing reads or build: ${file}`);
  return model({layer, file, reads, sql: "", sha256: sha256(await readFile(path, "utf8")), build});
}

function model(parts: Omit<Model, "name">): Model {
  const {layer, file, reads} = parts;
  const allowed: readonly string[] = LAYERS[layer].reads;
  for (const table of reads) {
    if (!allowed.includes(schemaOf(table))) throw new Error(`forbidden read: ${table} in ${file}`);
  }
  return {...parts, name: `${layer}.${basename(file, extname(file))}`};
}

function ordered(models: readonly Model[]): Model[] {
  const byName = new Map<string, Model>();
  for (const model of models) {
    if (byName.has(model.name)) throw new Error(`duplicate model: ${model.name}`);
    byName.set(model.name, model);
  }
  const done = new Set<Model>();
  const visit = (model: Model, path: readonly string[]): void => {
    if (done.has(model)) return;
    if (path.includes(model.name)) throw new Error(`circular model: ${[...path, model.name].join(" → ")}`);
    for (const table of model.reads.filter(isModelled)) {
      const read = byName.get(table);
      if (!read) throw new Error(`unknown table: ${table} in ${model.file}`);
      visit(read, [...path, model.name]);
    }
    done.add(model);
  };
  for (const model of models) visit(model, []);
  return [...done];
}

async function refuseUnknown(connection: DuckDBConnection, models: readonly Model[]): Promise<void> {
  const rows = await query(
    connection,
    "select table_schema || '.' || table_name as name from information_schema.tables"
  );
  const known = new Set(rows.map(({name}) => name));
  for (const {file, reads} of models) {
    for (const table of reads) if (!isModelled(table) && !known.has(table)) throw unknown(table, file);
  }
}

const unknown = (table: string, file: string): Error => new Error(`unknown table: ${table} in ${file}`);
const schemaOf = (table: string): string => table.slice(0, table.indexOf("."));
const isModelled = (table: string): boolean => schemaOf(table) in LAYERS;
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

function refuseReader(node: Node): void {
  const name = String((node.function as Node | undefined)?.function_name);
  if (!ROW_MAKERS.has(name)) throw new Error(`forbidden table function: ${name}`);
}

type Node = Record<string, unknown>;

function* nodes(of: unknown): Generator<Node> {
  if (of === null || typeof of !== "object") return;
  if (!Array.isArray(of)) yield of as Node;
  for (const child of Object.values(of)) yield* nodes(child);
}

function cteMap(node: Node): {key: string}[] {
  const {map} = (node.cte_map ?? {}) as {map?: {key: string}[]};
  return map ?? [];
}
