import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {passGate} from "../../pipeline/gate/gate.js";
import {openWarehouse, query, type Row, type Warehouse} from "../../pipeline/warehouse.js";
import {COUNTED_MONTH, MODELS, TARGET, TRAJECTORY} from "./marts.js";
import {passFigures, type Tables} from "./pass.js";

let warehouse: Warehouse;
beforeEach(async () => {
  warehouse = await openWarehouse();
});
afterEach(() => warehouse.close());

const pass = (figures: readonly Row[], tables?: Tables): Promise<Row[]> => {
  return passFigures(warehouse.connection, {figures, tables});
};

describe("passGate(connection, {models}) for the other tables", () => {
  it("rounds progress and takes per cents from what is rounded", async () => {
    await pass([{value: 1}], {
      "marts.progress": [
        TARGET,
        {...TARGET, target_id: "T02", actual_count: 3},
        {...TARGET, target_id: "T03", target_value: null, actual_count: null, status: "no number set"}
      ]
    });
    const rows = await query(warehouse.connection, "select * from published.progress order by target_id");
    expect(rows.map((row) => row.actual_count ?? row.symbol)).toEqual([1230, "low", "z"]);
    expect(rows.map((row) => row.percent_of_target)).toEqual([12, null, null]);
    expect(rows[0]).toMatchObject({baseline_count: null, provenance_id: "progress-eeeeeeee"});
  });

  it("takes what is needed a month from the published gap, and is certain of no forecast", async () => {
    await pass([{value: 1}], {
      "marts.progress": [
        TARGET,
        {...TARGET, target_id: "T02", probability: 1, is_certain: true},
        {...TARGET, target_id: "T03", probability: 0.9996, recent_count: null}
      ]
    });
    const rows = await query(warehouse.connection, "select * from published.progress order by target_id");
    expect(rows[0]).toMatchObject({
      required_monthly_count: Math.round((10000 - 1230) / 9),
      recent_monthly_count: 333,
      required_ratio: 2.9,
      forecast_lower_count: 4000
    });
    expect(rows.map((row) => row.probability_percent)).toEqual([1, 100, 99]);
    expect(rows[2]).toMatchObject({recent_monthly_count: null, required_ratio: null});
  });

  it("says of a target that it cannot say where too few have sent returns", async () => {
    const thin = {senders_returned: 4, senders_expected: 10};
    await pass([{value: 1}], {
      "marts.progress": [{...TARGET, ...thin, status: "off course"}],
      "marts.trajectories": [TRAJECTORY, COUNTED_MONTH].map((row) => ({...row, ...thin}))
    });
    const [target] = await query(warehouse.connection, "select * from published.progress");
    expect(target).toMatchObject({
      status: "cannot say",
      actual_count: null,
      symbol_reason: "not_enough_data",
      required_monthly_count: null,
      forecast_upper_count: null,
      probability_percent: null
    });
    const [counted, month] = await query(warehouse.connection, "select * from published.trajectories order by month");
    expect(counted).toMatchObject({observed_count: null, symbol_reason: "not_enough_data"});
    expect(month).toMatchObject({median_count: null, upper_95_count: null, symbol_reason: "not_enough_data"});
  });

  it("rounds trajectories, counted or simulated, and calls a small count low", async () => {
    await pass([{value: 1}], {
      "marts.trajectories": [TRAJECTORY, {...COUNTED_MONTH, month: "2004-05", observed_count: 3}, COUNTED_MONTH]
    });
    const rows = await query(warehouse.connection, "select * from published.trajectories order by month");
    expect(rows.map((row) => row.observed_count ?? row.symbol)).toEqual(["low", 1230, null]);
    expect(rows[2]).toMatchObject({
      median_count: 1570,
      lower_80_count: 1500,
      upper_80_count: 1600,
      lower_95_count: 1440,
      upper_95_count: 1660,
      probability_percent: 1,
      backtest_forecasts_count: 3,
      backtest_within_80_count: 2
    });
  });

  it("rounds rows of returns", async () => {
    await pass([{value: 1}]);
    const rows = await query(warehouse.connection, "select * from published.returns order by sender_id");
    expect(rows.map((row) => [row.rows_used_count, row.rows_held_count, row.rows_held_symbol])).toEqual([
      [130, null, "low"],
      [null, null, "x"]
    ]);
  });

  it("says when a return was due, and how many known errors were mended in a file", async () => {
    await pass([{value: 1}]);
    const {connection} = warehouse;
    const [due] = await query(connection, "select due_date from published.returns where sender_id = 'P001'");
    const [file] = await query(connection, "select file, corrections_count from published.files");
    expect(due).toEqual({due_date: "2004-04-15"});
    expect(file).toEqual({file: "returns/enrolment/2003-04/P001.csv", corrections_count: 1});
  });

  it("traces each mart to its file and every collection below it", async () => {
    await pass([{value: 1}]);
    const rows = await query(warehouse.connection, "select mart, collections from published.provenance order by mart");
    expect(rows.map((row) => `${row.mart}: ${row.collections}`)).toEqual([
      "apprenticeships: apprenticeships",
      "areas: ",
      "linkage_quality: enrolment",
      "progress: enrolment; provider",
      "starts: enrolment",
      "trajectories: enrolment"
    ]);
  });

  it("refuses a date other than the release's", async () => {
    await pass([{value: 1}]);
    await expect(passGate(warehouse.connection, {models: MODELS, asAt: "2004-07-31"})).rejects.toThrow(
      "invalid as-at date: 2004-06-30"
    );
  });
});
