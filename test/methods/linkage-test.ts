import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {makePeople} from "../../bench/people.js";
import {type LinkOptions, linkRecords, linkSensitivity} from "../../pipeline/methods/linkage.js";
import type {Comparison} from "../../pipeline/methods/linkageComparison.js";
import {openWarehouse, query, type Warehouse} from "../../pipeline/warehouse.js";

let warehouse: Warehouse;
beforeEach(async () => {
  warehouse = await openWarehouse();
});
afterEach(() => warehouse.close());

const OPTIONS: LinkOptions = {
  table: "people",
  id: "record_id",
  into: "linked",
  blocking: [
    ["family_name", "birth_date"],
    ["given_name", "birth_date"],
    ["family_name", "given_name", "district"],
    ["postcode", "sex"]
  ],
  comparisons: [
    {
      name: "family_name",
      column: "family_name",
      levels: [
        {kind: "exact", termFrequency: true},
        {kind: "jaro_winkler", atLeast: 0.9}
      ]
    },
    {
      name: "given_name",
      column: "given_name",
      levels: [
        {kind: "exact", termFrequency: true},
        {kind: "jaro_winkler", atLeast: 0.9}
      ]
    },
    {
      name: "birth_date",
      column: "birth_date",
      levels: [{kind: "exact"}, {kind: "damerau_levenshtein", atMost: 1}, {kind: "date", atMostDays: 31}]
    },
    {name: "sex", column: "sex", levels: [{kind: "exact"}]},
    {name: "postcode", column: "postcode", levels: [{kind: "exact"}]}
  ],
  threshold: 0.9
};

/** Precision, recall and F1 of all pairs of records that have one person. */
async function accuracy(): Promise<{precision: number; recall: number; f1: number}> {
  const [row] = await query(
    warehouse.connection,
    `with joined as (
    select linked.person_id, people.person from linked inner join people on people.record_id = linked.id
), sizes as (
    select person_id, person, count(*) as size from joined group by grouping sets ((person_id, person), (person_id), (person))
)
select sum(size * (size - 1)) filter (where person_id is not null and person is not null) as both,
    sum(size * (size - 1)) filter (where person is null) as linked,
    sum(size * (size - 1)) filter (where person_id is null) as true_pairs
from sizes`
  );
  const [both, linked, truth] = [Number(row?.both), Number(row?.linked), Number(row?.true_pairs)];
  return {precision: both / linked, recall: both / truth, f1: (2 * both) / (linked + truth)};
}

/** Two comparisons with all parameters given, so that every number can be worked out by hand. */
const FIXED: readonly Comparison[] = [
  {name: "name", column: "name", levels: [{kind: "exact"}], m: [0.9, 0.1], u: [0.1, 0.9]},
  {
    name: "born",
    column: "born",
    levels: [{kind: "exact"}, {kind: "date", atMostDays: 10}],
    m: [0.8, 0.15, 0.05],
    u: [0.05, 0.05, 0.9]
  }
];

async function makeFew(): Promise<void> {
  await warehouse.connection.run(`create table few as
select * from (values
    ('d', 'KENT', date '1970-01-01'), ('a', 'KENT', date '1970-01-01'), ('b', 'KENT', date '1970-01-06'),
    ('c', 'KENT', null), ('e', 'LANE', date '1990-05-05')
) as few (id, name, born)`);
}

describe("linkRecords(connection, options)", () => {
  it("links people through slips, moves, marriages and missing dates", async () => {
    await makePeople(warehouse.connection, {into: "people", records: 10_000});
    const linkage = await linkRecords(warehouse.connection, OPTIONS);
    const found = await accuracy();
    expect(found.f1).toBeGreaterThan(0.97);
    expect(linkage.converged).toBe(true);
    expect(linkage.untrained).toEqual([]);
    expect(Math.abs(Number(linkage.precision) - found.precision)).toBeLessThan(0.01);
    expect(Math.abs(Number(linkage.recall) - found.recall)).toBeLessThan(0.03);
    expect(linkage.found).toBeGreaterThan(0.9);
    const postcode = linkage.parameters.find(({comparison}) => comparison === "postcode");
    expect(postcode?.m).toBeGreaterThan(0.82); // 12% of second records have moved
    expect(postcode?.m).toBeLessThan(0.93);
  });

  it("gives the same, whatever the order of rows and the number of threads", async () => {
    await makePeople(warehouse.connection, {into: "people", records: 2000});
    const results: unknown[] = [];
    for (const [threads, order] of [
      [1, "record_id"],
      [2, "md5(family_name)"],
      [2, "record_id desc"]
    ] as const) {
      await warehouse.connection.run(`set threads = ${threads};
create or replace table shuffled as select * from people order by ${order}`);
      const linkage = await linkRecords(warehouse.connection, {
        ...OPTIONS,
        table: "shuffled",
        sample: 100_000,
        pairsInto: "pairs"
      });
      const rows = await query(warehouse.connection, "select * from linked");
      results.push([linkage, rows, await query(warehouse.connection, "select * from pairs")]);
    }
    expect(results[1]).toEqual(results[0]);
    expect(results[2]).toEqual(results[0]);
  });

  it("links less at a higher threshold, and splits no one that it joined at one higher still", async () => {
    await makePeople(warehouse.connection, {into: "people", records: 2000});
    let persons = 0;
    for (const threshold of [0.05, 0.5, 0.9, 0.999]) {
      const linkage = await linkRecords(warehouse.connection, {...OPTIONS, threshold, sample: 100_000});
      expect(linkage.persons).toBeGreaterThanOrEqual(persons);
      persons = linkage.persons;
    }
    await linkRecords(warehouse.connection, {
      ...OPTIONS,
      threshold: 0.5,
      sample: 100_000,
      into: "low",
      pairsInto: "pairs"
    });
    await linkRecords(warehouse.connection, {...OPTIONS, threshold: 0.99, sample: 100_000, into: "high"});
    const torn = await query(
      warehouse.connection,
      `select high.person_id from high inner join low using (id) group by all having count(distinct low.person_id) > 1`
    );
    expect(torn).toEqual([]);
    const several = await linkSensitivity(warehouse.connection, {pairs: "pairs", thresholds: [0.5, 0.9, 1], found: 1});
    expect(several.map(({pairsLinked}) => pairsLinked)).toEqual(
      [...several.map(({pairsLinked}) => pairsLinked)].sort((one, other) => other - one)
    );
  });

  it("weighs pairs by the parameters given, and writes them out", async () => {
    await makeFew();
    const linkage = await linkRecords(warehouse.connection, {
      table: "few",
      id: "id",
      blocking: ["name"],
      comparisons: FIXED,
      prior: 0.1,
      threshold: 0.9,
      pairsInto: "pairs"
    });
    const pairs = await query(warehouse.connection, "select * from pairs order by all");
    const odds = (...ratios: number[]): number => ratios.reduce((product, ratio) => product * ratio, 1 / 9);
    const expected = [
      ["a", "b", 0, 1, odds(9, 3)],
      ["a", "c", 0, null, odds(9)],
      ["a", "d", 0, 0, odds(9, 16)],
      ["b", "c", 0, null, odds(9)],
      ["b", "d", 0, 1, odds(9, 3)],
      ["c", "d", 0, null, odds(9)]
    ] as const;
    expect(pairs.map((row) => [row.id_one, row.id_other, row.name_level, row.born_level])).toEqual(
      expected.map((row) => row.slice(0, 4))
    );
    expected.forEach(([, , , , ratio], at) => {
      expect(pairs[at]?.match_weight).toBeCloseTo(Math.log2(ratio), 12);
      expect(pairs[at]?.match_probability).toBeCloseTo(ratio / (1 + ratio), 12);
    });
    expect(await query(warehouse.connection, "select id, person_id from linked_records")).toEqual(
      [..."abcde"].map((id) => ({id, person_id: id === "d" ? "a" : id}))
    );
    expect(linkage).toMatchObject({records: 5, pairsCompared: 6, pairsLinked: 1, persons: 4, prior: 0.1});
    expect(linkage.precision).toBeCloseTo(16 / 17, 8);
  });

  it("counts an agreement on a rare value for more than on a common one", async () => {
    await warehouse.connection.run(`create table names as
select number as id, case when number < 8 then 'SMITH' when number < 10 then 'QUILL' else 'N' || number end as name
from range(20) as numbers (number)`);
    const [first, ...others] = FIXED;
    if (!first) throw new Error("missing comparison");
    await linkRecords(warehouse.connection, {
      table: "names",
      id: "id",
      blocking: ["name"],
      comparisons: [{...first, levels: [{kind: "exact", termFrequency: true}]}],
      prior: 0.5,
      threshold: 0.99,
      pairsInto: "pairs"
    });
    expect(others).toHaveLength(1);
    const weights = await query(warehouse.connection, "select distinct match_weight from pairs order by all");
    // log2(m / u) + log2(u / frequency) = log2(m / frequency): 8 and 2 of 20 records.
    expect(weights.map(({match_weight}) => Number(match_weight).toFixed(12))).toEqual(
      [Math.log2(0.9 / 0.4), Math.log2(0.9 / 0.1)].map((weight) => weight.toFixed(12))
    );
  });

  it("compares a pair once however many rules find it, and none of the same source", async () => {
    await makeFew();
    const options = {table: "few", id: "id", comparisons: FIXED, prior: 0.1, threshold: 0.9} as const;
    const twice = await linkRecords(warehouse.connection, {...options, blocking: ["name", "born", "left(name, 1)"]});
    expect(twice.pairsCompared).toBe(6);
    const all = await linkRecords(warehouse.connection, {...options, blocking: ["1"]});
    expect(all).toMatchObject({pairsCompared: 10, found: 1});
    const apart = await linkRecords(warehouse.connection, {...options, blocking: ["1"], neverWithin: "name"});
    expect(apart.pairsCompared).toBe(4);
  });

  it("estimates by EM alone over the compared pairs where told so", async () => {
    await makePeople(warehouse.connection, {into: "people", records: 600});
    const linkage = await linkRecords(warehouse.connection, {...OPTIONS, blocking: ["1"], u: "em"});
    expect(linkage.converged).toBe(true);
    expect(linkage.pairsCompared).toBe((600 * 599) / 2);
    expect(linkage.prior * linkage.pairsCompared).toBeGreaterThan(90);
    expect(linkage.prior * linkage.pairsCompared).toBeLessThan(150);
    expect((await accuracy()).f1).toBeGreaterThan(0.97);
  });

  it("cuts the weakest links of a person that is too large to be true", async () => {
    // Two tight groups of six that one weak link joins.
    await warehouse.connection.run(`create table crowd as
select number as id, 'KENT' as name,
    case when number < 6 then date '1970-01-01' when number = 6 then date '1970-01-06' else date '1970-01-14' end as born
from range(12) as numbers (number)`);
    const options = {table: "crowd", id: "id", blocking: ["name"], comparisons: FIXED, prior: 0.1, into: "linked"};
    const whole = await linkRecords(warehouse.connection, {...options, threshold: 0.7});
    expect(whole).toMatchObject({persons: 1, largestPerson: 12, splitPersons: 0});
    const cut = await linkRecords(warehouse.connection, {...options, threshold: 0.7, mostRecords: 8});
    expect(cut).toMatchObject({largestPerson: 6, splitPersons: 1, persons: 3});
  });

  it("works with no record, one, and two", async () => {
    await makeFew();
    for (const [size, persons] of [
      [0, 0],
      [1, 1],
      [2, 2]
    ]) {
      const linkage = await linkRecords(warehouse.connection, {
        ...OPTIONS,
        table: `(select id as record_id, name as family_name, name as given_name, born as birth_date, 'F' as sex, id as postcode, id as district from few order by id desc limit ${size})`
      });
      expect(linkage).toMatchObject({records: size, persons, pairsLinked: 0, precision: null});
    }
  });

  it("refuses what it cannot use", async () => {
    await makeFew();
    const options = {table: "few", id: "id", blocking: ["name"], comparisons: FIXED, prior: 0.1, threshold: 0.9};
    const link = (given: Partial<LinkOptions>) => linkRecords(warehouse.connection, {...options, ...given});
    await expect(link({threshold: 0})).rejects.toThrow("invalid threshold: 0");
    await expect(link({prior: 1})).rejects.toThrow("invalid prior: 1");
    await expect(link({blocking: []})).rejects.toThrow("missing blocking rule");
    await expect(link({comparisons: []})).rejects.toThrow("missing comparison");
    await expect(link({id: "name"})).rejects.toThrow("duplicate id: 3 records");
    await expect(link({id: "born"})).rejects.toThrow("missing id: 1 records");
    await expect(link({mostPairs: 5})).rejects.toThrow("invalid blocking: name makes 6 pairs, more than 5");
    const [first] = FIXED;
    if (!first) throw new Error("missing comparison");
    await expect(link({comparisons: [first, first]})).rejects.toThrow("duplicate comparison: name");
    await expect(link({comparisons: [{...first, m: [0.9, 0.2]}]})).rejects.toThrow("invalid m of name");
    await expect(link({comparisons: [{...first, levels: []}]})).rejects.toThrow("missing level: name");
    await expect(
      link({comparisons: [{name: "x", column: "name", levels: [{kind: "jaro_winkler", atLeast: 2}]}]})
    ).rejects.toThrow("invalid similarity: 2 in x");
  });

  it("leaves no working table behind", async () => {
    await makeFew();
    await linkRecords(warehouse.connection, {
      table: "few",
      id: "id",
      blocking: ["name"],
      comparisons: FIXED,
      prior: 0.1,
      threshold: 0.9
    });
    const tables = await query(warehouse.connection, "select table_name from duckdb_tables() order by all");
    expect(tables.map(({table_name}) => table_name)).toEqual(["few", "linked_records"]);
  });
});

describe("DuckDB's measures of likeness", () => {
  // Winkler (1990), Proc. Survey Research Methods, ASA, 354–359, table 1.
  it.each([
    ["MARTHA", "MARHTA", 0.9611],
    ["DWAYNE", "DUANE", 0.84],
    ["DIXON", "DICKSONX", 0.8133]
  ])("are Winkler's: %s and %s", async (one, other, similarity) => {
    const [row] = await query(
      warehouse.connection,
      `select jaro_winkler_similarity('${one}', '${other}') as similarity`
    );
    expect(row?.similarity).toBeCloseTo(similarity, 4);
  });

  it("count a swap of neighbours as one slip", async () => {
    const [row] = await query(warehouse.connection, "select damerau_levenshtein('1970-01-12', '1970-01-21') as slips");
    expect(row?.slips).toBe(1);
  });
});
