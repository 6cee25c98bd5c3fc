import {describe, expect, it} from "vitest";
import {forbiddenImports, sourceFiles} from "./layers.js";

describe("forbiddenImports(files)", () => {
  it("finds none in the project", () => {
    expect(forbiddenImports(sourceFiles("."))).toEqual([]);
  });

  it.each([
    ["pipeline/contracts/enrolment.ts", 'import {load} from "../ingest/load.js";', "pipeline/ingest/load.js"],
    ["pipeline/contracts/enrolment.ts", 'import {parse} from "csv-parse/sync";', "csv-parse/sync"],
    ["pipeline/ingest/load.ts", 'import {passGate} from "../gate/gate.js";', "pipeline/gate/gate.js"],
    ["pipeline/publish/csv.ts", 'import {loadFile} from "../ingest/load.js";', "pipeline/ingest/load.js"],
    ["src/components/dotPlot.ts", 'import {query} from "../../pipeline/warehouse.js";', "pipeline/warehouse.js"],
    ["pipeline/gate/gate.ts", 'import {golden} from "../../test/golden.js";', "test/golden.js"]
  ])("refuses %s a planted %s", (path, text, target) => {
    expect(forbiddenImports(new Map([[path, text]]))).toEqual([`${path} must not import ${target}`]);
  });

  it("lets types through", () => {
    const files = new Map([["src/components/dotPlot.ts", 'import type {Row} from "../../pipeline/warehouse.js";']]);
    expect(forbiddenImports(files)).toEqual([]);
  });

  it("refuses process and console outside the command line, a second way to open DuckDB, and a second writer of published", () => {
    const files = new Map([
      ["pipeline/run.ts", "console.log(process.env.HOME);"],
      ["pipeline/models.ts", "await DuckDBInstance.create();"],
      ["pipeline/publish/csv.ts", "await connection.run(`insert into published.indicators select 1`);"],
      ["pipeline/publish/arrow.ts", "await query(connection, `select value from marts.survey_estimates`);"]
    ]);
    expect(forbiddenImports(files)).toEqual([
      "pipeline/run.ts must not use process or console",
      "pipeline/models.ts must not open DuckDB",
      "pipeline/publish/csv.ts must not write published tables",
      "pipeline/publish/arrow.ts must read published tables only"
    ]);
  });
});
