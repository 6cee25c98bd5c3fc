/**
 * A statement about one row, as a tree that two readers understand: `judge.ts` evaluates it row by row, `compile.ts`
 * writes it as SQL. Like SQL it has three answers; a rule is broken only where its statement is false, so a statement
 * about a missing value breaks nothing.
 */
export type Statement =
  | {kind: "compare"; operator: "=" | "<>" | "<" | "<="; left: Term; right: Term}
  | {kind: "filled"; column: string}
  | {kind: "among"; column: string; values: readonly string[]}
  | {kind: "listed"; table: string; columns: Readonly<Record<string, string>>}
  | {kind: "not"; of: Statement}
  | {kind: "all" | "any"; of: readonly Statement[]};

export type Term =
  | {kind: "column"; name: string}
  | {kind: "value"; value: string | number}
  | {kind: "sum"; of: readonly Term[]};

export interface Rule {
  code: number; // stable: never reused for another rule of the same contract
  severity: "error" | "warning"; // an error holds the row, a warning keeps it
  column: string; // where the reader should look
  statement: Statement; // what must be true
  expected: string; // "the planned end on or after the start"
  remedy: string; // "Correct A27 or A28."
}

export const column = (name: string): Term => ({kind: "column", name});
export const value = (of: string | number): Term => ({kind: "value", value: of});
/** The sum of columns or terms; a missing part counts as nothing, all parts missing as missing. */
export const sum = (...of: (Term | string)[]): Term => ({kind: "sum", of: of.map(term)});
export const equal = (left: Term | string, right: Term | string): Statement => compare("=", left, right);
export const unequal = (left: Term | string, right: Term | string): Statement => compare("<>", left, right);
export const atMost = (left: Term | string, right: Term | string): Statement => compare("<=", left, right);
export const below = (left: Term | string, right: Term | string): Statement => compare("<", left, right);
export const filled = (name: string): Statement => ({kind: "filled", column: name});
export const among = (name: string, ...values: string[]): Statement => ({kind: "among", column: name, values});
/** True where the reference table has a row with these values: `listed("leas", {lea_code: "lea", llsc_code: "sender"})`. */
export const listed = (table: string, columns: Record<string, string>): Statement => ({kind: "listed", table, columns});
export const not = (of: Statement): Statement => ({kind: "not", of});
export const all = (...of: Statement[]): Statement => ({kind: "all", of});
export const any = (...of: Statement[]): Statement => ({kind: "any", of});
/** Where `condition` is true, `then` must be; a condition that is false or unknown asks nothing. */
export const given = (condition: Statement, then: Statement): Statement => any(not(condition), then);

const term = (of: Term | string): Term => (typeof of === "string" ? column(of) : of);
const compare = (operator: "=" | "<>" | "<" | "<=", left: Term | string, right: Term | string): Statement => ({
  kind: "compare",
  operator,
  left: term(left),
  right: term(right)
});
