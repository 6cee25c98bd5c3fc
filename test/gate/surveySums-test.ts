import * as fc from "fast-check";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import type {ReleaseRow} from "../../pipeline/audit/release.js";
import {surveyDisclosures} from "../../pipeline/audit/survey.js";
import {SURFACE} from "../../pipeline/contracts/published/figureTables.js";
import {POLICY} from "../../pipeline/gate/policy.js";
import {openWarehouse, type Row, type Warehouse} from "../../pipeline/warehouse.js";
import {passFigures} from "./pass.js";

let warehouse: Warehouse;
beforeEach(async () => {
  warehouse = await openWarehouse();
});
afterEach(() => warehouse.close());

const ANSWERS: Row = {
  measure: "survey_percent",
  unit: "per cent of staff",
  period_type: "survey",
  period: "2004-03",
  area_level: "national",
  area_code: "ENG"
};
const DEPTHS = ["One level", "Two levels", "Three levels"];
const OFFERS = ["Up to 12 months ago", "13 to 24 months ago", "25 to 60 months ago", "Never"];

/** People short of required levels, in all and by how many. */
const gaps = (parts: readonly number[], {base, role_id = null}: {base: number; role_id?: string | null}): Row[] => [
  {...ANSWERS, indicator_id: "GAP-01", role_id, base, value: parts.reduce((sum, part) => sum + part, 0)},
  ...parts.map((value, index) => ({
    ...ANSWERS,
    indicator_id: "GAP-01",
    role_id,
    dimension_1: "gap depth",
    category_1: DEPTHS[index] ?? null,
    base,
    value
  }))
];
const offers = (parts: readonly number[], base: number): Row[] =>
  parts.map((value, index) => ({
    ...ANSWERS,
    indicator_id: "OFF-02",
    dimension_1: "last offer",
    category_1: OFFERS[index] ?? null,
    base,
    value
  }));

/** What is shown of each figure: of the percentage itself, and of its parts. */
async function shown(figures: readonly Row[]): Promise<Record<string, unknown>> {
  const rows = await passFigures(warehouse.connection, {figures});
  return Object.fromEntries(rows.map((row) => [row.category_1 ?? "all", row.symbol ?? row.value]));
}
const told = (rows: readonly Row[]) =>
  surveyDisclosures(rows as unknown as readonly ReleaseRow[], {
    surface: SURFACE,
    policy: {...POLICY, base: POLICY.roundingBase}
  });

describe("withholdSums(connection, surface)", () => {
  it("withholds the parts of what is withheld", async () => {
    expect(await shown(gaps([37, 58, 5], {base: 130, role_id: "R17"}))).toEqual({
      all: "c",
      "One level": "c",
      "Two levels": "c",
      "Three levels": "c"
    });
    expect(await shown(gaps([37, 38, 5], {base: 130}))).toEqual({
      all: 80,
      "One level": 37,
      "Two levels": 38,
      "Three levels": 5
    });
  });

  it("withholds one part more where the others would give one away", async () => {
    const small = await shown(gaps([12, 30, 0], {base: 40}));
    expect(small).toMatchObject({all: 42, "Two levels": 30, "Three levels": "c"});
    expect(await shown(offers([60, 29, 11, 0], 40))).toMatchObject({"Up to 12 months ago": 60, Never: "c"});
  });

  it("leaves nothing that the audit finds told", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({min: 0, max: 12}), {minLength: 4, maxLength: 4}),
        fc.integer({min: 30, max: 400}),
        async (weights, base) => {
          const sum = weights.reduce((before, weight) => before + weight, 0) || 1;
          const parts = weights.map((weight) => (100 * weight) / sum);
          const rows = await passFigures(warehouse.connection, {
            figures: [...gaps(parts.slice(0, 3), {base}), ...offers(parts, base)]
          });
          expect(told(rows)).toEqual([]);
        }
      ),
      {numRuns: 12}
    );
  });
});
