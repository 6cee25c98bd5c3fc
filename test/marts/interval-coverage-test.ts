import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {intervalCoverage} from "../../pipeline/contracts/published/interval_coverage.js";
import {rowSchema} from "../../pipeline/contracts/published/table.js";
import {buildOnly} from "./only.js";
import {createWorld, type World} from "./world.js";

const row = {
  indicator_id: "OFF-01",
  kind_of_group: "region",
  interval: "95% Wilson on the effective base",
  seeds: "1 to 20",
  seeds_count: 20,
  intervals_count: 180,
  covered_count: 175,
  covered_percent: 97.2,
  lower: 93.1,
  upper: 98.9,
  bias_points: -0.18,
  error_ratio: 1.05,
  command: "npm run coverage -- --seeds 20 --from 1",
  code_sha256: "0".repeat(64),
  basis: "project_assigned",
  source: "bench/coverage.ts"
};

describe("marts.interval_coverage", () => {
  let world: World;

  beforeAll(async () => {
    world = await createWorld();
    await world.insert("reference.interval_coverage", [{...row, kind_of_group: "sex", error_ratio: null}, row]);
    await buildOnly(world, "marts.interval_coverage");
  });
  afterAll(() => world.close());

  it("passes on what the reference table says, as of synthetic origin, in the shape that is published", async () => {
    const rows = await world.query("select * from marts.interval_coverage");
    expect(rows).toEqual([
      {...row, origin: "synthetic"},
      {...row, kind_of_group: "sex", error_ratio: null, origin: "synthetic"}
    ]);
    expect(rows.map((of) => rowSchema(intervalCoverage).parse(of))).toEqual(rows);
  });
});
