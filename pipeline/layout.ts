/** Returns rows of cells as lines of text, each column as wide as its widest cell; numbers' columns lean right. */
export function columns(
  rows: readonly (readonly string[])[],
  {indent = 2, right = []}: {indent?: number; right?: readonly number[]} = {}
): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [index, cell] of row.entries()) widths[index] = Math.max(widths[index] ?? 0, cell.length);
  }
  return rows.map((row) => {
    const cells = row.map((cell, index) =>
      right.includes(index) ? cell.padStart(widths[index] ?? 0) : cell.padEnd(widths[index] ?? 0)
    );
    return `${" ".repeat(indent)}${cells.join("  ")}`.trimEnd();
  });
}

/** Returns a number as people in Britain write it, whatever the machine's language, with so many decimals at least. */
export function grouped(number: number, {decimals = 0}: {decimals?: number} = {}): string {
  const shown = new Intl.NumberFormat("en-GB", {minimumFractionDigits: decimals, maximumFractionDigits: 2});
  return shown.format(number === 0 ? 0 : number); // a zero has no sign
}
