import {cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {COLLECTIONS} from "../../pipeline/contracts/collections.js";
import {REFERENCE_TABLES} from "../../pipeline/contracts/reference/tables.js";
import {prepareRaw} from "../../pipeline/ingest/load.js";
import {ingestReference, ingestReturns} from "../../pipeline/ingest/returns.js";
import {trueRates} from "../../pipeline/simulate/population.js";
import {openWarehouse, query, type Row, type Warehouse} from "../../pipeline/warehouse.js";
import {AS_AT, world} from "../simulate/returns.js";
import {buildTables} from "./world.js";

const SURVEY = ["school_frame", "staff_questionnaire", "workforce"];
let folder: string;
let warehouse: Warehouse;

/** The shipped returns of the survey and the census, and nothing else. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "survey-"));
  const [header, ...lines] = readFileSync("data/returns/ledger.csv", "utf8").trimEnd().split("\n");
  const kept = lines.filter((line) => SURVEY.some((collection) => line.includes(`${collection}/`)));
  for (const line of kept) {
    const [file = ""] = line.match(/[\w.]+\/[\w-]+\/[\w.]+\.(csv|xlsx)/) ?? [];
    mkdirSync(dirname(join(folder, "returns", file)), {recursive: true});
    cpSync(join("data/returns", file), join(folder, "returns", file));
  }
  writeFileSync(join(folder, "returns", "ledger.csv"), [header, ...kept, ""].join("\n"));
  warehouse = await openWarehouse();
  const {connection} = warehouse;
  await ingestReference(connection, {referenceFolder: "data/reference", tables: REFERENCE_TABLES, folder});
  await prepareRaw(connection, COLLECTIONS);
  await ingestReturns(connection, {
    returnsFolder: join(folder, "returns"),
    correctionsFolder: "data/corrections",
    contracts: COLLECTIONS,
    asAt: AS_AT,
    folder
  });
  await connection.run(
    `create table reference.release as select date '${AS_AT}' as as_at_date, 'all' as origin_filter`
  );
  await buildTables(connection, ["marts.survey_error_checks", "marts.survey_estimates"]);
}, 180_000);

afterAll(() => {
  warehouse.close();
  rmSync(folder, {recursive: true});
});

const totals = (indicator: string): Promise<Row[]> =>
  query(
    warehouse.connection,
    `select area_level, area_code, lower, upper from marts.survey_estimates
    where indicator_id = '${indicator}' and area_level in ('national', 'region')
        and coalesce(role_id, route_id, dimension_1) is null`
  );

describe("marts.survey_estimates of the shipped returns", () => {
  const rates = trueRates(world());

  it.each([
    ["OFF-01", "offered"],
    ["UPT-02", "started"]
  ] as const)("holds what was planted in England and in eight regions of nine or more: %s", async (indicator, of) => {
    const held = (await totals(indicator)).filter(({area_level, area_code, lower, upper}) => {
      const truth = rates.find(({dimension, group}) =>
        area_level === "national" ? dimension === "all" : dimension === "region" && group === area_code
      );
      const percent = (100 * Number(truth?.[of])) / Number(truth?.staff);
      return percent >= Number(lower) && percent <= Number(upper);
    });
    expect(held.map(({area_code}) => area_code)).toContain("ENG");
    expect(held.length).toBeGreaterThanOrEqual(9);
  });
});

describe("marts.survey_error_checks", () => {
  it("leaves out each of more than 1,500 schools, and comes near the linearised error", async () => {
    const checks = await query(warehouse.connection, "select * from marts.survey_error_checks");
    expect(checks.length).toBe(9);
    for (const {linearised_error, jackknife_error, replicates} of checks) {
      expect(Number(replicates)).toBeGreaterThan(1500);
      expect(Number(jackknife_error) / Number(linearised_error)).toBeGreaterThan(0.7);
      expect(Number(jackknife_error) / Number(linearised_error)).toBeLessThan(1.1);
    }
  });
});
