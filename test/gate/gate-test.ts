import fc from "fast-check";
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

async function one(given: Row): Promise<Row> {
  const [row] = await pass([given]);
  return row ?? {};
}

describe("passGate(connection, {models}) for counts", () => {
  it("rounds to the nearest ten, halves up, and keeps what is not zero apart from zero", async () => {
    const rows = await pass([0, 1, 4, 5, 9, 10, 14, 15, 127].map((value) => ({value})));
    expect(rows.map((row) => row.value ?? row.symbol)).toEqual([0, "low", "low", 10, 10, 10, 10, 20, 130]);
    expect(rows.map((row) => row.symbol_reason).slice(0, 2)).toEqual([null, "low"]);
  });

  it("errs by less than ten, keeps zero, and says low only for 1 to 9 that round to zero", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(1_000_000), {minLength: 1, maxLength: 200}), async (values) => {
        const rows = await pass(values.map((value) => ({value})));
        for (const [index, value] of values.entries()) {
          const row = rows[index];
          if (row?.symbol === "low") expect(value).toSatisfy((of: number) => of >= 1 && of <= 9);
          else expect(Math.abs(Number(row?.value) - value)).toBeLessThan(10);
          expect(row?.value === 0).toBe(value === 0);
          if (row?.value !== null) expect(Number(row?.value) % 10).toBe(0);
        }
      }),
      {numRuns: 15}
    );
  });

  it("rounds full-time equivalents to ten and money to the pound", async () => {
    const rows = await pass([
      {value: 24.96, measure: "fte", unit: "FTE"},
      {value: 51_000_123.4, measure: "money", unit: "pounds", indicator_id: "FIN-01"}
    ]);
    expect(rows.map((row) => row.value)).toEqual([20, 51_000_123]);
  });
});

describe("passGate(connection, {models}) for rates", () => {
  it("computes rates from the rounded parts and shows those parts", async () => {
    const row = await one({measure: "rate", unit: "per cent", numerator: 333, denominator: 998, value: 33.367});
    expect(row).toMatchObject({numerator: 330, denominator: 1000, value: 33, symbol: null});
  });

  it("scales by the unit", async () => {
    const row = await one({measure: "rate", unit: "learners per 1,000 staff", numerator: 62, denominator: 5003});
    expect(row.value).toBe(12);
    await expect(one({measure: "rate", unit: "stones", numerator: 62, denominator: 5003})).rejects.toThrow(
      "unknown unit of a rate: stones"
    );
  });

  it("withholds what rests on a base that rounds to under ten, with all of its parts", async () => {
    const row = await one({measure: "rate", unit: "per cent", numerator: 1, denominator: 4, base: 4});
    expect(row).toMatchObject({
      symbol: "c",
      symbol_reason: "withheld",
      value: null,
      base: null,
      senders_returned: null
    });
    expect([row.numerator, row.denominator]).toEqual([null, null]);
  });

  it("calls a rate unreliable where rounding could move it by more than five points", async () => {
    const rows = await pass([
      {measure: "rate", unit: "per cent", numerator: 40, denominator: 80},
      {measure: "rate", unit: "per cent", numerator: 0, denominator: 7},
      {measure: "rate", unit: "per cent", numerator: 200, denominator: 400}
    ]);
    expect(rows.map((row) => row.symbol ?? row.value)).toEqual(["u", "u", 50]);
    expect(rows.map((row) => row.reliability)).toEqual(["unreliable", "unreliable", "reliable"]);
  });

  it("never lets a shown rate stray by more than the policy allows", async () => {
    const parts = fc
      .tuple(fc.nat(3000), fc.nat(3000))
      .map(([left, right]) => ({numerator: Math.min(left, right), denominator: Math.max(left, right)}));
    await fc.assert(
      fc.asyncProperty(fc.array(parts, {minLength: 1, maxLength: 100}), async (pairs) => {
        const rows = await pass(pairs.map((pair) => ({measure: "rate", unit: "per cent", ...pair})));
        for (const [index, {numerator, denominator}] of pairs.entries()) {
          const shown = rows[index]?.value;
          if (typeof shown === "number") expect(Math.abs(shown - (100 * numerator) / denominator)).toBeLessThan(5.1);
        }
      }),
      {numRuns: 15}
    );
  });

  it("tells no base from no answer", async () => {
    const rows = await pass([
      {measure: "rate", unit: "per cent", numerator: 0, denominator: 0},
      {measure: "rate", unit: "per cent", numerator: null, denominator: 50},
      {measure: "count", value: null},
      {measure: "count", value: null, symbol_reason: "not_asked"}
    ]);
    expect(rows.map((row) => `${row.symbol} ${row.symbol_reason}`)).toEqual([
      "z not_applicable",
      "x not_enough_data",
      "x not_collected",
      "x not_asked"
    ]);
  });
});

describe("passGate(connection, {models}) for survey percentages", () => {
  it("gives whole per cents with a rounded base and no weighted parts", async () => {
    const survey = {measure: "survey_percent", unit: "per cent of staff", indicator_id: "OFF-01"};
    const rows = await pass([
      {...survey, value: 46.3, base: 312, numerator: 144.7, denominator: 312.9},
      {...survey, value: 46.3, base: 29},
      {...survey, value: 46.3, base: 4},
      {...survey, value: null, base: 0}
    ]);
    expect(rows.map((row) => row.value ?? row.symbol)).toEqual([46, "u", "c", "x"]);
    expect(rows.map((row) => row.base)).toEqual([310, 30, null, null]);
    expect(rows[0]).toMatchObject({numerator: null, denominator: null});
  });
});

describe("passGate(connection, {models}) for coverage", () => {
  it("marks provisional below 80 per cent of senders, and withholds below 50", async () => {
    const rows = await pass([
      {value: 100, senders_returned: 8},
      {value: 100, senders_returned: 7},
      {value: 100, senders_returned: 4},
      {value: 100, senders_returned: 0}
    ]);
    expect(rows.map((row) => row.reliability ?? row.symbol_reason)).toEqual([
      "reliable",
      "provisional",
      "not_enough_data",
      "not_returned"
    ]);
  });

  it("never makes a point of a bound", async () => {
    const row = await one({value: 50, bound: "upper", unit: "per cent", measure: "published_fact", origin: "real"});
    expect(row).toMatchObject({value: null, lower: null, upper: 50, bound: "upper", symbol: null});
    const money = {value: 182.85, bound: "lower", unit: "pounds spent", measure: "money", indicator_id: "FIN-01"};
    expect(await one(money)).toMatchObject({value: null, lower: 182, upper: null, bound: "lower"});
  });
});

describe("passGate(connection, {models}) for facts published elsewhere", () => {
  const fact = {measure: "published_fact", origin: "real", indicator_id: "APP-01", programme_id: "app_ta"};

  it("passes apprenticeship totals of ten and over, and protects the rest", async () => {
    const rows = await pass([
      {...fact, value: 4661},
      {...fact, value: 3},
      {...fact, value: 1551, dimension_1: "provider type", category_1: "college"},
      {...fact, value: 4661, origin: "synthetic"},
      {...fact, value: 4661, programme_id: null}
    ]);
    expect(rows.map((row) => row.value ?? row.symbol)).toEqual([4661, "low", 1550, 4660, 4660]);
  });

  it("never rounds an apprenticeship total up to what would look exact", async () => {
    const rows = await pass([1, 6, 9, 10, 0].map((value) => ({...fact, value})));
    expect(rows.map((row) => row.value ?? row.symbol)).toEqual(["low", "low", "low", 10, 0]);
  });

  it("withholds the parts of an exact total that would give a small one away", async () => {
    const shown = async (total: number, ...parts: number[]): Promise<unknown[]> => {
      const beside = parts.map((value, index) => ({
        value,
        measure: "count",
        dimension_1: "provider type",
        category_1: `type ${index}`
      }));
      const rows = await pass([{value: total}, ...beside].map((row) => ({...fact, period: "2024-25", ...row})));
      const byName = rows.toSorted((a, b) => (String(a.category_1 ?? "") < String(b.category_1 ?? "") ? -1 : 1));
      return byName.map((row) => row.value ?? row.symbol);
    };
    expect(await shown(10, 5, 5, 0)).toEqual([10, "c", "c", 0]);
    expect(await shown(26, 25, 1)).toEqual([26, "c", "c"]);
    expect(await shown(29, 22, 7)).toEqual([29, 20, 10]);
    expect(await shown(15, 15)).toEqual([15, 20]);
  });

  it("passes counts of senders, whatever share of them has reported", async () => {
    const rows = await pass([
      {
        measure: "rate",
        indicator_id: "QUA-02",
        unit: "per cent",
        numerator: 3,
        denominator: 47,
        value: 6.3829,
        senders_returned: 3,
        senders_expected: 47
      }
    ]);
    expect(rows[0]).toMatchObject({
      value: 6.4,
      numerator: 3,
      denominator: 47,
      symbol: null,
      reliability: "provisional"
    });
  });

  it("passes the national workforce series as it is", async () => {
    const rows = await pass([
      {...fact, indicator_id: "WRK-02", value: 241_700.5, unit: "FTE"},
      {...fact, indicator_id: "WRK-02", value: 241_704, unit: "FTE", area_level: "region", area_code: "YH"}
    ]);
    expect(rows.map((row) => row.value)).toEqual([241_700.5, 241_700]);
  });
});

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

  it("traces each mart to its file and every collection below it", async () => {
    await pass([{value: 1}]);
    const rows = await query(warehouse.connection, "select mart, collections from published.provenance order by mart");
    expect(rows.map((row) => `${row.mart}: ${row.collections}`)).toEqual([
      "apprenticeships: apprenticeships",
      "areas: ",
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
