import {describe, expect, it} from "vitest";
import {indicators} from "../../../pipeline/contracts/published/indicators.js";
import {tableArrow} from "../../../pipeline/publish/arrow.js";
import {arrowRows, cubeOf, openCube} from "../../../src/components/explore/cube.js";
import {bySex, figure, WITHHELD} from "./cube.js";

const ROWS = [
  figure(),
  bySex("Female", {value: 55}),
  bySex("Male", WITHHELD),
  figure({indicator_id: "UPT-01", is_part_period: true, base: null})
];
const BYTES = tableArrow(indicators, ROWS);

describe("openCube(bytes)", () => {
  it("holds the rows of the file, by indicator", () => {
    const cube = openCube(BYTES);
    expect(cube.size).toBe(4);
    expect(cube.ids).toEqual(["OFF-01", "UPT-01"]);
    expect([...cube.figures("OFF-01"), ...cube.figures("UPT-01")]).toEqual(ROWS);
  });

  it("holds the same as rows that are there already, and nothing of an indicator that is not", () => {
    const [opened, made] = [openCube(BYTES), cubeOf(ROWS)];
    expect(opened.ids).toEqual(made.ids);
    for (const id of [...made.ids, "NONE-01"]) expect(opened.figures(id)).toEqual(made.figures(id));
  });

  it("puts together the rows of an indicator that stand apart", () => {
    const cube = openCube(tableArrow(indicators, [...ROWS, figure({value: 1})]));
    expect(cube.figures("OFF-01").map(({value}) => value)).toEqual([50, 55, null, 1]);
  });

  it("opens a file without rows", () => {
    expect(openCube(tableArrow(indicators, [])).ids).toEqual([]);
    expect(arrowRows(tableArrow(indicators, []))).toEqual([]);
  });
});
