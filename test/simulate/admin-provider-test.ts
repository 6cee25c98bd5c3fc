import {describe, expect, it} from "vitest";
import {provider} from "../../pipeline/contracts/provider.js";
import {simulateProviders} from "../../pipeline/simulate/provider.js";
import {collegeProviders} from "../../pipeline/simulate/providers.js";
import {judgeFiles, total, world} from "./returns.js";

const files = simulateProviders(world());
const rows = judgeFiles(provider, files);

describe("simulateProviders(world)", () => {
  it("lists 250 fictitious providers of the LSC, 36 of TTA and 11 centres of NCSL, without a fault", () => {
    expect(files.map(({sender, rows: {length}}) => [sender, length])).toEqual([
      ["LSC", 250],
      ["TTA", 36],
      ["NCSL", 11]
    ]);
    expect(rows.flatMap(({issues}) => issues)).toEqual([]);
    expect(new Set(rows.map(({row}) => row.provider_id)).size).toBe(297);
  });

  it("says of each that it is fictitious and synthetic", () => {
    for (const {row} of rows) expect(row.provider_name).toMatch(/^Fictitious .*\(synthetic\)$/);
  });

  it("has room for around 7,000 HLTA places and at least 1,000 certificate places a year", () => {
    const capacity = (sender: string, kind: string) =>
      total(
        rows.filter(({file, row}) => file.sender === sender && row.capacity_kind === kind),
        "annual_capacity"
      );
    expect(capacity("TTA", "maximum")).toBeGreaterThanOrEqual(7000);
    expect(capacity("TTA", "maximum")).toBeLessThan(8000);
    expect(capacity("NCSL", "minimum")).toBeGreaterThanOrEqual(1000);
  });

  it("has a provider in the area of each local LSC", () => {
    expect(new Set(collegeProviders(world()).map(({lea}) => lea.llsc)).size).toBe(47);
  });
});
