import type {DuckDBConnection} from "@duckdb/node-api";
import {literal, query} from "../warehouse.js";

/** Two records are compared where all expressions of a rule agree and none is missing. */
export type BlockingRule = string | readonly string[];

export interface Blocking {
  rules: readonly (readonly string[])[];
  fixed: readonly (readonly boolean[])[]; // for each rule, which comparisons look at a column that the rule looks at
  comparesAll: boolean; // a rule without columns compares every record with every other
}

/** Reads blocking rules: which columns each looks at, and so which comparisons its pairs say nothing new of. */
export async function readBlocking(
  connection: DuckDBConnection,
  {blocking, columns}: {blocking: readonly BlockingRule[]; columns: readonly string[]}
): Promise<Blocking> {
  const rules = blocking.map((rule) => (typeof rule === "string" ? [rule] : [...rule]));
  if (rules.length === 0 || rules.some((rule) => rule.length === 0 || rule.some((part) => part.trim() === "")))
    throw new Error("missing blocking rule");
  if (rules.length > 30) throw new Error(`invalid blocking: ${rules.length} rules; at most 30`);
  const compared = await Promise.all(columns.map((column) => columnsIn(connection, column)));
  const blocked = await Promise.all(
    rules.map(async (rule) => new Set((await Promise.all(rule.map((part) => columnsIn(connection, part)))).flat()))
  );
  return {
    rules,
    fixed: blocked.map((names) => compared.map((own) => own.some((name) => names.has(name)))),
    comparesAll: blocked.some((names) => names.size === 0)
  };
}

/** Returns SQL that is true where two records agree on a rule; its values stand in columns `block_<rule>_<part>`. */
export function agrees(blocking: Blocking, rule: number): string {
  const parts = blocking.rules[rule] ?? [];
  return parts.map((_, part) => `one.block_${rule}_${part} = other.block_${rule}_${part}`).join(" and ");
}

/** Returns the SELECT list that computes the values of all rules. */
export function blockColumns({rules}: Blocking): string[] {
  return rules.flatMap((rule, at) => rule.map((part, place) => `(${part}) as block_${at}_${place}`));
}

/** Throws where blocking would compare more pairs than `mostPairs`: a rule is then too loose. */
export async function refuseLooseRules(
  connection: DuckDBConnection,
  {records, blocking, mostPairs}: {records: string; blocking: Blocking; mostPairs: number}
): Promise<void> {
  for (const [at, rule] of blocking.rules.entries()) {
    const names = rule.map((_, part) => `block_${at}_${part}`);
    const [row] = await query(
      connection,
      `with blocks as (
    select count(*) as records from ${records} where ${names.map((name) => `${name} is not null`).join(" and ")}
    group by ${names.join(", ")}
)
select coalesce(sum(records::double * (records - 1) / 2), 0) as pairs from blocks`
    );
    if (Number(row?.pairs) > mostPairs)
      throw new Error(
        `invalid blocking: ${rule.join(" and ")} makes ${row?.pairs} pairs, more than ${mostPairs}; add a column to it`
      );
  }
}

/** Returns the columns that a SQL expression names, in lower case. */
async function columnsIn(connection: DuckDBConnection, expression: string): Promise<string[]> {
  const [row] = await query(connection, `select json_serialize_sql(${literal(`select ${expression}`)}) as tree`);
  const tree = JSON.parse(String(row?.tree)) as {error: boolean; error_message?: string; statements?: unknown};
  if (tree.error) throw new Error(`invalid expression: ${expression}: ${tree.error_message}`);
  const names: string[] = [];
  const visit = (node: unknown): void => {
    if (node === null || typeof node !== "object") return;
    const {class: kind, column_names: path} = node as {class?: unknown; column_names?: unknown};
    if (kind === "COLUMN_REF" && Array.isArray(path)) names.push(String(path.at(-1)).toLowerCase());
    for (const child of Object.values(node)) visit(child);
  };
  visit(tree.statements);
  return names;
}
