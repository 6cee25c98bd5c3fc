import fc from "fast-check";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {openWarehouse, type Row, type Warehouse} from "../../pipeline/warehouse.js";
import {passFigures} from "./pass.js";

let warehouse: Warehouse;
beforeEach(async () => {
  warehouse = await openWarehouse();
});
afterEach(() => warehouse.close());

const pass = (figures: readonly Row[]): Promise<Row[]> => passFigures(warehouse.connection, {figures});

async function one(given: Row): Promise<Row> {
  const [row] = await pass([given]);
  return row ?? {};
}

const MONEY: Row = {
  indicator_id: "FIN-01",
  measure: "money",
  unit: "pounds",
  period_type: "financial",
  dimension_1: "funding line",
  category_1: "B01"
};
/** A share of people, those with an achievement of all who completed, as the surface of releases declares it. */
const SHARE: Row = {indicator_id: "OUT-04", measure: "rate", unit: "per cent"};
const SURVEY: Row = {
  indicator_id: "OFF-01",
  measure: "survey_percent",
  unit: "per cent of staff",
  period_type: "survey"
};

describe("passGate(connection, {models}) for counts", () => {
  it("rounds what stands in no sum to the nearest ten, and keeps what is not zero apart from zero", async () => {
    const rows = await pass([0, 1, 4, 6, 9, 10, 14, 16, 127].map((value) => ({value})));
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
      {value: 23.96, measure: "fte", unit: "full-time equivalents", indicator_id: "WRK-02"},
      {value: 51_000_123.4, ...MONEY},
      {value: 3.4, ...MONEY}
    ]);
    expect(rows.map((row) => row.value)).toEqual([20, 51_000_123, 3]);
  });
});

describe("passGate(connection, {models}) for rates", () => {
  it("computes rates from the rounded parts and shows those parts", async () => {
    expect(await one({...SHARE, numerator: 333, denominator: 998, value: 33.367})).toMatchObject({
      numerator: 330,
      denominator: 1000,
      value: 33,
      symbol: null
    });
  });

  it("scales by the unit, and knows no rate without its quantities", async () => {
    const learners = {indicator_id: "UPT-03", measure: "rate", numerator: 62, denominator: 5003};
    expect((await one({...learners, unit: "learners per 1,000 staff"})).value).toBe(12);
    await expect(one({...learners, unit: "stones"})).rejects.toThrow("unknown unit of a rate: stones");
    await expect(one({...learners, indicator_id: "UPT-04", unit: "per cent"})).rejects.toThrow(
      "missing ratio: UPT-04, per cent"
    );
  });

  it("withholds what rests on a base that rounds to under ten, with all of its parts", async () => {
    expect(await one({...SHARE, numerator: 1, denominator: 4, base: 4})).toMatchObject({
      symbol: "c",
      symbol_reason: "withheld",
      numerator: null,
      denominator: null,
      value: null,
      base: null,
      senders_returned: null
    });
  });

  it("calls a rate unreliable where rounding of both parts by 9 could move it by more than five points", async () => {
    const rows = await pass([
      {...SHARE, numerator: 40, denominator: 80},
      {...SHARE, numerator: 4, denominator: 190}, // at most 9 of 181
      {...SHARE, numerator: 100, denominator: 270}, // 109 of 261, and 37.04 per cent: 4.72
      {...SHARE, numerator: 130, denominator: 260}, // 139 of 251, and 50 per cent: 5.38
      {...SHARE, numerator: 0, denominator: 60}
    ]);
    expect(rows.map((row) => row.symbol ?? row.value)).toEqual(["u", "low", 37, "u", 0]);
    expect(rows.map((row) => row.reliability)).toEqual(["unreliable", null, "reliable", "unreliable", "reliable"]);
  });

  it("says the same of a small group whether some did or none", async () => {
    const rows = await pass([0, 3, 8, 17, 20].map((numerator) => ({...SHARE, numerator, denominator: 20})));
    expect(rows.map(({symbol}) => symbol)).toEqual(["u", "u", "u", "u", "u"]);
    expect(rows.map(({numerator, denominator}) => [numerator, denominator])).toEqual(Array(5).fill([null, null]));
  });

  it("works limits out of the shown parts again, so that they tell no more", async () => {
    const given = {...SHARE, value: 33.4, lower: 30.51, upper: 36.41, interval_level: 0.95};
    const rows = await pass([
      {...given, numerator: 334, denominator: 1000},
      {...given, numerator: 330, denominator: 1000}
    ]);
    expect(rows[0]).toMatchObject({numerator: 330, denominator: 1000, value: 33});
    expect([rows[0]?.lower, rows[0]?.upper]).toEqual([rows[1]?.lower, rows[1]?.upper]);
    expect(rows[0]?.lower).toBe(30.2); // Wilson of 330 in 1,000
    expect(rows[0]?.upper).toBe(36);
  });

  it("never lets a shown rate stray by more than the policy allows", async () => {
    const parts = fc
      .tuple(fc.nat(3000), fc.nat(3000))
      .map(([left, right]) => ({numerator: Math.min(left, right), denominator: Math.max(left, right)}));
    await fc.assert(
      fc.asyncProperty(fc.array(parts, {minLength: 1, maxLength: 100}), async (pairs) => {
        const rows = await pass(pairs.map((pair) => ({...SHARE, ...pair})));
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
      {...SHARE, numerator: 0, denominator: 0},
      {...SHARE, numerator: null, denominator: 50},
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
    const fact = {...SURVEY, measure: "published_fact", origin: "real"};
    const row = await one({...fact, value: 50, bound: "upper"});
    expect(row).toMatchObject({value: null, lower: null, upper: 50, bound: "upper", symbol: null});
    expect(await one({...MONEY, value: 182.85, bound: "lower"})).toMatchObject({
      value: null,
      lower: 182,
      upper: null,
      bound: "lower"
    });
  });
});
