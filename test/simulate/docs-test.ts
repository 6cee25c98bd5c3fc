import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {ADMIN_TRUTH} from "../../pipeline/simulate/adminTruth.js";
import {trueRates} from "../../pipeline/simulate/population.js";
import {LATE, RESUBMITTED, SILENT} from "../../pipeline/simulate/responseTruth.js";
import {GROUP_EFFECTS, REGION_EFFECTS, ROLES} from "../../pipeline/simulate/truth.js";
import {world} from "./returns.js";

const lines = readFileSync("docs/simulator.md", "utf8").split("\n");
const cells = (line: string): string[] => line.split("|").map((cell) => cell.trim());
const has = (...start: (string | number)[]): boolean =>
  lines.some((line) => start.every((text, index) => cells(line)[index + 1] === String(text)));

describe("docs/simulator.md", () => {
  it("lists the planted offer and uptake of every role", () => {
    const missing = Object.entries(ROLES).filter(
      ([role, {offered, taken}]) =>
        !lines.some((line) => line.startsWith(`| ${role} |`) && line.includes(` | ${offered} | ${taken} | `))
    );
    expect(missing).toEqual([]);
  });

  it("lists every planted difference", () => {
    const effects = [
      ...Object.entries(REGION_EFFECTS).map(([region, effect]) => [`region/${region}`, effect] as const),
      ...Object.entries(GROUP_EFFECTS)
    ];
    expect(effects.filter(([group, {offered, taken}]) => !has(group, offered, taken))).toEqual([]);
  });

  it("gives the true rates of the committed seed", () => {
    const percent = (part: number, whole: number): string => ((100 * part) / whole).toFixed(1);
    const listed = trueRates(world(2004)).filter(({dimension}) =>
      ["all", "teaching assistant", "region", "sex", "ethnicity", "disability", "working pattern"].includes(dimension)
    );
    const wrong = listed.filter(
      ({dimension, group, staff, offered, started}) =>
        !has(dimension, group, staff.toLocaleString("en-GB"), percent(offered, staff), percent(started, offered))
    );
    expect(wrong).toEqual([]);
  });

  it("names the local LSCs that are silent, late or send twice, and the planted administrative figures", () => {
    const text = lines.join("\n");
    for (const code of [...SILENT, ...LATE, ...RESUBMITTED]) expect(text).toContain(code);
    expect(text).toContain(Object.values(ADMIN_TRUTH.regionUplift).join(", "));
    expect(text).toContain(`${ADMIN_TRUTH.trainingPilotUplift} times`);
    expect(text).toContain(`${ADMIN_TRUTH.csbmStartsBeforeOctober} and ${ADMIN_TRUTH.csbmStartsInOctober}`);
  });
});
