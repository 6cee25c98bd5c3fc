import {mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {parse} from "csv-parse/sync";
import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import type {Catalogue} from "../../../pipeline/publish/catalogue.js";
import {csv} from "../../../pipeline/publish/csv.js";
import type {DataFile} from "../../../pipeline/publish/ees/dataFile.js";
import {dataFiles} from "../../../pipeline/publish/ees/dataFiles.js";
import {metadataRows} from "../../../pipeline/publish/ees/metadata.js";
import {writeOpenData} from "../../../pipeline/publish/ees/write.js";
import type {Figure} from "../../../pipeline/publish/figures.js";
import {release} from "../release.js";
import {AREAS, figures, invented, READING} from "./invented.js";
import {BESIDE, type ScreenedFile, screen} from "./screener.js";

/** What the government's screener warns of in every file that it passes, and why: the guidance has to say. */
const KEPT_WARNINGS = ["data_dict_col_name", "data_dict_fil_item"];
const STATISTICS = ["value", "lower", "upper", "numerator", "denominator", "base"] as const;

function written(file: DataFile): ScreenedFile {
  const header = [
    ...file.identity,
    ...file.filters.map(({column}) => column),
    ...file.measures.map(({column}) => column)
  ];
  return {
    name: `${file.name}.csv`,
    metaName: `${file.name}.meta.csv`,
    data: csv([header, ...file.rows]),
    meta: csv(metadataRows(file))
  };
}

/** What a file breaks; beside the standard, but for what its areas and periods must break. */
function faults(file: DataFile): string[] {
  const found = screen(written(file));
  return file.scope === "standard" ? found : found.filter((fault) => !BESIDE.includes(fault.split(":")[0] ?? ""));
}

/** Every number and symbol that a figure tells, with all that it is told of. */
function toldBy(figure: Figure): string[] {
  const items = [...READING.items(figure).values()].sort().join(" + ");
  return STATISTICS.flatMap((statistic) => {
    const number = figure[statistic];
    const symbol = figure.value === null && statistic === "value" ? (figure.symbol ?? "z") : "z";
    const cell = number === null ? symbol : String(number);
    const of = [
      figure.indicator_id,
      figure.unit,
      statistic,
      figure.period_type,
      figure.period,
      figure.area_code,
      items
    ];
    return cell === "z" || (number === null && statistic !== "value") ? [] : [[...of, figure.origin, cell].join(" | ")];
  });
}

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** The same, read back from the cells of a file, from rows of the origin asked for ("own": any but Total). */
function toldIn(file: DataFile, wanted: "own" | "Total"): string[] {
  const {data} = written(file);
  const periodType = file.figures[0]?.period_type ?? "";
  return (parse(data, {columns: true}) as Record<string, string>[]).flatMap((row) => {
    if ((row.origin === "Total") !== (wanted === "Total")) return [];
    const digits = row.time_period ?? "";
    const month = String(MONTHS.indexOf(row.time_identifier ?? "") + 1).padStart(2, "0");
    const period = row.period ?? `${digits.slice(0, 4)}-${digits.length === 6 ? digits.slice(4) : month}`;
    const own = row.old_la_code || row.local_lsc_code || CODES.get(row.region_code ?? "") || "ENG";
    const items = file.filters
      .filter(({column}) => column !== "origin" && row[column] !== "Total")
      .map(({column}) => row[column] ?? "")
      .sort()
      .join(" + ");
    return file.measures.flatMap(({indicator, unit, statistic, column}) => {
      const cell = row[column] ?? "";
      if (cell === "z" || (statistic !== "value" && /^[a-y]+$/.test(cell))) return [];
      const of = [indicator, unit, statistic, row.period_type ?? periodType, period, own, items];
      return [[...of, ...(wanted === "own" ? [row.origin?.toLowerCase()] : []), cell].join(" | ")];
    });
  });
}

const CODES = new Map([
  ["E12000003", "YH"],
  ["E12000007", "LN"]
]);

const withoutOrigin = (told: string): string => told.replace(/ \| (real|synthetic|estimated)( \| [^|]*)$/, "$2");

describe("dataFiles(figures, reading)", () => {
  it("makes files that pass every check of the screener, whatever the figures", () => {
    fc.assert(
      fc.property(figures, (all) => {
        expect(dataFiles(all, READING).flatMap(faults)).toEqual([]);
      }),
      {numRuns: 60, seed: 6}
    );
  });

  it("tells every figure once in all, once under its origin, and nothing more", () => {
    fc.assert(
      fc.property(figures, (all) => {
        const files = dataFiles(all, READING);
        const expected = all.flatMap(toldBy).sort();
        expect(files.flatMap((file) => toldIn(file, "own")).sort()).toEqual(expected);
        expect(files.flatMap((file) => toldIn(file, "Total")).sort()).toEqual(expected.map(withoutOrigin).sort());
      }),
      {numRuns: 60, seed: 6}
    );
  });

  it("does not depend on the order of the figures", () => {
    fc.assert(
      fc.property(figures, (all) => {
        expect(dataFiles(all.toReversed(), READING).map(written)).toEqual(dataFiles(all, READING).map(written));
      }),
      {numRuns: 30, seed: 6}
    );
  });

  it("keeps apart years, dates, local LSCs and what the standard has no period for", () => {
    const files = dataFiles(
      [
        invented({value: 48.2}),
        invented({value: 40, area_level: "local_lsc", area_code: "LLSC46"}),
        invented({value: 30, period_type: "academic", period: "2003-04", origin: "real"}),
        invented({upper: 50, bound: "upper", period: "before 2004-04", origin: "real"})
      ],
      READING
    );
    expect(files.map(({name, scope}) => [name, scope])).toEqual([
      ["staff-offers-academic-year", "standard"],
      ["staff-offers-other-periods", "other_periods"],
      ["staff-offers-survey-local-lsc-synthetic", "local_lsc"],
      ["staff-offers-survey-synthetic", "standard"]
    ]);
    expect(files.map((file) => written(file).data).join("\n")).toMatchInlineSnapshot(`
      "time_period,time_identifier,geographic_level,country_code,country_name,origin,off_01_percent_persons
      200304,Academic year,National,E92000001,England,Total,30
      200304,Academic year,National,E92000001,England,Real,30

      period_type,period,geographic_level,country_code,country_name,origin,off_01_percent_persons,off_01_percent_persons_upper
      survey,before 2004-04,National,E92000001,England,Total,z,50
      survey,before 2004-04,National,E92000001,England,Real,z,50

      time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,local_lsc_code,local_lsc_name,origin,off_01_percent_persons
      2004,March,Local LSC,E92000001,England,E12000003,Yorkshire and The Humber,LLSC46,West Yorkshire,Total,40
      2004,March,Local LSC,E92000001,England,E12000003,Yorkshire and The Humber,LLSC46,West Yorkshire,Synthetic,40

      time_period,time_identifier,geographic_level,country_code,country_name,origin,off_01_percent_persons
      2004,March,National,E92000001,England,Total,48.2
      2004,March,National,E92000001,England,Synthetic,48.2
      "
    `);
  });

  it("gives a filter without a total one that says that there is none", () => {
    const [file] = dataFiles([invented({value: 1, dimension_1: "last offer", category_1: "Never"})], READING);
    expect(file?.rows.map((row) => row.slice(5))).toEqual([
      ["Total", "Total", "z"],
      ["Never", "Total", "1"],
      ["Never", "Synthetic", "1"]
    ]);
  });

  it("writes the items of filters in words, not in codes", () => {
    const figure = invented({
      value: 1,
      dimension_1: "collection",
      category_1: "staff_questionnaire",
      dimension_2: "rate compared",
      category_2: "OFF-01",
      dimension_3: "target",
      category_3: "T04"
    });
    const [file] = dataFiles([figure], READING);
    expect(file?.rows.at(-1)?.slice(5)).toEqual([
      "T04: Places for higher level teaching assistants",
      "Staff questionnaire",
      "OFF-01: Training offered",
      "Synthetic",
      "1"
    ]);
  });

  it("writes the symbol in each of a figure's cells, and refuses a figure told twice and an area it does not know", () => {
    const [file] = dataFiles(
      [
        invented({value: 1, lower: 0, upper: 2, base: 40}),
        invented({symbol: "u", base: 20, area_level: "region", area_code: "LN"})
      ],
      READING
    );
    expect(file?.rows[2]?.slice(8)).toEqual(["u", "u", "u", "20"]);
    expect(() => dataFiles([invented({value: 1}), invented({value: 2})], READING)).toThrow("duplicate figure: OFF-01");
    expect(() => dataFiles([invented({area_code: "XX"})], READING)).toThrow("unknown area: XX");
  });
});

describe("writeOpenData(tables, {out, asAt, licences})", () => {
  let folder: string;
  let made: Catalogue;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "open-data-"));
    made = await release({out: folder});
  });
  afterAll(() => rmSync(folder, {recursive: true, force: true}));
  const read = (file: string): string => readFileSync(join(folder, file), "utf8");

  it("writes files of a release that pass the screener, names each in the catalogue, and says synthetic where it is", () => {
    for (const {scope, files, rows} of made.open_data) {
      const [data = "", meta = ""] = files;
      const found = screen({
        name: data.split("/").at(-1) ?? "",
        metaName: meta.split("/").at(-1) ?? "",
        data: read(data),
        meta: read(meta)
      });
      if (scope === "standard") expect(found).toEqual([]);
      expect(data.startsWith("data/ees/beside/")).toBe(scope !== "standard");
      expect((parse(read(data)) as string[][]).length - 1).toBe(rows);
    }
    const listed = made.tables
      .flatMap(({files}) => files.map(({file}) => file))
      .filter((file) => file.includes("/ees/"));
    const there = readdirSync(join(folder, "data/ees"), {recursive: true, withFileTypes: true})
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
    expect(listed.sort()).toEqual(there.sort());
    expect(made.open_data.map(({title}) => title)).toMatchInlineSnapshot(`
      [
        "Apprenticeships: academic years",
        "Uptake: academic years, local LSCs (with synthetic figures)",
        "Uptake: academic years (with synthetic figures)",
      ]
    `);
  });

  it("holds the figures of indicators.csv and no other number", () => {
    const all = parse(read("data/indicators.csv"), {columns: true}) as Record<string, string>[];
    const numbers = all
      .flatMap((row) => STATISTICS.map((name) => row[name] ?? ""))
      .filter((cell) => /^-?\d/.test(cell));
    const shown = made.open_data.flatMap(({files: [data = ""]}) => {
      const rows = parse(read(data), {columns: true}) as Record<string, string>[];
      const columns = Object.keys(rows[0] ?? {}).slice(Object.keys(rows[0] ?? {}).indexOf("origin") + 1);
      return rows
        .filter(({origin}) => origin !== "Total")
        .flatMap((row) => columns.map((name) => row[name] ?? ""))
        .filter((cell) => /^-?\d/.test(cell));
    });
    expect(shown.sort()).toEqual(numbers.sort());
  });

  it("tells in the guidance what each file and symbol is, and in the dictionary what each column is", () => {
    const guidance = read("data/ees/data-guidance/data-guidance.md");
    for (const {files} of made.open_data) expect(guidance).toContain(`### ${files[0]?.split("/").at(-1)}`);
    expect(guidance).toMatch(/## Synthetic figures\n\n\d of \d files/);
    expect(guidance).not.toMatch(/undefined|null|\[object/);
    for (const check of [...KEPT_WARNINGS, "geog_level", "col_req_data"]) expect(guidance).toContain(`\`${check}\``);
    const dictionary = parse(read("data/ees/data-guidance/data-dictionary.csv"), {columns: true}) as Record<
      string,
      string
    >[];
    for (const {
      files: [data = ""]
    } of made.open_data) {
      const [header = []] = parse(read(data), {toLine: 1}) as string[][];
      const name = data.split("/").at(-1);
      expect(dictionary.filter(({file}) => file === name).map(({column}) => column)).toEqual(header);
    }
    expect(dictionary.every(({label}) => label !== "")).toBe(true);
  });

  it("writes nothing where a table is missing, and refuses text that a spreadsheet takes for a formula", () => {
    const options = {out: folder, asAt: "2004-06-30", licences: []};
    expect(writeOpenData(new Map([["indicators", []]]), options)).toEqual({files: [], openData: []});
    const tables = new Map<string, readonly Record<string, string | number | boolean | null>[]>([
      ["indicators", [{...invented({value: 1, role_id: "R01"})}]],
      ["areas", AREAS.map((area) => ({...area}))],
      ["roles", [{role_id: "R01", role_name: "=HYPERLINK(1)"}]],
      ["routes", []],
      ["programmes", []],
      ["definitions", []]
    ]);
    expect(() => writeOpenData(tables, options)).toThrow(
      "unsafe text: =HYPERLINK(1) in data/ees/staff-offers-survey-synthetic"
    );
  });
});
