import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import type {DuckDBConnection} from "@duckdb/node-api";
import {parse} from "csv-parse/sync";
import {z} from "zod";
import {readColumns} from "../contracts/cell.js";
import type {Contract} from "../contracts/contract.js";
import {UserError} from "../error.js";
import {literal, query} from "../warehouse.js";
import {MASK} from "./fault.js";
import type {Source} from "./source.js";
import {quoted} from "./statement.js";

const cell = z.string().transform((text) => text.trim() || null);
const correction = z.object({
  collection: z.string().min(1),
  period: z.string().min(1),
  sender: z.string().min(1),
  submission: z.coerce.number().int().positive(),
  key: z.string().regex(/^(\d+|[^=;]+=[^;]*(;[^=;]+=[^;]*)*)$/),
  column: z.string().min(1),
  expected: cell,
  corrected: cell,
  reason: z.string().min(1),
  source: z.string().min(1),
  status: z.enum(["applied", "withdrawn"])
});

/** A known error of a source: the cell (by "L01=123456;L03=0007", or its record's number), what it holds, what it should. */
export type Correction = z.infer<typeof correction>;

/** Reads the corrections that apply, from every file of the folder in the order of their names. */
export function readCorrections(folder: string): readonly Correction[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith(".csv"));
  return files.sort().flatMap((file) => readFile(join(folder, file), file));
}

/** Returns the corrections of one file. */
export function correctionsOf(
  corrections: readonly Correction[],
  of: Pick<Correction, "collection" | "period" | "sender" | "submission">
): readonly Correction[] {
  return corrections.filter(
    ({collection, period, sender, submission}) =>
      collection === of.collection && period === of.period && sender === of.sender && submission === of.submission
  );
}

export interface CorrectOptions {
  source: Pick<Source, "columns" | "relation">;
  contract: Contract;
  corrections: readonly Correction[];
}

/** Returns the source's relation with its corrections made, after checking that the source still holds what each expects. */
export async function correct(
  connection: DuckDBConnection,
  {source, contract, corrections}: CorrectOptions
): Promise<string> {
  if (corrections.length === 0) return source.relation;
  const relation = corrections.some(({key}) => isRecord(key))
    ? `select source.*, row_number() over () as record_number from (${source.relation}) as source`
    : source.relation;
  for (const {column, key} of corrections)
    for (const name of [column, ...parts(key).map(([name]) => name)])
      if (!source.columns.includes(name))
        throw new UserError(
          `data/corrections: expected a column of the file; got ${name}, for ${contract.collection}. Amend the correction.`
        );
  await check(connection, {relation, contract, corrections});
  const columns = source.columns.map((name) => {
    const cases = corrections
      .filter(({column}) => column === name)
      .map(({key, corrected}) => `when ${condition(key)} then ${literal(corrected)}`);
    return cases.length === 0
      ? `source.${quoted(name)}`
      : `case ${cases.join(" ")} else source.${quoted(name)} end as ${quoted(name)}`;
  });
  return `select ${columns.join(", ")} from (${relation}) as source`;
}

interface CheckOptions {
  relation: string;
  contract: Contract;
  corrections: readonly Correction[];
}

async function check(connection: DuckDBConnection, {relation, contract, corrections}: CheckOptions): Promise<void> {
  const [found = {}] = await query(
    connection,
    `select ${corrections
      .map(({key, column, expected}, place) => {
        const text = `nullif(trim(source.${quoted(column)}), '')`;
        const other = `${condition(key)} and ${text} is distinct from ${literal(expected)}`;
        return `count(*) filter (${condition(key)}) as rows_${place}, count(*) filter (${other}) as others_${place},
        any_value(${text}) filter (${other}) as got_${place}`;
      })
      .join(", ")} from (${relation}) as source`
  );
  const personal = new Set(readColumns(contract).flatMap(({name, isPersonal}) => (isPersonal ? [name] : [])));
  const shown = (column: string, text: string | null): string =>
    text === null ? "nothing" : personal.has(column) ? MASK : JSON.stringify(text);
  for (const [place, {collection, period, sender, submission, key, column, expected}] of corrections.entries()) {
    const rows = Number(found[`rows_${place}`]);
    if (rows > 0 && found[`others_${place}`] === 0) continue;
    const where = isRecord(key)
      ? `record ${key}`
      : parts(key)
          .map(([name, text]) => `${name}=${personal.has(name) ? MASK : text}`)
          .join(";");
    const text = found[`got_${place}`];
    const got = rows === 0 ? "no such row" : shown(column, text === null || text === undefined ? null : String(text));
    throw new UserError(
      `data/corrections: ${collection} ${period} ${sender} submission ${submission}, ${where}, ${column}: expected the file to hold ${shown(column, expected)}; got ${got}. Amend the correction or mark it withdrawn.`
    );
  }
}

function condition(key: string): string {
  if (isRecord(key)) return `source.record_number = ${Number(key)}`;
  return parts(key)
    .map(([name, text]) => `trim(source.${quoted(name)}) = ${literal(text)}`)
    .join(" and ");
}

function isRecord(key: string): boolean {
  return /^\d+$/.test(key);
}

function parts(key: string): readonly (readonly [string, string])[] {
  if (isRecord(key)) return [];
  return key.split(";").map((part) => {
    const at = part.indexOf("=");
    return [part.slice(0, at).trim(), part.slice(at + 1).trim()] as const;
  });
}

function readFile(path: string, file: string): readonly Correction[] {
  const rows: unknown[] = parse(readFileSync(path), {columns: true, bom: true, skip_empty_lines: true});
  return rows.flatMap((row, place) => {
    const result = correction.safeParse(row);
    if (!result.success) {
      const [first] = result.error.issues;
      throw new UserError(
        `data/corrections/${file}: record ${place + 1}, ${first?.path.join(".")}: expected ${first?.message}. Mend the correction.`
      );
    }
    return result.data.status === "applied" ? [result.data] : [];
  });
}
