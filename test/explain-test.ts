import {mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {UserError} from "../pipeline/error.js";
import {type ExplainQuestion, explain, formatExplanation} from "../pipeline/explain.js";
import {grouped} from "../pipeline/layout.js";
import {openWarehouse} from "../pipeline/warehouse.js";
import {FILE, makeTable} from "./gate/marts.js";
import {release} from "./publish/release.js";

let out: string;
let folder: string;
beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), "explain-"));
  folder = join(out, "data");
  await release({out});
});
afterAll(() => rmSync(out, {recursive: true, force: true}));

const ask = async (question: ExplainQuestion): Promise<string> => formatExplanation(await explain(folder, question));

describe("explain(folder, question)", () => {
  it("gives Teaching Assistant starts as published", async () => {
    const text = await ask({indicator: "APP-01", programme: "Teaching Assistant", period: "2023-24"});
    expect(text).toContain("4,661 starts  2023-24  England, Teaching Assistant");
    expect(text).toContain("pipeline/marts/apprenticeships.sql");
  });

  it("says which months a part year covers", async () => {
    const text = await ask({indicator: "app-01", programme: "specialist teaching assistant", period: "2025/26"});
    expect(text).toContain("2,517 starts  2025-26, part year (August to April)");
  });

  it("gives every period where none is named, and totals where there are any", async () => {
    const {figures} = await explain(folder, {indicator: "APP-01", programme: "app_teaching_assistant"});
    expect(figures.map(({period, value}) => [period, value])).toEqual([
      ["2022-23", 3974],
      ["2023-24", 4661]
    ]);
  });

  it("gives a category of a breakdown when asked, protected", async () => {
    const {figures} = await explain(folder, {indicator: "APP-01", category: "college"});
    expect(figures.map(({value}) => value)).toEqual([1030]);
  });

  it("leads to the returns with their hashes, and to rows as protected cells", async () => {
    const {returns, is_exact} = await explain(folder, {indicator: "UPT-04"});
    expect(is_exact).toBe(false);
    expect(returns).toEqual([
      {
        file: FILE.file,
        sha256: FILE.sha256,
        collection: "enrolment",
        origin: "synthetic",
        is_used: true,
        rows_used: 130,
        rows_held: "low"
      }
    ]);
  });

  it("counts rows exactly for the operator", async () => {
    const path = join(out, "warehouse.duckdb");
    const warehouse = await openWarehouse(path);
    await warehouse.connection.run("create schema raw");
    await makeTable(warehouse.connection, {name: "raw.files", rows: [FILE]});
    warehouse.close();
    const result = await explain(folder, {indicator: "UPT-04", warehouse: path});
    expect(result.returns).toMatchObject([{rows_used: 127, rows_held: 3}]);
    expect(formatExplanation(result)).toContain("rows counted exactly");
  });

  it("shows a symbol in brackets with its word", async () => {
    expect(await ask({indicator: "UPT-04", area: "Bedfordshire and Luton"})).toContain("[low]");
    expect(await ask({indicator: "UPT-04", area: "yh"})).toContain("90 learners");
  });

  it.each([
    [{indicator: "APP-01", programme: "assistant"}, "fits more than one programme: Specialist Teaching Assistant"],
    [{indicator: "APP-01", programme: "plumber"}, "expected a programme, got plumber; there are"],
    [{indicator: "APP-01", period: "1999-00"}, "it has 2022-23, 2023-24, 2025-26"],
    [{indicator: "XYZ-99"}, "published are APP-01, UPT-03, UPT-04"],
    [{indicator: "OFF-01"}, "has no published figure yet"],
    [{indicator: "UPT-04", warehouse: "/nowhere/warehouse.duckdb"}, "expected the warehouse of the last build"]
  ])("refuses %j in one line that lists the choices", async (question, message) => {
    const error = await explain(folder, question).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).message).toContain(message);
    expect((error as UserError).message).not.toContain("\n");
  });

  it("says so where nothing is published", async () => {
    await expect(explain(join(out, "nowhere"), {indicator: "APP-01"})).rejects.toThrow("expected a published file");
  });
});

describe("formatExplanation(explanation)", () => {
  it("says what the brackets hold where there are any; decimals are as many as asked, and a zero has no sign", async () => {
    const made = await explain(folder, {indicator: "UPT-04"});
    const text = formatExplanation({
      ...made,
      figures: made.figures.map((figure) => ({...figure, interval_level: 0.95, text: "1.0 (0.9 to 1.1) ratio"}))
    });
    expect(text).toContain("Figures (in brackets the 95% interval)");
    expect(formatExplanation(made)).toContain("\nFigures\n");
    expect(grouped(1, {decimals: 1})).toBe("1.0");
    expect(grouped(-0)).toBe("0");
  });

  it("sets out figure, definition, model and returns", async () => {
    await expect(
      `${await ask({indicator: "APP-01", programme: "Teaching Assistant"})}\n\n${await ask({indicator: "UPT-04"})}\n`
    ).toMatchFileSnapshot("output/explain.txt");
  });
});
