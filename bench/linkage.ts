import {execFileSync} from "node:child_process";
import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {linkRecords} from "../pipeline/methods/linkage.js";
import {openWarehouse, query} from "../pipeline/warehouse.js";
import {makePeople} from "./people.js";

const RECORDS = Number(process.argv[2] ?? 1_000_000);
const LIMIT = "5GB"; // DuckDB's own; beyond it, it writes to the temporary folder

const [, program, , folder] = process.argv;
if (folder === undefined) {
  const own = mkdtempSync(join(tmpdir(), "uptake-bench-"));
  try {
    // A process of its own, so that the peak memory is its own.
    const args = ["--import", "tsx", program ?? fileURLToPath(import.meta.url), String(RECORDS), own];
    execFileSync(process.execPath, args, {stdio: "inherit"});
  } finally {
    rmSync(own, {recursive: true, force: true});
  }
} else await measure(folder);

async function measure(temporaryDirectory: string): Promise<void> {
  const {connection, close} = await openWarehouse(":memory:", {threads: 2, memoryLimit: LIMIT, temporaryDirectory});
  await makePeople(connection, {into: "people", records: RECORDS});
  const from = performance.now();
  const linkage = await linkRecords(connection, {
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
          {kind: "jaro_winkler", atLeast: 0.92},
          {kind: "jaro_winkler", atLeast: 0.8}
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
        levels: [{kind: "exact"}, {kind: "damerau_levenshtein", atMost: 1}, {kind: "date", atMostDays: 366}]
      },
      {name: "sex", column: "sex", levels: [{kind: "exact"}]},
      {name: "postcode", column: "postcode", levels: [{kind: "exact"}, {kind: "damerau_levenshtein", atMost: 1}]}
    ],
    threshold: 0.9
  });
  const seconds = (performance.now() - from) / 1000;
  const [truth] = await query(
    connection,
    `with joined as (
    select linked.person_id, people.person from linked inner join people on people.record_id = linked.id
), both_ways as (
    select person_id, person, count(*) as size from joined group by all
), found as (select sum(size * (size - 1) / 2) as pairs from both_ways)
, linked_pairs as (select sum(size * (size - 1) / 2) as pairs from (select count(*) as size from joined group by person_id))
, true_pairs as (select sum(size * (size - 1) / 2) as pairs from (select count(*) as size from joined group by person))
select found.pairs / linked_pairs.pairs as precision, found.pairs / true_pairs.pairs as recall
from found, linked_pairs, true_pairs`
  );
  close();
  const peak = process.resourceUsage().maxRSS * 1024;
  print(`${count(linkage.records)} records, ${count(linkage.pairsCompared)} pairs compared`);
  print(`linked in          ${seconds.toFixed(1)} s  (at most 180 s)`);
  print(`peak memory        ${count(Math.round(peak / 1e6))} MB  (at most 8,000 MB)`);
  print(`persons            ${count(linkage.persons)}`);
  print(`precision, recall  ${share(truth?.precision)}, ${share(truth?.recall)}  against the truth`);
  print(`                   ${share(linkage.precision)}, ${share(linkage.recall)}  as estimated`);
  print(`EM                 ${linkage.iterations} rounds, ${linkage.converged ? "converged" : "not converged"}`);
}

function share(value: unknown): string {
  return Number(value).toFixed(4);
}

function count(value: number): string {
  return value.toLocaleString("en-GB");
}

function print(line: string): void {
  console.log(line);
}
