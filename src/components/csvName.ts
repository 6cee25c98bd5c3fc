/** Returns the file name of a download: "costs-synthetic.csv" where any of its rows is synthetic, else "costs.csv". */
export const csvName = (name: string, rows: readonly {origin: string}[]): string =>
  `${name}${rows.some(({origin}) => origin === "synthetic") ? "-synthetic" : ""}.csv`;
