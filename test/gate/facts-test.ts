import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {openWarehouse, type Row, type Warehouse} from "../../pipeline/warehouse.js";
import {passFigures} from "./pass.js";

let warehouse: Warehouse;
beforeEach(async () => {
  warehouse = await openWarehouse();
});
afterEach(() => warehouse.close());

const pass = (figures: readonly Row[]): Promise<Row[]> => passFigures(warehouse.connection, {figures});

/** Whether what is shown may stand for a number. */
function fits(number: number, row: Row | undefined): boolean {
  if (row?.symbol === "low") return number >= 1 && number <= 9;
  if (row?.symbol === "c") return true;
  const shown = Number(row?.value);
  return shown === 0 ? number === 0 : Math.abs(number - shown) < 10;
}

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
