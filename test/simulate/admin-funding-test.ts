import {describe, expect, it} from "vitest";
import {funding} from "../../pipeline/contracts/funding.js";
import {simulateFunding} from "../../pipeline/simulate/funding.js";
import {readTable} from "../reference/tables.js";
import {AS_AT, heldUnder, inUse, judgeFiles, total, world} from "./returns.js";

const files = simulateFunding(world());
const rows = judgeFiles(funding, inUse(files));
const accepted = rows.filter(({isHeld}) => !isHeld);

describe("simulateFunding(world)", () => {
  it.each(["B02", "B03"])("allocates exactly the plan's sum of line %s, to all 150 LEAs", (line) => {
    const own = accepted.filter(({row, file}) => row.line_id === line && file.sender === "DFES");
    const stated = readTable("funding_lines").find(({line_id}) => line_id === line);
    expect(total(own, "allocation_gbp")).toBe(Number(stated?.amount_gbp));
    expect(own.length).toBe(150);
  });

  it("leaves allocations to DfES, so that nothing is counted twice", () => {
    const byLeas = accepted.filter(({file}) => file.sender !== "DFES");
    expect(byLeas.every(({row}) => row.allocation_gbp === null)).toBe(true);
  });

  it("lets most LEAs spend part of Grant 25 and leave the delegated grant blank", () => {
    const grant = accepted.filter(({row, file}) => row.line_id === "B03" && file.sender !== "DFES");
    const share = total(grant, "outturn_gbp") / 38_000_000;
    expect(share).toBeGreaterThan(0.05);
    expect(share).toBeLessThan(0.25);
    const delegated = accepted.filter(({row, file}) => row.line_id === "B02" && file.sender !== "DFES");
    const told = delegated.filter(({row}) => row.outturn_gbp !== null).length;
    expect(told / delegated.length).toBeLessThan(0.3);
  });

  it("has LEAs that are late and LEAs that never send, and holds rows of a line that does not exist", () => {
    expect(files.some(({received}) => received > AS_AT)).toBe(true);
    expect(new Set(files.map(({sender}) => sender)).size).toBeLessThan(151);
    expect(heldUnder(judgeFiles(funding, files))["FND-001"]).toBeGreaterThan(0);
    expect(Object.keys(heldUnder(rows)).every((code) => code === "FND-001")).toBe(true);
  });

  it("tells only of months that had ended when the file was received, but for DfES's of April", () => {
    for (const {row, file} of rows)
      if (file.sender !== "DFES") expect(String(row.month) < file.received.slice(0, 7)).toBe(true);
  });
});
