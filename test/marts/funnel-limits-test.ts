import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {build} from "../../pipeline/marts/funnel_limits.js";
import {funnel, funnelLimits} from "../../pipeline/methods/funnel.js";
import {openWarehouse, query, type Row, type Warehouse} from "../../pipeline/warehouse.js";
import {makeTable} from "../gate/marts.js";

let warehouse: Warehouse;

beforeEach(async () => {
  warehouse = await openWarehouse();
  await warehouse.connection.run("create schema marts");
});

afterEach(() => warehouse.close());

/** Learners and staff of seven local LSCs, some of which differ by more than chance. */
const AREAS = [
  [145, 4645],
  [335, 12245],
  [65, 6555],
  [105, 8245],
  [95, 7145],
  [45, 8005],
  [255, 20005]
] as const;

async function limits(counts: readonly (readonly [learners: number, staff: number])[]): Promise<Row[]> {
  await makeTable(warehouse.connection, {
    name: "marts.admin_uptake",
    rows: counts.map(([numerator, denominator], index) => ({
      indicator_id: "UPT-03",
      period_type: "academic",
      period: "2003-04",
      is_part_period: true,
      area_level: "local_lsc",
      area_code: `A${index}`,
      numerator,
      denominator,
      route_id: null,
      nqf_level: null,
      dimension_1: null,
      origin: index === 0 ? "synthetic" : "real"
    }))
  });
  await build(warehouse.connection);
  return query(warehouse.connection, "select * from marts.funnel_limits order by unit, lower");
}

describe("marts.funnel_limits", () => {
  it("says where the limits lie for an area of a size, as shares of the rate of all", async () => {
    const rows = await limits(AREAS);
    const counts = AREAS.map(([count, base]) => ({count, base}));
    const {target, tauSquared} = funnel(counts, {kind: "rate"});
    const limitsThere = funnelLimits(20_000, {target, tauSquared, kind: "rate"});
    const [row] = rows.filter(
      ({category_3, interval_level}) => category_3 === "20000 staff" && interval_level === 0.95
    );
    expect(row).toMatchObject({
      indicator_id: "REG-02",
      unit: "per cent of the rate of all areas, 95% limits",
      measure: "statistic",
      value: 100,
      dimension_3: "size of area",
      origin: "synthetic"
    });
    expect(Number(row?.lower)).toBeCloseTo((100 * limitsThere.lower95) / target, 9);
    expect(Number(row?.upper)).toBeCloseTo((100 * limitsThere.upper95) / target, 9);
  });

  it("widens with the level of the limits, and narrows with size", async () => {
    const rows = await limits(AREAS);
    const width = (size: string, level: number): number => {
      const row = rows.find(
        ({category_3, interval_level}) => category_3 === `${size} staff` && interval_level === level
      );
      return Number(row?.upper) - Number(row?.lower);
    };
    expect(width("4000", 0.998)).toBeGreaterThan(width("4000", 0.95));
    expect(width("4000", 0.95)).toBeGreaterThan(width("20000", 0.95));
  });

  it("says no more of an area than which ten its counts lie in", async () => {
    const values = (rows: readonly Row[]) => rows.map(({lower, upper}) => [lower, upper]);
    const plain = values(await limits(AREAS));
    const near = values(await limits(AREAS.map(([learners, staff]) => [learners + 4, staff - 5])));
    const far = values(await limits(AREAS.map(([learners, staff], index) => [learners + 40 * index, staff])));
    expect(near).toEqual(plain);
    expect(far).not.toEqual(plain);
  });

  it("has no funnel of fewer than five areas, nor of areas where nobody learns", async () => {
    expect(await limits(AREAS.slice(0, 4))).toEqual([]);
    expect(await limits(AREAS.map(([, staff]) => [0, staff]))).toEqual([]);
  });
});
