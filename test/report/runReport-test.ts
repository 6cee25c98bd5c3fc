import {describe, expect, it} from "vitest";
import {type Machine, type ReportFlags, type ReportName, runReport} from "../../pipeline/actions.js";

const machine = {say: () => undefined} as unknown as Machine;
const run = (name: ReportName, flags: Partial<ReportFlags>): Promise<void> =>
  runReport(name, {root: "nowhere", out: ".", machine, ...flags});

describe("runReport(name, options)", () => {
  it.each([
    ["area", {}],
    ["july-progress", {area: "NE"}],
    ["july-progress", {all: true}]
  ] as const)("refuses %s with %o", async (name, flags) => {
    await expect(run(name, flags)).rejects.toMatchObject({message: expect.stringContaining("--all"), exitCode: 2});
  });

  it("says where nothing has been built yet", async () => {
    await expect(run("july-progress", {})).rejects.toThrow(/nowhere/);
  });
});
