import {describe, expect, it} from "vitest";
import {groupedLines} from "../../src/components/groupedLines.js";

const SIZES = {heading: 30, raised: 10, step: 20};

describe("groupedLines(rows, sizes)", () => {
  it("puts each row under the name of its group, at the middle of its room", () => {
    const rows = [
      {group: "Regions", name: "North East"},
      {group: "LEAs", name: "Durham"},
      {group: "Regions", name: "London"}
    ];
    expect(groupedLines(rows, SIZES)).toEqual({
      lines: [
        {group: "Regions", y: 20},
        {group: "Regions", row: rows[0], y: 40},
        {group: "Regions", row: rows[2], y: 60},
        {group: "LEAs", y: 90},
        {group: "LEAs", row: rows[1], y: 110}
      ],
      end: 120
    });
  });

  it("keeps no room for the name of rows without a group", () => {
    const row = {group: ""};
    expect(groupedLines([row], SIZES)).toEqual({lines: [{group: "", row, y: 10}], end: 20});
  });
});
