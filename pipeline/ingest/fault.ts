import {type Column, readColumns} from "../contracts/cell.js";
import {type Contract, ruleCode} from "../contracts/contract.js";
import type {Statement, Term} from "../contracts/rule.js";

/** One thing that can be wrong with a row, under a stable code. */
export interface Fault {
  code: string; // ENR-012
  severity: "error" | "warning"; // an error holds the row
  column: string; // where to look
  columns: readonly string[]; // every column that the fault is about
  expected: string;
  remedy: string;
}

export interface Issue {
  column: string;
  code: string;
  severity: "error" | "warning";
  expected: string;
  got: string;
  remedy: string;
}

export const MASK = "•••";

const listed = new WeakMap<Contract, readonly Fault[]>();

/** Returns all that can be wrong with a row of the contract: its columns first, then its rules, then its keys. */
export function faults(contract: Contract): readonly Fault[] {
  const known = listed.get(contract);
  if (known) return known;
  const all = [
    ...readColumns(contract).map((column) => columnFault(contract, column)),
    ...contract.rules.map(
      ({code, severity, column, statement, expected, remedy}): Fault => ({
        code: ruleCode(contract, code),
        severity,
        column,
        columns: [...new Set([column, ...statementColumns(statement)])],
        expected,
        remedy
      })
    ),
    ...contract.keys.map(
      ({code, columns, remedy}): Fault => ({
        code: ruleCode(contract, code),
        severity: "error",
        column: columns[0] ?? "",
        columns,
        expected: `one row for each ${columns.join(", ")}`,
        remedy
      })
    )
  ];
  listed.set(contract, all);
  return all;
}

/** Returns what a person is told about a fault of a row whose cells hold `cells`; personal values stay masked. */
export function issue(contract: Contract, fault: Fault, cells: Readonly<Record<string, string | null>>): Issue {
  const personal = new Set(readColumns(contract).flatMap(({name, isPersonal}) => (isPersonal ? [name] : [])));
  const shown = (name: string): string => {
    const text = cells[name];
    if (text === null || text === undefined) return "nothing";
    return personal.has(name) ? MASK : JSON.stringify(text.length > 80 ? `${text.slice(0, 79)}…` : text);
  };
  const got =
    fault.columns.length === 1
      ? shown(fault.column)
      : fault.columns.map((column) => `${column} ${shown(column)}`).join(", ");
  const {column, code, severity, expected, remedy} = fault;
  return {column, code, severity, expected, got, remedy};
}

function columnFault(contract: Contract, column: Column): Fault {
  const blank = column.isRequired ? "" : ", or leave it blank";
  return {
    code: ruleCode(contract, column.meta.code),
    severity: "error",
    column: column.name,
    columns: [column.name],
    expected: column.isRequired ? expectation(column) : `${expectation(column)}, or nothing`,
    remedy: `Write ${column.name} (${column.meta.title}) as expected${blank}.`
  };
}

/** Returns what a cell should hold, in words: "a date written 2004-03-31", "one of F, M". */
export function expectation({kind, meta}: Pick<Column, "kind" | "meta">): string {
  if (meta.reference) return `a ${meta.reference.column} of the table ${meta.reference.table}`;
  if (kind.type === "date") return "a date written 2004-03-31";
  if (kind.type === "code")
    return kind.values.length > 12
      ? `one of the ${kind.values.length} codes, such as ${kind.values.slice(0, 3).join(", ")}`
      : `one of ${kind.values.join(", ")}`;
  if (kind.type === "integer") return `a whole number from ${kind.min} to ${kind.max}`;
  if (kind.type === "decimal")
    return `a number from ${kind.min} to ${kind.max} with at most ${kind.places} decimals, without commas or signs`;
  return kind.pattern
    ? `at most ${kind.max} characters written as ${kind.pattern}`
    : `text of at most ${kind.max} characters`;
}

function statementColumns(statement: Statement): readonly string[] {
  if (statement.kind === "compare") return [...termColumns(statement.left), ...termColumns(statement.right)];
  if (statement.kind === "listed") return Object.values(statement.columns);
  if (statement.kind === "not") return statementColumns(statement.of);
  if (statement.kind === "filled" || statement.kind === "among") return [statement.column];
  return statement.of.flatMap(statementColumns);
}

function termColumns(term: Term): readonly string[] {
  if (term.kind === "sum") return term.of.flatMap(termColumns);
  return term.kind === "column" ? [term.name] : [];
}
