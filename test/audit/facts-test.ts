import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, it} from "vitest";
import {factRows} from "../../pipeline/audit/facts.js";
import {factConditions} from "../../pipeline/auditRelease.js";
import {POLICY} from "../../pipeline/gate/policy.js";

const folder = mkdtempSync(join(tmpdir(), "uptake-facts-"));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const COLUMNS = [
  ...["indicator_id", "area_level", "period_type", "programme_id", "dimension_1", "value", "bound", "symbol", "origin"]
] as const;
type Line = Partial<Record<(typeof COLUMNS)[number], string>>;

/** Whether each line of a published file is a fact. */
async function areFacts(lines: readonly Line[]): Promise<boolean[]> {
  const path = join(folder, "indicators.csv");
  const rows = lines.map((line) => COLUMNS.map((name) => line[name] ?? "").join(","));
  writeFileSync(path, `${[COLUMNS.join(","), ...rows].join("\n")}\n`);
  const found = await factRows(path, factConditions());
  return lines.map((_, place) => found.has(place));
}

const SERIES: Line = {
  indicator_id: "WRK-01",
  area_level: "national",
  period_type: "census",
  value: "133417",
  origin: "real"
};
const BOUND: Line = {
  indicator_id: "OFF-01",
  area_level: "national",
  period_type: "survey",
  bound: "upper",
  origin: "real"
};
const TOTAL: Line = {
  indicator_id: "APP-01",
  area_level: "national",
  period_type: "academic",
  programme_id: "app_teaching_assistant",
  value: "4661",
  origin: "real"
};

describe("factRows(path, conditions)", () => {
  it("knows what was published elsewhere", async () => {
    expect(await areFacts([SERIES, BOUND, TOTAL])).toEqual([true, true, true]);
  });

  it.each([
    ["is synthetic", {origin: "synthetic"}],
    ["is estimated", {origin: "estimated"}],
    ["is of a region", {area_level: "region"}],
    ["has a symbol", {symbol: "c", value: "c"}]
  ])("takes nothing for a fact that %s", async (_, change) => {
    expect(await areFacts([SERIES, BOUND, TOTAL].map((line) => ({...line, ...change})))).toEqual([false, false, false]);
  });

  it("takes no number for a fact that is smaller than its rule lets pass", async () => {
    const values = ["0", "1", "9", "10"].map((value) => ({...TOTAL, value}));
    expect(await areFacts(values)).toEqual([true, false, false, true]);
  });

  it("asks of every rule that it be real, but of those about promises, roles of our lists and senders", () => {
    const open = POLICY.facts.filter(({where}) => !where.includes("origin = 'real'"));
    expect(open.map(({name}) => name)).toEqual(["qualification_gaps", "plan_promises", "return_completeness"]);
  });
});
