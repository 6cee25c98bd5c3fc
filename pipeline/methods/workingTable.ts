/** Returns the beginning of a statement that makes a table anew; DuckDB wants to be told that one in `temp` is temporary. */
export function makeTable(name: string): string {
  return `create or replace ${name.toLowerCase().startsWith("temp.") ? "temporary " : ""}table ${name}`;
}
