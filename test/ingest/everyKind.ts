import type {DuckDBConnection} from "@duckdb/node-api";
import {z} from "zod";
import {code, date, decimal, integer, month, reference, share, text, YES_NO} from "../../pipeline/contracts/column.js";
import {defineContract} from "../../pipeline/contracts/contract.js";
import {
  all,
  among,
  any,
  atMost,
  below,
  equal,
  filled,
  given,
  listed,
  not,
  sum,
  unequal,
  value
} from "../../pipeline/contracts/rule.js";
import type {Source} from "../../pipeline/ingest/source.js";
import {quoted} from "../../pipeline/ingest/statement.js";
import {literal} from "../../pipeline/warehouse.js";

const meta = (code: number, title: string) => ({code, title, description: title});
const rule = (code: number, column: string) =>
  ({code, column, severity: code % 2 === 1 ? "error" : "warning", expected: "it", remedy: "Mend it."}) as const;

/** A contract with every kind of column and of statement. */
export const everyKind = defineContract({
  collection: "every_kind",
  prefix: "EVK",
  title: "Every kind",
  row: "one course of one person",
  forms: ["csv"],
  period: "academic",
  schema: z.object({
    person: text({...meta(1, "Person"), personal: true}, {pattern: /^[A-Z]{2}\d{2}$/, max: 4}),
    town: text(meta(2, "Town"), {max: 8}).optional(),
    lea: reference("leas", "lea_code", meta(3, "LEA")),
    region: text(meta(4, "Region"), {max: 2}).optional(),
    is_paid: code(YES_NO, meta(5, "Paid")),
    hours: integer(meta(6, "Hours"), {max: 60}).optional(),
    balance: integer(meta(7, "Balance"), {min: -50, max: 50}).optional(),
    large: integer(meta(8, "Large"), {max: 9_000_000_000}).optional(),
    cost: decimal(meta(9, "Cost")).optional(),
    grant: decimal(meta(10, "Grant"), {min: -1000, max: 1000}).optional(),
    weight: share(meta(11, "Weight")).optional(),
    start: date(meta(12, "Start")),
    end: date(meta(13, "End")).optional(),
    census: month(meta(14, "Census")).optional()
  }),
  rules: [
    {...rule(51, "end"), statement: atMost("start", "end")},
    {...rule(52, "hours"), statement: given(among("is_paid", "yes"), filled("hours"))},
    {...rule(53, "region"), statement: listed("leas", {lea_code: "lea", region_code: "region"})},
    {...rule(54, "balance"), statement: below(value(-10), sum("balance", "hours"))},
    {...rule(55, "cost"), statement: atMost(sum("cost", "grant", value(0.1)), value(0.3))},
    {...rule(56, "town"), statement: all(unequal("town", "region"), not(equal("town", value("Leeds"))))},
    {...rule(57, "start"), statement: any(atMost(value("2003-09-01"), "start"), among("is_paid", "no"))},
    {...rule(58, "census"), statement: atMost("start", "census")},
    {...rule(59, "weight"), statement: equal("weight", "cost")},
    {...rule(60, "region"), statement: below("region", "town")},
    {...rule(61, "hours"), statement: among("hours", "0", "37", "60")}
  ],
  keys: [
    {code: 81, columns: ["person", "start"], remedy: "Keep one."},
    {code: 82, columns: ["town"], remedy: "Keep one."}
  ]
});

export const GOOD = {
  person: "AB12",
  town: null,
  lea: "201",
  region: "LN",
  is_paid: "yes",
  hours: "37",
  balance: "-5",
  large: "8000000000",
  cost: "0.1",
  grant: "0.1",
  weight: null,
  start: "2003-09-01",
  end: "2004-07-31",
  census: "2004-01"
};

/** Makes the reference table that `everyKind` looks up. */
export async function makeReference(connection: DuckDBConnection): Promise<void> {
  await connection.run(`create schema if not exists reference;
create or replace table reference.leas (lea_code varchar, region_code varchar, llsc_code varchar);
insert into reference.leas values ('201', 'LN', 'LLSC26'), ('202', 'LN', 'LLSC25'), ('383', 'YH', 'LLSC12'), (null, 'NE', null)`);
}

/** Returns rows of text as a source. */
export async function textSource(
  connection: DuckDBConnection,
  rows: readonly Readonly<Record<string, string | null>>[]
): Promise<Source> {
  const columns = [...new Set(rows.flatMap(Object.keys))];
  await connection.run(`create or replace temp table received (${columns.map((name) => `${quoted(name)} varchar`)})`);
  if (rows.length > 0)
    await connection.run(
      `insert into received values ${rows.map((row) => `(${columns.map((name) => literal(row[name] ?? null))})`).join(",\n")}`
    );
  return {
    columns,
    relation: "select * from temp.received",
    warnings: [],
    place: async (record, column) => `line ${record + 1}${column ? `, ${column}` : ""}`,
    async close() {}
  };
}
