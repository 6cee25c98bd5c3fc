/** How alike two values must be; `one` and `other` stand for the two values as SQL. */
export type Level =
  /** The same. With `termFrequency`, sharing a rare value counts for more than sharing a common one. */
  | {kind: "exact"; termFrequency?: boolean}
  /** Jaro–Winkler similarity, 0 to 1. */
  | {kind: "jaro_winkler"; atLeast: number}
  /** Insertions, deletions, substitutions and swaps of neighbours. */
  | {kind: "damerau_levenshtein"; atMost: number}
  /** Days between two dates. */
  | {kind: "date"; atMostDays: number}
  /** Any other condition; it must be the same for (one, other) and (other, one). */
  | {kind: "sql"; condition: (one: string, other: string) => string};

/** What is compared between two records, as a list of levels from the closest to the loosest. */
export interface Comparison {
  /** A plain name, which `pairsInto` and the diagnostics use. */
  name: string;
  /** A SQL expression over a record. Where it is null in either record, the comparison says nothing. */
  column: string;
  /** The first level that fits counts. Values that fit none are in one further level, "other". */
  levels: readonly Level[];
  /** Probability of each level, "other" last, in pairs of one person: fixed, and not estimated. */
  m?: readonly number[];
  /** The same in pairs of two persons. */
  u?: readonly number[];
}

/** Throws where the comparisons cannot be used as they are. */
export function checkComparisons(comparisons: readonly Comparison[]): void {
  if (comparisons.length === 0) throw new Error("missing comparison: none given");
  const names = new Set<string>();
  for (const {name, column, levels, ...given} of comparisons) {
    if (!/^[a-z][a-z0-9_]*$/i.test(name)) throw new Error(`invalid comparison: ${name}`);
    if (names.has(name.toLowerCase())) throw new Error(`duplicate comparison: ${name}`);
    names.add(name.toLowerCase());
    if (column.trim() === "") throw new Error(`missing column: ${name}`);
    if (levels.length === 0) throw new Error(`missing level: ${name}`);
    for (const level of levels) checkLevel(name, level);
    if (levels.filter(isFrequent).length > 1) throw new Error(`duplicate term frequency: ${name}`);
    for (const key of ["m", "u"] as const) {
      const shares = given[key];
      if (shares) checkShares(`${key} of ${name}`, shares, levels.length + 1);
    }
  }
}

/** Returns SQL for the number of the level in which two values are, from 0; null where either is null. */
export function levelSql({levels}: Comparison, one: string, other: string): string {
  const cases = levels.map((level, index) => `when ${conditionSql(level, one, other)} then ${index}`);
  return `cast(case when ${one} is null or ${other} is null then null ${cases.join(" ")} else ${levels.length} end as tinyint)`;
}

/** Returns the number of the level whose weight goes by how common the value is; -1 where there is none. */
export function frequencyLevel({levels}: Comparison): number {
  return levels.findIndex(isFrequent);
}

/** Returns a level in words: `jaro_winkler >= 0.92`. */
export function levelName(level: Level | undefined): string {
  switch (level?.kind) {
    case undefined:
      return "other";
    case "exact":
      return "exact";
    case "jaro_winkler":
      return `jaro_winkler >= ${level.atLeast}`;
    case "damerau_levenshtein":
      return `damerau_levenshtein <= ${level.atMost}`;
    case "date":
      return `days <= ${level.atMostDays}`;
    case "sql":
      return level.condition("one", "other");
  }
}

function isFrequent(level: Level): boolean {
  return level.kind === "exact" && level.termFrequency === true;
}

function conditionSql(level: Level, one: string, other: string): string {
  switch (level.kind) {
    case "exact":
      return `${one} = ${other}`;
    case "jaro_winkler":
      return `jaro_winkler_similarity(${one}::varchar, ${other}::varchar) >= ${level.atLeast}`;
    case "damerau_levenshtein":
      return `damerau_levenshtein(${one}::varchar, ${other}::varchar) <= ${level.atMost}`;
    case "date":
      return `abs(date_diff('day', ${one}::date, ${other}::date)) <= ${level.atMostDays}`;
    case "sql":
      return `(${level.condition(one, other)})`;
  }
}

function checkLevel(name: string, level: Level): void {
  if (level.kind === "jaro_winkler" && !(level.atLeast > 0 && level.atLeast <= 1))
    throw new Error(`invalid similarity: ${level.atLeast} in ${name}`);
  if (level.kind === "damerau_levenshtein" && !(Number.isInteger(level.atMost) && level.atMost >= 0))
    throw new Error(`invalid distance: ${level.atMost} in ${name}`);
  if (level.kind === "date" && !(level.atMostDays >= 0))
    throw new Error(`invalid days: ${level.atMostDays} in ${name}`);
}

function checkShares(name: string, shares: readonly number[], length: number): void {
  if (shares.length !== length) throw new Error(`invalid ${name}: ${shares.length} shares for ${length} levels`);
  const sum = shares.reduce((total, share) => total + share, 0);
  if (shares.some((share) => !(share > 0 && share < 1)) || Math.abs(sum - 1) > 1e-6)
    throw new Error(`invalid ${name}: ${shares.join(", ")}; expected shares above 0 that add up to 1`);
}
