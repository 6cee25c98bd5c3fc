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

const SURVEY: Row = {
  indicator_id: "OFF-01",
  measure: "survey_percent",
  unit: "per cent of staff",
  period_type: "survey"
};
const twoFigures = (value: number): number => Number(value.toPrecision(2));

describe("passGate(connection, {models}) for survey percentages", () => {
  it("gives whole per cents with a rounded base and no weighted parts", async () => {
    const rows = await pass([
      {...SURVEY, value: 46.3, base: 312, numerator: 144.7, denominator: 312.9, lower: 40.26, upper: 52.4},
      {...SURVEY, value: 46.3, base: 29},
      {...SURVEY, value: 46.3, base: 4},
      {...SURVEY, value: null, base: 0}
    ]);
    expect(rows.map((row) => row.value ?? row.symbol)).toEqual([46, "u", "c", "x"]);
    expect(rows.map((row) => row.base)).toEqual([310, 30, null, null]);
    expect(rows[0]).toMatchObject({numerator: null, denominator: null, lower: 40, upper: 52});
  });

  it("is unreliable below 30 answers, or where their weights make them worth fewer", async () => {
    const rows = await pass(
      [
        {base: 29, effective_base: 200},
        {base: 30, effective_base: 29.9},
        {base: 30, effective_base: 30}
      ].map((bases) => ({...SURVEY, value: 46.3, ...bases}))
    );
    expect(rows.map((row) => row.value ?? row.symbol)).toEqual(["u", "u", 46]);
  });

  it("gives the effective base in bands", async () => {
    const rows = await pass(
      [30, 49.9, 50, 199, 999.9, 1000, null].map((effective_base) => ({
        ...SURVEY,
        value: 46.3,
        base: 1200,
        effective_base
      }))
    );
    expect(rows.map((row) => row.effective_base_band)).toEqual([
      "30 to 49",
      "30 to 49",
      "50 to 99",
      "100 to 199",
      "500 to 999",
      "1,000 or more",
      null
    ]);
  });

  it("withholds a percentage that tells too nearly how few stand behind it, or do not", async () => {
    const rows = await pass(
      [
        {value: 0, base: 40},
        {value: 100, base: 40},
        {value: 1, base: 100},
        {value: 0, base: 400},
        {value: 20, base: 40}
      ].map((given) => ({...SURVEY, ...given}))
    );
    expect(rows.map((row) => row.symbol ?? row.value)).toEqual(["c", "c", 1, 0, 20]);
  });
});

describe("passGate(connection, {models}) for statistics", () => {
  const statistic = {indicator_id: "FIN-02", measure: "statistic", period_type: "financial", base: 400};

  it("gives no more figures than the unit allows, and none of the parts", async () => {
    const rows = await pass([
      {
        ...statistic,
        unit: "pounds per start",
        base: 600,
        value: 1234.56,
        lower: 999.9,
        upper: 0.012345,
        numerator: 4,
        denominator: 3
      },
      {...statistic, unit: "percentage points", value: -4.49},
      {...statistic, unit: "ratio", value: 1.249},
      {...statistic, unit: "pounds per start of none", base: 600, value: 0}
    ]);
    expect(rows.map((row) => row.value)).toEqual([1200, -4, 1.2, 0]);
    expect(rows[0]).toMatchObject({lower: 1000, upper: 0.012, numerator: null, denominator: null, base: null});
    await expect(one({...statistic, unit: "stones", value: 1})).rejects.toThrow("unknown unit of a statistic: stones");
  });

  it("is unreliable on fewer than 30", async () => {
    const rows = await pass([29, 30].map((base) => ({...statistic, unit: "ratio", value: 17, base})));
    expect(rows.map((row) => row.symbol ?? row.value)).toEqual(["u", 17]);
  });

  it("gives a cost to one figure on fewer than 500 people, and none on fewer than 100", async () => {
    const rows = await pass(
      [99, 100, 499, 500].map((base) => ({...statistic, unit: "pounds per start", value: 1234, base}))
    );
    expect(rows.map((row) => row.symbol ?? row.value)).toEqual(["u", 1000, 1000, 1200]);
  });

  it("leads from money known to the penny back to no number below 500 of nearer than five", async () => {
    const costs = fc.tuple(fc.integer({min: 500, max: 20_000}), fc.integer({min: 1, max: 50_000_000}));
    await fc.assert(
      fc.asyncProperty(fc.array(costs, {minLength: 1, maxLength: 60}), async (pairs) => {
        const rows = await pass(
          pairs.map(([starts, money]) => ({
            ...statistic,
            unit: "pounds per start",
            value: money / starts,
            base: starts
          }))
        );
        for (const [index, [starts, money]] of pairs.entries()) {
          const shown = Number(rows[index]?.value);
          const near = [-4, -3, -2, -1, 1, 2, 3, 4].filter((by) => twoFigures(money / (starts + by)) === shown);
          expect(near.length + 1, `${money} pounds, ${starts} starts`).toBeGreaterThanOrEqual(5);
        }
      }),
      {numRuns: 10}
    );
  });
});
