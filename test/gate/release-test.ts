import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {auditRelease} from "../../pipeline/auditRelease.js";
import {SURFACE} from "../../pipeline/contracts/published/figureTables.js";
import {shownBefore} from "../../pipeline/gate/previous.js";
import {publish} from "../../pipeline/publish/publish.js";
import {openWarehouse, type Row, type Warehouse} from "../../pipeline/warehouse.js";
import {passFigures} from "./pass.js";

const YEAR = "2003-04";
const MONTHS = ["2003-09", "2003-10", "2004-01", "2004-02"];
const PROGRAMMES = ["app_teaching_assistant", "app_specialist_teaching_assistant"];
const AREAS: readonly (readonly [level: string, code: string, parent: string | null])[] = [
  ["national", "ENG", null],
  ["region", "YH", "ENG"],
  ["region", "NE", "ENG"],
  ["local_lsc", "LLSC01", "YH"],
  ["local_lsc", "LLSC02", "YH"],
  ["local_lsc", "LLSC03", "NE"]
];
const TABLES = {
  "marts.areas": AREAS.map(([area_level, area_code, parent_code]) => ({
    area_level,
    area_code,
    area_name: `Area ${area_code}`,
    parent_code,
    short_name: null,
    tile_column: null,
    tile_row: null,
    basis: "stated",
    source: "Hansard"
  }))
};

let warehouse: Warehouse;
let folder: string;
beforeEach(async () => {
  warehouse = await openWarehouse();
  folder = mkdtempSync(join(tmpdir(), "uptake-two-releases-"));
});
afterEach(() => {
  warehouse.close();
  rmSync(folder, {recursive: true, force: true});
});

/** Few people, spread thin: who began in a local LSC and month on a programme; `late` came in after the release before. */
function begun({local, month, programme}: {local: number; month: number; programme: number}, late: number): number {
  const before = [0, 3, 12, 1, 7, 0, 2, 25, 5, 4, 9][(5 * local + 3 * month + 7 * programme) % 11] ?? 0;
  return before + (local === 0 && month === 3 && programme === 0 ? late : 0);
}

/** All tables of starts that the surface lists for areas, months and programmes, with learners beside the staff. */
function release({late = 0}: {late?: number} = {}): Row[] {
  const locals = AREAS.filter(([level]) => level === "local_lsc");
  const lies = (local: string, area: string): boolean =>
    area === "ENG" || area === local || AREAS.find(([, code]) => code === local)?.[2] === area;
  const rows: Row[] = [];
  for (const [area_level, area_code] of AREAS) {
    for (const programme of [undefined, ...PROGRAMMES.keys()]) {
      const programme_id = programme === undefined ? null : (PROGRAMMES[programme] ?? null);
      const count = (months: readonly number[]): number => {
        let total = 0;
        for (const [local, [, code]] of locals.entries())
          for (const month of months)
            for (const index of PROGRAMMES.keys())
              if (lies(code, area_code) && (programme ?? index) === index)
                total += begun({local, month, programme: index}, late);
        return total;
      };
      const row = {area_level, area_code, programme_id, unit: "starts"};
      const all = [...MONTHS.keys()];
      rows.push({...row, period: YEAR, value: count(all)});
      if (area_level === "local_lsc") continue;
      rows.push({...row, period_type: "financial", period: YEAR, value: count(all)});
      for (const [month, period] of MONTHS.entries())
        rows.push({...row, period_type: "month", period, value: count([month])});
    }
  }
  return rows;
}

const pass = (figures: readonly Row[], rest: {seed?: string; previous?: ReadonlyMap<string, number>} = {}) =>
  passFigures(warehouse.connection, {figures, tables: TABLES, seed: "a secret for tests", ...rest});

const shown = (rows: readonly Row[]) => shownBefore(new Map([["indicators", rows]]), SURFACE);
const keyOf = (row: Row): string => [row.period_type, row.period, row.area_code, row.programme_id].join("|");

describe("a release of linked tables through passGate(connection, options)", () => {
  it("adds up over areas, months and programmes wherever anybody looks", async () => {
    const rows = await pass(release());
    expect(rows.filter(({symbol}) => symbol !== null && symbol !== "low")).toEqual([]);
    expect(rows.some(({symbol}) => symbol === "low")).toBe(true);
    const number = new Map(rows.map((row) => [keyOf(row), row.symbol === "low" ? 0 : Number(row.value)]));
    const sum = (of: readonly Row[]): number =>
      of.reduce((total, row) => total + (number.get(keyOf(row)) ?? Number.NaN), 0);
    const sums = {areas: 0, months: 0, programmes: 0};
    for (const row of rows) {
      const same = rows.filter((other) => other.period_type === row.period_type && other.period === row.period);
      const below = AREAS.filter(([, , parent]) => parent === row.area_code).map(([, code]) => code as unknown);
      const areas = same.filter((other) => below.includes(other.area_code) && other.programme_id === row.programme_id);
      const programmes = same.filter((other) => other.area_code === row.area_code && other.programme_id !== null);
      const months = rows.filter(
        (other) =>
          other.period_type === "month" && other.area_code === row.area_code && other.programme_id === row.programme_id
      );
      const whole = number.get(keyOf(row));
      if (areas.length > 0) expect([keyOf(row), sum(areas)]).toEqual([keyOf(row), whole]);
      if (row.programme_id === null) expect([keyOf(row), sum(programmes)]).toEqual([keyOf(row), whole]);
      if (row.period_type !== "month" && months.length > 0)
        expect([keyOf(row), sum(months)]).toEqual([keyOf(row), whole]);
      sums.areas += Number(areas.length > 0);
      sums.months += Number(row.period_type !== "month" && months.length > 0);
      sums.programmes += Number(row.programme_id === null);
    }
    expect(sums).toEqual({areas: 24, months: 18, programmes: 21});
  });

  it("gives the same for the same seed, in whatever order marts list their rows", async () => {
    const first = await pass(release());
    expect(await pass(release().toReversed())).toEqual(first);
  });

  it("shows what did not change as it was in the release before, whatever the seed", async () => {
    const first = await pass(release());
    expect(await pass(release(), {seed: "another", previous: shown(first)})).toEqual(first);
  });

  it("remembers what was low as rounded to none", async () => {
    const first = await pass([{value: 4, unit: "starts", period: YEAR}]);
    expect(first[0]?.symbol).toBe("low");
    expect(shown(first)).toEqual(new Map([[`starts|academic ${YEAR}|ENG`, 0]]));
    const second = await pass([{value: 6, unit: "starts", period: YEAR}], {previous: shown(first)});
    expect(second[0]?.symbol).toBe("low");
  });

  it("lets nobody subtract one release from the next", async () => {
    const before = await pass(release());
    await publish(warehouse.connection, {out: join(folder, "before"), asAt: "2004-06-30"});
    for (const late of [1, 4, 9]) {
      const now = await pass(release({late}), {previous: shown(before)});
      const out = join(folder, `late ${late}`);
      await publish(warehouse.connection, {out, asAt: "2004-06-30"});
      const {faults, disclosures} = await auditRelease(join(out, "data"), {previous: join(folder, "before/data")});
      expect({faults, disclosures}).toEqual({faults: [], disclosures: []});
      const far = now.filter((row) => row.area_code === "LLSC03");
      expect(far).toEqual(before.filter((row) => row.area_code === "LLSC03"));
    }
  });
});
