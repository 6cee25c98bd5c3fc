import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {SURFACE} from "../../pipeline/contracts/published/figureTables.js";
import {PUBLISHED_TABLES} from "../../pipeline/contracts/published/tables.js";
import {shownBefore} from "../../pipeline/gate/previous.js";
import {openWarehouse, query, type Row, type Warehouse} from "../../pipeline/warehouse.js";
import {COUNTED_MONTH, RETURN, TARGET, TRAJECTORY} from "./marts.js";
import {passFigures} from "./pass.js";

let warehouse: Warehouse;
beforeEach(async () => {
  warehouse = await openWarehouse();
});
afterEach(() => warehouse.close());

type Published = ReadonlyMap<string, readonly Row[]>;

const PLACES = Array.from({length: 24}, (_, index) => `LLSC${String(index + 1).padStart(2, "0")}`);
const COMPETENCES = ["lead_reading", "meet_needs", "plan_work", "support_literacy", "use_ict"];
const MONTHS = ["2003-09", "2003-10", "2003-11", "2003-12", "2004-01"];

/** Mostly fives, between which the seed decides. */
const few = (index: number): number => [5, 15, 3, 5, 27, 5, 8, 115, 5, 1][index % 10] ?? 0;

interface Late {
  late?: number; // people of the first place
  lateRows?: number; // rows of its return
  lateAnswers?: number; // to the first question, everywhere
}

/** Starts, rates and answers that nothing joins, with what has come in since the release before. */
function figures({late = 0, lateAnswers = 0}: Late): Row[] {
  const local = PLACES.map((area_code, index) => ({area_level: "local_lsc", area_code, period: "2003-04", index}));
  return [
    ...local.map(({index, ...place}) => ({...place, unit: "starts", value: few(index) + (index === 0 ? late : 0)})),
    ...local.map(({index, ...place}) => {
      const denominator = 4 * few(index) + (index === 0 ? late : 0);
      const parts = {numerator: few(index), denominator, value: 25};
      return {...place, ...parts, indicator_id: "OUT-01", measure: "rate", unit: "per cent"};
    }),
    ...["ENG", "YH", "NE"].flatMap((area_code, area) =>
      COMPETENCES.map((category_1, index) => {
        const base = [245, 35, 15][area] ?? 0;
        return {
          indicator_id: "GAP-01",
          measure: "survey_percent",
          unit: "per cent",
          period_type: "survey",
          period: "2004-03",
          area_level: area_code === "ENG" ? "national" : "region",
          area_code,
          dimension_1: "competence",
          category_1,
          value: 40,
          base: base + (index === 0 ? lateAnswers : index === 2 ? -10 : 0)
        };
      })
    )
  ];
}

async function release(options: {seed?: string; before?: Published} & Late = {}): Promise<Published> {
  const {seed = "a secret for tests", before, lateRows = 0} = options;
  await passFigures(warehouse.connection, {
    figures: figures(options),
    tables: {
      "marts.returns": PLACES.map((sender_id, index) => ({
        ...RETURN,
        sender_id,
        rows_used_count: 10 * few(index) + 5 + (index === 0 ? lateRows : 0),
        rows_held_count: few(index + 3)
      })),
      "marts.progress": [{...TARGET, actual_count: 1235, baseline_count: 5, recent_count: 1005}],
      "marts.trajectories": [
        ...MONTHS.map((month, index) => ({...COUNTED_MONTH, month, observed_count: 100 * index + 5})),
        TRAJECTORY
      ]
    },
    seed,
    previous: before && shownBefore(before, SURFACE)
  });
  const published = new Map<string, readonly Row[]>();
  for (const {table, key} of PUBLISHED_TABLES)
    published.set(
      table,
      await query(warehouse.connection, `select * from published.${table} order by ${key.join(", ")}`)
    );
  return published;
}

describe("shownBefore(tables, surface)", () => {
  it("holds every table to the release before, whatever the seed", async () => {
    const before = await release();
    const free = await release({seed: "another"});
    const moved = (table: string) => JSON.stringify(free.get(table)) !== JSON.stringify(before.get(table));
    expect(["indicators", "progress", "returns", "trajectories"].filter(moved)).toEqual([
      "indicators",
      "progress",
      "returns",
      "trajectories"
    ]);
    const held = await release({seed: "another", before});
    for (const [table, rows] of held) expect({table, rows}).toEqual({table, rows: before.get(table)});
  });

  it("moves nothing but what a late return changed", async () => {
    const before = await release();
    const now = await release({seed: "another", before, late: 20, lateRows: 40});
    const moved = (table: string, name: string): unknown[] =>
      (now.get(table) ?? [])
        .filter((row, index) => JSON.stringify(row) !== JSON.stringify(before.get(table)?.[index]))
        .map((row) => row[name]);
    expect(moved("returns", "sender_id")).toEqual(["LLSC01"]);
    expect(new Set(moved("indicators", "area_code"))).toEqual(new Set(["LLSC01"]));
    expect(moved("progress", "target_id")).toEqual([]);
    expect(moved("trajectories", "month")).toEqual([]);
  });

  it("knows a number of answers whatever other answers it stood beside", async () => {
    const before = await release();
    const now = await release({seed: "another", before, lateAnswers: 20});
    const bases = (published: Published) =>
      (published.get("indicators") ?? [])
        .filter(({indicator_id: id, category_1: answer}) => id === "GAP-01" && answer !== COMPETENCES[0])
        .map(({area_code: area, category_1: answer, base}) => [area, answer, base]);
    expect(bases(now)).toEqual(bases(before));
    expect([...shownBefore(before, SURFACE).keys()].filter((id) => id.includes("beside="))).toHaveLength(15);
  });
});
