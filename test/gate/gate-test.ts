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

/** Whether what is shown may stand for a number. */
function fits(number: number, row: Row | undefined): boolean {
  if (row?.symbol === "low") return number >= 1 && number <= 9;
  if (row?.symbol === "c") return true;
  const shown = Number(row?.value);
  return shown === 0 ? number === 0 : Math.abs(number - shown) < 10;
}

const twoFigures = (value: number): number => Number(value.toPrecision(2));

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
      "1000 or more",
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
        value: 1234.56,
        lower: 999.9,
        upper: 0.012345,
        numerator: 4,
        denominator: 3
      },
      {...statistic, unit: "percentage points", value: -4.49},
      {...statistic, unit: "ratio", value: 1.249},
      {...statistic, unit: "pounds per start of none", value: 0}
    ]);
    expect(rows.map((row) => row.value)).toEqual([1200, -4, 1.2, 0]);
    expect(rows[0]).toMatchObject({lower: 1000, upper: 0.012, numerator: null, denominator: null, base: null});
    await expect(one({...statistic, unit: "stones", value: 1})).rejects.toThrow("unknown unit of a statistic: stones");
  });

  it("is unreliable on fewer than 30", async () => {
    const rows = await pass([29, 30].map((base) => ({...statistic, unit: "pounds per start", value: 17, base})));
    expect(rows.map((row) => row.symbol ?? row.value)).toEqual(["u", 17]);
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

  it("leaves every small part of an exact total at least five numbers that it can be", async () => {
    const part = {...fact, unit: "starts", measure: "count", dimension_1: "provider type"};
    const pairs = [...Array(9).keys()].flatMap((small) =>
      [1, 5, 9, 14, 25].map((other) => [small + 1, other] as const)
    );
    const given = pairs.flatMap(([small, other], index) =>
      [
        {...fact, unit: "starts", value: small + other},
        {...part, category_1: "college", value: small},
        {...part, category_1: "private", value: other}
      ].map((row) => ({...row, period: String(100_000 + index)}))
    );
    const rows = await pass(given);
    for (const [index, [small, other]] of pairs.entries()) {
      const here = rows.filter(({period}) => period === String(100_000 + index));
      const shown = (category: string | null) => here.find((row) => row.category_1 === category);
      const [total, one, two] = [shown(null), shown("college"), shown("private")];
      expect(total?.value ?? total?.symbol).toBe(small + other < 10 ? "low" : small + other);
      const from = total?.symbol === "low" ? 1 : small + other;
      const to = total?.symbol === "low" ? 9 : small + other;
      const can = new Set<number>();
      for (let whole = from; whole <= to; whole++)
        for (let x = 0; x <= whole; x++) if (fits(x, one) && fits(whole - x, two)) can.add(x);
      expect(can, `${small} of ${small + other}`).toContain(small);
      expect(can.size, `${small} of ${small + other}`).toBeGreaterThanOrEqual(Math.min(5, to));
    }
  });

  it("passes counts of senders, whatever share of them has reported", async () => {
    const rows = await pass([
      {
        measure: "rate",
        indicator_id: "QUA-02",
        unit: "per cent",
        dimension_1: "collection",
        category_1: "enrolment",
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
    const series = {...fact, indicator_id: "WRK-02", programme_id: null, unit: "full-time equivalents"};
    const rows = await pass([
      {...series, value: 241_700.5},
      {...series, value: 241_704, area_level: "region", area_code: "YH"}
    ]);
    expect(rows.map((row) => row.value)).toEqual([241_700.5, 241_700]);
  });
});
