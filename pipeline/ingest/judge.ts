import {type Cell, type Column, countable, readColumns, trimCell, typeCell} from "../contracts/cell.js";
import type {Contract} from "../contracts/contract.js";
import {evaluate} from "./evaluate.js";
import {type Fault, faults, type Issue, issue} from "./fault.js";
import type {References} from "./refer.js";

export interface Judgement {
  row: Record<string, Cell>; // typed; null where blank or at fault
  issues: Issue[];
}

export type Cells = Readonly<Record<string, string | null | undefined>>;

/**
 * Returns the judge of a contract's rows: like `compile`, but row by row and in zod. Keys run across rows, so one judge
 * is for one file, whose rows it must be given in order.
 */
export function judge(contract: Contract, {references}: {references: References}): (cells: Cells) => Judgement {
  const columns = readColumns(contract);
  const listed = faults(contract);
  const seen = contract.keys.map(() => new Set<string>());
  return (cells) => {
    const texts: Record<string, string | null> = {};
    const row: Record<string, Cell> = {};
    const found: (Fault | undefined)[] = [];
    for (const [place, column] of columns.entries()) {
      const text = trimCell(cells[column.name]);
      texts[column.name] = text;
      row[column.name] = text === null ? null : judgeCell(contract, {column, text, references});
      if (row[column.name] === null && (text !== null || column.isRequired)) found.push(listed[place]);
    }
    for (const [place, {statement}] of contract.rules.entries())
      if (evaluate(statement, {row, columns, references}) === false) found.push(listed[columns.length + place]);
    for (const [place, {columns: names}] of contract.keys.entries())
      if (
        isSeen(
          seen[place],
          names.map((name) => row[name] ?? null)
        )
      )
        found.push(listed[columns.length + contract.rules.length + place]);
    return {row, issues: found.flatMap((fault) => (fault ? [issue(contract, fault, texts)] : []))};
  };
}

function judgeCell(
  contract: Contract,
  {column, text, references}: {column: Column; text: string; references: References}
): Cell {
  const value = typeCell(column.kind, text);
  if (value === undefined || !contract.schema.shape[column.name]?.safeParse(countable(value)).success) return null;
  const {reference} = column.meta;
  return reference && !references.has(reference.table, {[reference.column]: text}) ? null : value;
}

/** A key with a missing part is no key. */
function isSeen(seen: Set<string> | undefined, parts: readonly Cell[]): boolean {
  if (!seen || parts.includes(null)) return false;
  const key = JSON.stringify(parts);
  if (seen.has(key)) return true;
  seen.add(key);
  return false;
}
