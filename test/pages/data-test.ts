import {JSDOM} from "jsdom";
import {describe, expect, it} from "vitest";
import {REASONS, SYMBOLS} from "../../pipeline/contracts/symbols.js";
import type {CatalogueTable} from "../../pipeline/publish/catalogue.js";
import {revisionSentence, revisionTable} from "../../src/components/catalogue/revisions.js";
import {fileSize, originWords, warningWords} from "../../src/components/catalogue/tableIndex.js";
import {citation, syntheticSentence} from "../../src/components/catalogue/useOfData.js";
import type {Release} from "../../src/components/release.js";
import {data} from "../../src/pages/data.js";

const {document} = new JSDOM("").window;
const options = {document, parameters: {}};

const published = (table: string, of: Partial<CatalogueTable> = {}): CatalogueTable => ({
  table,
  title: "Figures",
  row: "one figure",
  description: "Every figure.",
  key: ["indicator_id", "period"],
  rows: 1200,
  origins: {real: 200, synthetic: 1000},
  coverage: {provisional: 0, withheld: 30, part_periods: 0},
  warnings: [],
  columns: [
    {column: "value", title: "Value", description: "The figure.", unit: null, decimals: 1, type: "number or symbol"}
  ],
  files: [
    {file: `data/${table}.csv`, bytes: 4_944_170, sha256: "d1".repeat(32)},
    {file: `data/${table}.meta.csv`, bytes: 400, sha256: "d2".repeat(32)},
    {file: `data/${table}.parquet`, bytes: 129_782, sha256: "d3".repeat(32)}
  ],
  ...of
});
const FIGURES = published("indicators");
const ROLES = published("roles", {
  title: "Roles",
  rows: 46,
  origins: {},
  coverage: {provisional: 0, withheld: 0, part_periods: 0}
});

const release = (tables: readonly CatalogueTable[], of: Partial<Release> = {}): Release =>
  ({
    catalogue: {
      release: {
        tool: "uptake",
        version: "0.1.0",
        as_at: "2004-06-30",
        origin: "synthetic",
        signed_by: null,
        returns: {expected: 3, received: 2}
      },
      tables,
      open_data: [],
      warnings: []
    },
    changes: [],
    vintages: [],
    releases: [],
    notices: [],
    files: [],
    policy: [],
    definitions: [{indicator_id: "OFF-01", indicator_name: "Offered training"}],
    symbols: SYMBOLS,
    reasons: REASONS,
    ...of
  }) as unknown as Release;

describe("the title and the banner of Data", () => {
  it("count the figures and the other tables, and call synthetic rows synthetic", () => {
    expect(data.marks.title?.(release([FIGURES, ROLES]), options)).toBe(
      "All 1,200 figures can be downloaded, and one other table with them"
    );
    expect(data.marks.title?.(release([ROLES]), options)).toBe("This release holds no figures");
    expect([...data.origins(release([FIGURES, ROLES]))]).toEqual(["real", "synthetic"]);
    expect([...data.origins(release([ROLES]))]).toEqual([]);
  });
});

describe("the tables of Data", () => {
  const made = data.marks.tables?.(release([FIGURES, ROLES]), options) as HTMLElement;

  it("link to each file with its size, and to what its columns mean", () => {
    const links = [...made.querySelectorAll("tbody tr:first-child td a")];
    expect(links.map((link) => [link.getAttribute("href"), link.textContent])).toEqual([
      ["/data/indicators.csv", "CSV"],
      ["/data/indicators.meta.csv", "Columns"],
      ["/data/indicators.parquet", "Parquet"]
    ]);
    expect(links[0]?.getAttribute("aria-label")).toBe("CSV: Figures, 4.9 MB");
    expect(made.querySelector("tbody th a")?.getAttribute("href")).toBe("#table-indicators");
  });

  it("lead to a dictionary with every column, which the download holds too", () => {
    const dictionary = data.marks.dictionary?.(release([FIGURES, ROLES]), options) as HTMLElement;
    expect(dictionary.querySelector("#table-indicators tbody")?.textContent).toBe(
      "valueValueThe figure.nonenumber or symbol"
    );
    expect(dictionary.querySelector("#table-indicators")?.textContent).toContain("Key: indicator_id, period.");
    const file = data.downloads?.(release([FIGURES, ROLES])).find((found) => found.file === "dictionary.csv");
    expect(file?.rows.map((row) => row.slice(0, 2))).toEqual([
      ["Table", "Column"],
      ["indicators", "value"],
      ["roles", "value"]
    ]);
  });
});

describe("the open data of Data", () => {
  const own = (file: string, bytes = 1200) => ({file: `data/ees/${file}`, bytes, sha256: "d4".repeat(32)});
  const figures = published("indicators", {
    files: [
      ...FIGURES.files,
      own("staff-gaps-survey.csv"),
      own("beside/staff-gaps.csv"),
      own("data-guidance/data-guidance.md")
    ]
  });
  const of = release([figures]);
  const open_data = [
    {title: "Gaps, local LSCs", scope: "local_lsc" as const, rows: 94, files: ["data/ees/beside/staff-gaps.csv"]},
    {title: "Gaps", scope: "standard" as const, rows: 1585, files: ["data/ees/staff-gaps-survey.csv"]}
  ];
  const shown = {...of, catalogue: {...of.catalogue, open_data}};

  it("lists what keeps to the standard before what stands beside it, with guidance for all", () => {
    const made = data.marks.openData?.(shown, options) as HTMLElement;
    expect([...made.querySelectorAll("tbody tr")].map((row) => row.textContent)).toEqual([
      "Gapsyes1,585CSV 1 kB ",
      "Gaps, local LSCsbeside it94CSV 1 kB "
    ]);
    expect([...made.querySelectorAll("a")].map((link) => link.getAttribute("href"))).toEqual([
      "/data/ees/data-guidance/data-guidance.md",
      "/data/ees/staff-gaps-survey.csv",
      "/data/ees/beside/staff-gaps.csv"
    ]);
    expect(data.marks.openDataSentence?.(shown, options)).toMatch(
      /^Keeping to that standard: one file, .* Beside it: one file with/
    );
  });

  it("is not listed again among the files of the figures, and leaves a release without it quiet", () => {
    const tables = data.marks.tables?.(shown, options) as HTMLElement;
    expect(tables.innerHTML).not.toContain("data/ees");
    expect(data.marks.openDataSentence?.(of, options)).toBe("This release has no figures in that form.");
    expect(data.marks.openData?.(of, options)).toMatchObject({textContent: ""});
  });
});

describe("originWords(table), warningWords(table), fileSize(bytes)", () => {
  it("say where rows come from, what to know of them and how large a file is", () => {
    expect(originWords(FIGURES)).toBe("1,000 synthetic, 200 real");
    expect(originWords({rows: 11, origins: {real: 11}})).toBe("all real");
    expect(originWords({rows: 11, origins: {real: 4}})).toBe("4 real");
    expect(originWords(ROLES)).toBe("not figures");
    expect(warningWords(FIGURES)).toBe("Of 1,200 rows, 30 are withheld or too unreliable to publish.");
    expect(warningWords(ROLES)).toBe("");
    expect([4_944_170, 129_782, 400].map(fileSize)).toEqual(["4.9 MB", "130 kB", "1 kB"]);
  });
});

describe("citation(release), syntheticSentence(release)", () => {
  it("name the release, its position and the table's hash, and never hide what is synthetic", () => {
    expect(citation(release([FIGURES]))).toBe(
      "Uptake: training of school support staff in England. Release 0.1.0, position at 30 June 2004, with synthetic returns. Table indicators.csv, SHA-256 beginning d1d1d1d1d1d1d1d1."
    );
    expect(syntheticSentence(release([FIGURES, ROLES]))).toMatch(
      /^1,000 rows in one table are synthetic \(indicators\)/
    );
    expect(syntheticSentence(release([ROLES]))).toBe("No row of this release is synthetic.");
  });
});

describe("revisionSentence(release), revisionTable(release, {document})", () => {
  const change = (of: object) => ({
    indicator_id: "OFF-01",
    previous_as_at_date: "2004-03-31",
    previous_definition_version: "1",
    definition_version: "1",
    figures_added_count: 0,
    figures_revised_count: 0,
    figures_withdrawn_count: 0,
    figures_same_count: 40,
    ...of
  });
  const changed = (...changes: object[]) => release([FIGURES], {changes} as unknown as Partial<Release>);

  it("say what was revised, or that no release was there to compare with", () => {
    expect(revisionSentence(release([FIGURES]))).toBe(
      "Release 0.1.0 was not set beside an earlier one, so nothing is marked as revised."
    );
    expect(revisionSentence(changed(change({figures_revised_count: 3}), change({definition_version: "2"})))).toBe(
      "3 figures were revised since the release at 31 March 2004, 0 are new and 0 were withdrawn; 80 are as they were. One definition changed."
    );
  });

  it("list only what changed", () => {
    const made = revisionTable(changed(change({}), change({definition_version: "2"})), {document}) as HTMLElement;
    expect(made.querySelectorAll("tbody tr")).toHaveLength(1);
    expect(made.querySelector("tbody")?.textContent).toContain("Offered training");
    expect(revisionTable(changed(change({})), {document}).textContent).toBe("");
  });
});
