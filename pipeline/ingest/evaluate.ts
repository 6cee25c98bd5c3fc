import type {Cell, Column} from "../contracts/cell.js";
import type {Statement, Term} from "../contracts/rule.js";
import type {References} from "./refer.js";

export interface EvaluateOptions {
  row: Readonly<Record<string, Cell>>;
  columns: readonly Column[];
  references: References;
}

/** Returns whether a statement is true of a typed row; null where it cannot be told. */
export function evaluate(statement: Statement, options: EvaluateOptions): boolean | null {
  const {row, references} = options;
  if (statement.kind === "compare") return compare(statement, row);
  if (statement.kind === "filled") return (row[statement.column] ?? null) !== null;
  if (statement.kind === "among") {
    const cell = row[statement.column] ?? null;
    return cell === null ? null : statement.values.includes(String(cell));
  }
  if (statement.kind === "listed") {
    const pairs = Object.entries(statement.columns).map(([key, name]) => [key, row[name] ?? null] as const);
    if (pairs.some(([, cell]) => cell === null)) return null;
    return references.has(statement.table, Object.fromEntries(pairs.map(([key, cell]) => [key, String(cell)])));
  }
  if (statement.kind === "not") {
    const answer = evaluate(statement.of, options);
    return answer === null ? null : !answer;
  }
  const answers = statement.of.map((part) => evaluate(part, options));
  const decisive = statement.kind === "any";
  if (answers.includes(decisive)) return decisive;
  return answers.includes(null) ? null : !decisive;
}

function compare({operator, left, right}: Extract<Statement, {kind: "compare"}>, row: EvaluateOptions["row"]) {
  const a = termValue(left, row);
  const b = termValue(right, row);
  if (a === null || b === null) return null;
  const order =
    typeof a === "bigint" && typeof b === "bigint" ? Number(a > b) - Number(a < b) : compareText(`${a}`, `${b}`);
  if (operator === "=") return order === 0;
  if (operator === "<>") return order !== 0;
  return operator === "<" ? order < 0 : order <= 0;
}

/** Numbers as millionths, so that decimals add up as they do in DuckDB. */
function termValue(term: Term, row: EvaluateOptions["row"]): bigint | string | null {
  if (term.kind === "sum") {
    const parts = term.of.map((part) => termValue(part, row)).filter((part) => typeof part === "bigint");
    return parts.length === 0 ? null : parts.reduce((total, part) => total + part, 0n);
  }
  const cell = term.kind === "value" ? term.value : (row[term.name] ?? null);
  if (typeof cell !== "number") return cell;
  return Number.isInteger(cell) ? BigInt(cell) * 1_000_000n : BigInt(cell.toFixed(6).replace(".", ""));
}

/** By characters, as DuckDB does; JavaScript's own order goes by UTF-16 units. */
function compareText(a: string, b: string): number {
  return a === b ? 0 : Buffer.compare(Buffer.from(a), Buffer.from(b));
}
