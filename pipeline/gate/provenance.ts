import type {DuckDBConnection} from "@duckdb/node-api";
import {provenance} from "../contracts/published/provenance.js";
import type {Model} from "../models.js";
import {literal} from "../warehouse.js";
import {fillTable} from "./tables.js";

export type TracedModel = Pick<Model, "name" | "file" | "reads" | "sha256">;

/** Tables of raw that record how reading went; they are no collection. */
const RECORDS = new Set(["raw.files", "raw.held", "raw.issues", "raw.linkage", "raw.linkage_people"]);

/** Fills `published.provenance`: each mart with its file, the file's hash and every collection it rests on. */
export async function passProvenance(connection: DuckDBConnection, models: readonly TracedModel[]): Promise<void> {
  const marts = models.filter(({name}) => name.startsWith("marts."));
  if (marts.length === 0) throw new Error("missing models: none in marts");
  const rows = marts.map((model) => {
    const mart = model.name.replace("marts.", "");
    const values = [provenanceId(model), mart, model.file, model.sha256, collectionsOf(model.name, models).join("; ")];
    return `(${values.map(literal).join(", ")})`;
  });
  const columns = "provenance_id, mart, sql_file, sql_sha256, collections";
  await fillTable(connection, {
    table: provenance,
    select: `select ${columns} from (values ${rows.join(", ")}) as traced(${columns})`
  });
}

/** Returns the identifier under which a mart's figures lead to it: `starts-1f2e3d4c`. */
function provenanceId({name, sha256}: Pick<TracedModel, "name" | "sha256">): string {
  return `${name.replace("marts.", "")}-${sha256.slice(0, 8)}`;
}

/** Returns the collections that a model reads, itself or through others, sorted. */
export function collectionsOf(name: string, models: readonly TracedModel[]): string[] {
  const byName = new Map(models.map((model) => [model.name, model]));
  const seen = new Set<string>();
  const visit = (table: string): void => {
    if (seen.has(table)) return;
    seen.add(table);
    for (const read of byName.get(table)?.reads ?? []) visit(read);
  };
  visit(name);
  return [...seen]
    .filter((table) => table.startsWith("raw.") && !RECORDS.has(table))
    .map((table) => table.slice("raw.".length))
    .sort();
}
