/** Returns the rows under what `of` says of each, in the order in which that first comes. */
export function groups<Row>(rows: readonly Row[], of: (row: Row) => string): Map<string, Row[]> {
  const found = new Map<string, Row[]>();
  for (const row of rows) {
    const key = of(row);
    const members = found.get(key);
    if (members) members.push(row);
    else found.set(key, [row]);
  }
  return found;
}
