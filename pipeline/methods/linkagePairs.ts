import type {DuckDBConnection} from "@duckdb/node-api";
import {query} from "../warehouse.js";
import {agrees, type Blocking, blockColumns, refuseLooseRules} from "./linkageBlocking.js";
import {type Comparison, frequencyLevel, levelSql} from "./linkageComparison.js";
import type {Pattern} from "./linkageModel.js";
import {makeTable} from "./workingTable.js";

/** Working tables of one linkage. */
export interface Tables {
  records: string;
  pairs: string;
  scored: string;
  links: string;
  weak: string;
  components: string;
}

/** Returns the names of working tables in a schema. */
export function workingTables(workspace: string): Tables {
  const names = ["records", "pairs", "scored", "links", "weak", "components"] as const;
  return Object.fromEntries(names.map((name) => [name, `${workspace}.linkage_${name}`])) as unknown as Tables;
}

export interface PairOptions {
  tables: Tables;
  blocking: Blocking;
  comparisons: readonly Comparison[];
}

export interface RecordOptions extends PairOptions {
  table: string;
  id: string;
  neverWithin?: string;
}

/**
 * Numbers the records by id, and by a hash of it in an order that has nothing to do with the data, from which pairs are
 * sampled; computes what is blocked on and compared, once a record. Returns how many there are.
 */
export async function prepareRecords(
  connection: DuckDBConnection,
  {tables, blocking, comparisons, table, id, neverWithin}: RecordOptions
): Promise<number> {
  const values = comparisons.map(({column}, at) => `(${column}) as value_${at}`);
  const frequent = comparisons.flatMap((comparison, at) => (frequencyLevel(comparison) < 0 ? [] : [at]));
  const frequencies = frequent.map(
    (at) =>
      `case when prepared.value_${at} is not null then count(*) over (partition by prepared.value_${at})::double / nullif(count(prepared.value_${at}) over (), 0) end as frequency_${at}`
  );
  await connection.run(`${makeTable(tables.records)} as
with prepared as (
    select ${[`(${id}) as id`, `(${neverWithin ?? "null"}) as within`, ...blockColumns(blocking), ...values].join(",\n        ")}
    from ${table} as source
)
select row_number() over (order by prepared.id) as record,
    row_number() over (order by md5(prepared.id::varchar), prepared.id) as place,
    ${["prepared.*", ...frequencies].join(",\n    ")}
from prepared`);
  const [row] = await query(
    connection,
    `select count(*) as records, count(id) as ids, count(distinct id) as different from ${tables.records}`
  );
  if (row?.records !== row?.ids) throw new Error(`missing id: ${Number(row?.records) - Number(row?.ids)} records`);
  if (row?.ids !== row?.different)
    throw new Error(`duplicate id: ${Number(row?.ids) - Number(row?.different)} records`);
  return Number(row?.records);
}

/** Writes every pair that a rule finds, once, with the level of each comparison and a bit for each rule that finds it. */
export async function comparePairs(
  connection: DuckDBConnection,
  {tables, blocking, comparisons, mostPairs}: PairOptions & {mostPairs: number}
): Promise<void> {
  await refuseLooseRules(connection, {records: tables.records, blocking, mostPairs});
  const levels = comparisons.map((of, at) => `${levelSql(of, `one.value_${at}`, `other.value_${at}`)} as level_${at}`);
  const frequencies = comparisons.flatMap((of, at) =>
    frequencyLevel(of) < 0 ? [] : [`one.frequency_${at} as frequency_${at}`]
  );
  const bits = blocking.rules.map((_, rule) => `case when ${agrees(blocking, rule)} then ${2 ** rule} else 0 end`);
  for (const rule of blocking.rules.keys()) {
    const earlier = blocking.rules.slice(0, rule).map((_, before) => `(${agrees(blocking, before)}) is not true`);
    const select = `select one.record as one, other.record as other, cast(${bits.join(" + ")} as integer) as rules,
    ${[...levels, ...frequencies].join(",\n    ")}
from ${tables.records} as one
inner join ${tables.records} as other on ${blocking.comparesAll ? "" : `${agrees(blocking, rule)} and `}one.record < other.record
where ${["(one.within = other.within) is not true", ...(blocking.comparesAll ? [] : earlier)].join(" and ")}`;
    await connection.run(
      rule === 0 ? `${makeTable(tables.pairs)} as ${select}` : `insert into ${tables.pairs} ${select}`
    );
    if (blocking.comparesAll) return;
  }
}

/** Returns how many compared pairs agree in which way, by the rules that find them, in a fixed order. */
export async function countPatterns(
  connection: DuckDBConnection,
  {tables, comparisons}: Pick<PairOptions, "tables" | "comparisons">
): Promise<(Pattern & {rules: number})[]> {
  const names = comparisons.map((_, at) => `level_${at}`);
  const rows = await query(
    connection,
    `select rules, ${names.join(", ")}, count(*) as pairs from ${tables.pairs} group by all order by all`
  );
  return rows.map((row) => ({
    levels: names.map((name) => (row[name] === null ? null : Number(row[name]))),
    count: Number(row.pairs),
    rules: Number(row.rules)
  }));
}

/**
 * Returns the share of each level in pairs taken at random: all pairs where they are no more than `sample`, else about
 * `sample` of them, drawn in the order of the hashed ids. A first level "exact" is counted over all pairs in either case.
 */
export async function sampleShares(
  connection: DuckDBConnection,
  {tables, comparisons, sample}: Pick<PairOptions, "tables" | "comparisons"> & {sample: number}
): Promise<number[][]> {
  const [size] = await query(connection, `select count(*) as records from ${tables.records}`);
  const records = Number(size?.records);
  const isWhole = (records * (records - 1)) / 2 <= sample;
  const levels = comparisons.map((of, at) => `${levelSql(of, `one.value_${at}`, `other.value_${at}`)} as level_${at}`);
  const steps = Math.max(1, Math.ceil(sample / Math.max(1, records)));
  const join = isWhole
    ? `inner join ${tables.records} as other on other.place > one.place`
    : `inner join drawn on drawn.place = one.place
    inner join ${tables.records} as other on other.place = drawn.partner`;
  const rows = await query(
    connection,
    `with drawn as materialized (
    select records.place, records.place + steps.step as partner
    from ${tables.records} as records
    cross join range(1, ${steps + 1}) as steps (step)
), sampled as (
    select ${levels.join(",\n        ")}
    from ${tables.records} as one
    ${join}
)
select ${comparisons.flatMap((of, at) => [...of.levels, null].map((_, level) => `count(*) filter (where level_${at} = ${level}) as n_${at}_${level}`)).join(", ")}
from sampled`
  );
  const shares: number[][] = [];
  for (const [at, {levels: own}] of comparisons.entries()) {
    const counts = [...own, null].map((_, level) => Number(rows[0]?.[`n_${at}_${level}`] ?? 0));
    const exact = !isWhole && own[0]?.kind === "exact" ? await exactShare(connection, tables.records, at) : null;
    shares.push(sharesOf(counts, exact));
  }
  return shares;
}

/** The share of all pairs of known values that are the same. */
async function exactShare(connection: DuckDBConnection, records: string, at: number): Promise<number | null> {
  const [row] = await query(
    connection,
    `with valued as (select count(*) as size from ${records} where value_${at} is not null group by value_${at})
select sum(size * (size - 1)) as same, sum(size) as known from valued`
  );
  const known = Number(row?.known ?? 0);
  return known > 1 ? Number(row?.same) / (known * (known - 1)) : null;
}

/** A level that no pair has is given half a pair, so that no weight is infinite. */
function sharesOf(counts: readonly number[], exact: number | null): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return counts.map(() => 1 / counts.length);
  const [first = 0, ...rest] = counts;
  const others = total - first;
  const least = 0.5 / total;
  const shares =
    exact === null || others === 0
      ? counts.map((count) => count / total)
      : [exact, ...rest.map((count) => ((1 - exact) * count) / others)];
  if (shares.every((share) => share > 0)) return shares;
  const raised = shares.map((share) => Math.max(least, share));
  const whole = raised.reduce((sum, share) => sum + share, 0);
  return raised.map((share) => share / whole);
}
