import type {Column} from "../contracts/cell.js";
import type {Statement, Term} from "../contracts/rule.js";
import {literal} from "../warehouse.js";

export interface StatementOptions {
  columns: readonly Column[];
  lookUp: (condition: string) => string; // takes a condition on a reference table, gives the column that will hold it
}

/** Returns a statement as SQL over typed columns; true, false, or null where it cannot be told. */
export function compileStatement(statement: Statement, options: StatementOptions): string {
  const {columns, lookUp} = options;
  if (statement.kind === "compare") return compare(statement, columns);
  if (statement.kind === "filled") return `${named(statement.column, columns)} is not null`;
  if (statement.kind === "among")
    return `${named(statement.column, columns)}::varchar in (${statement.values.map(literal).join(", ")})`;
  if (statement.kind === "listed") return lookUp(listing(statement, columns));
  if (statement.kind === "not") return `not (${compileStatement(statement.of, options)})`;
  if (statement.of.length === 0) return String(statement.kind === "all");
  return statement.of
    .map((part) => `(${compileStatement(part, options)})`)
    .join(statement.kind === "all" ? " and " : " or ");
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Returns whether a term is a number, a date, or text; two sides of different types are compared as text. */
function termType(term: Term, columns: readonly Column[]): "number" | "date" | "text" {
  if (term.kind === "sum") return "number";
  if (term.kind === "value") return typeof term.value === "number" ? "number" : "text";
  const {kind} = find(term.name, columns);
  if (kind.type === "date") return "date";
  return kind.type === "integer" || kind.type === "decimal" ? "number" : "text";
}

function compare({operator, left, right}: Extract<Statement, {kind: "compare"}>, columns: readonly Column[]): string {
  const types = [termType(left, columns), termType(right, columns)];
  if (types[0] !== types[1] && types.includes("number")) throw new Error("invalid comparison: a number with text");
  const cast = types[0] === types[1] ? "" : "::varchar";
  return `${sql(left, columns)}${cast} ${operator} ${sql(right, columns)}${cast}`;
}

function sql(term: Term, columns: readonly Column[]): string {
  if (term.kind === "column") return named(term.name, columns);
  if (term.kind === "value") return literal(term.value);
  const parts = term.of.map((part) => {
    if (termType(part, columns) !== "number") throw new Error("invalid sum: of what is not a number");
    return `(${sql(part, columns)})::decimal(38, 6)`;
  });
  return `case when coalesce(${parts.join(", ")}) is not null then ${parts.map((part) => `coalesce(${part}, 0)`).join(" + ")} end`;
}

function listing({table, columns: pairs}: Extract<Statement, {kind: "listed"}>, columns: readonly Column[]): string {
  const keys = Object.keys(pairs).map((key) => `${quoted(key)}::varchar`);
  const names = Object.values(pairs).map((name) => {
    if (find(name, columns).kind.type === "decimal") throw new Error(`invalid listing: ${name} is a decimal`);
    return `${named(name, columns)}::varchar`;
  });
  const row = (parts: readonly string[]): string => (parts.length === 1 ? `${parts[0]}` : `row(${parts.join(", ")})`);
  return `case when ${names.map((name) => `${name} is not null`).join(" and ")} then ${row(names)} in (
            select ${row(keys)} from reference.${quoted(table)} where ${keys.map((key) => `${key} is not null`).join(" and ")}
        ) end`;
}

function named(name: string, columns: readonly Column[]): string {
  return quoted(find(name, columns).name);
}

function find(name: string, columns: readonly Column[]): Column {
  const column = columns.find((column) => column.name === name);
  if (!column) throw new Error(`unknown column: ${name}`);
  return column;
}
