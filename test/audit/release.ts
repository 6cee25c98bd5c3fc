import {createHash} from "node:crypto";
import {cpSync, mkdtempSync, readFileSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {parse} from "csv-parse/sync";
import {passGate} from "../../pipeline/gate/gate.js";
import {publish} from "../../pipeline/publish/publish.js";
import {openWarehouse, type Row} from "../../pipeline/warehouse.js";
import {figure, MODELS, makeMarts} from "../gate/marts.js";

export type Line = Record<string, string>;

interface Written {
  file: string;
  bytes: number;
  sha256: string;
}
interface CatalogueText {
  tables: {table: string; rows: number; origins: Record<string, number>; files: Written[]}[];
}

/** Returns a copy of published data whose table of figures has been changed; `reseal` writes the catalogue to match. */
export function tampered(
  folder: string,
  change: (lines: Line[]) => Line[],
  {reseal = false}: {reseal?: boolean} = {}
): string {
  const copy = mkdtempSync(join(tmpdir(), "uptake-tampered-"));
  cpSync(folder, copy, {recursive: true});
  const path = join(copy, "indicators.csv");
  const lines = change(linesOf(folder));
  const columns = Object.keys(lines[0] ?? {});
  const rows = lines.map((line) => columns.map((name) => quoted(line[name] ?? "")));
  writeFileSync(path, [columns, ...rows].map((row) => `${row.join(",")}\n`).join(""));
  if (reseal) resealed(copy);
  return copy;
}

/** Returns the figures of a release as they stand in its CSV. */
export function linesOf(folder: string): Line[] {
  return parse(readFileSync(join(folder, "indicators.csv")), {columns: true}) as Line[];
}

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Writes into the catalogue what its files now are, as somebody would who wants a change to go unseen. */
function resealed(folder: string): void {
  const path = join(folder, "catalogue.json");
  const catalogue = JSON.parse(readFileSync(path, "utf8")) as CatalogueText;
  for (const table of catalogue.tables) {
    for (const file of table.files) {
      const bytes = readFileSync(join(folder, file.file.replace("data/", "")));
      Object.assign(file, {bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex")});
    }
    if (table.table !== "indicators") continue;
    const lines = linesOf(folder);
    table.rows = lines.length;
    for (const origin of Object.keys(table.origins))
      table.origins[origin] = lines.filter((line) => line.origin === origin).length;
  }
  writeFileSync(path, JSON.stringify(catalogue));
}

const REGIONS: readonly string[] = ["YH", "NW"];
const COUNCILS: readonly string[] = ["LLSC01", "LLSC02", "LLSC03", "LLSC04", "LLSC05", "LLSC06"];
const PROGRAMMES: readonly string[] = ["Q01", "Q02", "Q03", "Q04"];
const MONTHS: readonly string[] = ["2003-10", "2003-11", "2003-12"];
const AREAS: readonly Row[] = [
  area("national", "ENG", null),
  ...REGIONS.map((code) => area("region", code, "ENG")),
  ...COUNCILS.map((code, place) => area("local_lsc", code, REGIONS[place % 2] ?? null))
];

/** A table has the columns of its first row. */
const UNSAID: Row = {lower: null, upper: null, interval_level: null, effective_base: null};

interface Start {
  council: string;
  programme: string;
  month: string;
}

/**
 * Publishes a small release through the real gate into `folder`: starts of people of six local LSCs on four programmes in
 * three months, most of them few; rates of aims; answers to a survey; a cost. `starts` come after those of a fixed seed.
 */
export async function publishedRelease(
  folder: string,
  {starts = [], without = 0}: {starts?: readonly Start[]; without?: number} = {}
): Promise<void> {
  const warehouse = await openWarehouse(":memory:");
  try {
    const all = drawnStarts();
    const records = [...all.slice(0, all.length - without), ...starts];
    await makeMarts(warehouse.connection, {
      "marts.areas": AREAS,
      "marts.starts": [...figuresOfStarts(records), ...OTHER_FIGURES].map((row) => ({...UNSAID, ...row}))
    });
    await passGate(warehouse.connection, {models: MODELS, asAt: "2004-06-30", seed: "a secret of tests"});
    await publish(warehouse.connection, {out: folder, asAt: "2004-06-30"});
  } finally {
    warehouse.close();
  }
}

/** Few on the last programmes and in the last councils. */
function drawnStarts(): Start[] {
  let state = 2004;
  const next = (below: number): number => {
    state = (state * 48_271) % 2_147_483_647;
    return Math.floor((state / 2_147_483_647) ** 2 * below);
  };
  return Array.from({length: 700}, () => ({
    council: COUNCILS[next(COUNCILS.length)] ?? "",
    programme: PROGRAMMES[next(PROGRAMMES.length)] ?? "",
    month: MONTHS[next(MONTHS.length)] ?? ""
  }));
}

function figuresOfStarts(records: readonly Start[]): Row[] {
  const counts = new Map<string, Row>();
  for (const {council, programme, month} of records) {
    const region = REGIONS[COUNCILS.indexOf(council) % 2] ?? "";
    for (const [level, code] of [
      ["national", "ENG"],
      ["region", region],
      ["local_lsc", council]
    ] as const)
      for (const [type, period] of [
        ["academic", "2003-04"],
        ["month", month]
      ] as const)
        for (const id of [null, programme]) {
          if (level === "local_lsc" && type === "month") continue;
          const key = [code, period, id].join();
          const row = counts.get(key) ?? figure({...PLACE(level, code), period_type: type, period, programme_id: id});
          counts.set(key, {...row, unit: "starts", value: Number(row.value ?? 0) + 1});
        }
  }
  return [...counts.values()];
}

const PLACE = (level: string, code: string): Row => ({area_level: level, area_code: code});
const NOWHERE: Row = {...PLACE("national", "ENG"), dimension_1: "placement", category_1: "No LEA given"};
const CENSUS: Row = {period_type: "census", period: "2004-01"};
const SPENT: Row = {
  ...PLACE("region", "YH"),
  period_type: "financial",
  dimension_1: "funding line",
  category_1: "Grant 25"
};
const aims = (indicator: string, place: Row, numerator: number, denominator: number): Row => {
  const share = numerator / denominator;
  const limits = {lower: share * 90, upper: share * 110, interval_level: 0.95};
  return figure({
    ...place,
    indicator_id: indicator,
    measure: "rate",
    unit: "per cent",
    numerator,
    denominator,
    ...limits
  });
};
const answers = (place: Row, value: number, base: number): Row => {
  const half = 1.96 * Math.sqrt((value * (100 - value)) / (base * 0.7));
  return figure({
    ...place,
    indicator_id: "OFF-01",
    measure: "survey_percent",
    unit: "per cent of persons",
    period_type: "survey",
    period: "2004-03",
    value,
    lower: value - half,
    upper: value + half,
    base,
    effective_base: base * 0.7
  });
};

/** Answers of people in one role, all of whom fall short: their depths would tell. */
const shortfall = (value: number, depth?: string): Row => ({
  ...answers(PLACE("national", "ENG"), value, 130),
  indicator_id: "GAP-01",
  role_id: "R17",
  ...(depth ? {dimension_1: "gap depth", category_1: depth} : {})
});

const OTHER_FIGURES: readonly Row[] = [
  shortfall(100),
  shortfall(37, "One level"),
  shortfall(58, "Two levels"),
  shortfall(5, "Three levels"),
  aims("OUT-01", PLACE("national", "ENG"), 812, 1043),
  aims("OUT-01", PLACE("region", "YH"), 411, 523),
  aims("OUT-01", PLACE("region", "NW"), 0, 17),
  aims("OUT-04", PLACE("national", "ENG"), 633, 1043),
  aims("OUT-04", PLACE("region", "YH"), 307, 523),
  aims("OUT-04", PLACE("region", "NW"), 0, 17),
  aims("OUT-01", NOWHERE, 401, 503),
  aims("OUT-04", NOWHERE, 326, 503),
  answers(PLACE("national", "ENG"), 46.37, 512),
  answers(PLACE("region", "YH"), 41.82, 236),
  answers(PLACE("region", "NW"), 50.26, 276),
  figure({
    indicator_id: "FIN-02",
    measure: "statistic",
    period_type: "financial",
    unit: "pounds per start",
    value: 1834.2,
    base: 600
  }),
  figure({
    ...PLACE("local_lsc", "LLSC01"),
    indicator_id: "REG-03",
    measure: "statistic",
    dimension_1: "rate compared",
    category_1: "UPT-03",
    unit: "learners per 1,000 staff",
    value: 14.36,
    lower: 11.2,
    upper: 18.1,
    base: 3150
  }),
  figure({
    indicator_id: "EQU-01",
    measure: "statistic",
    dimension_1: "sex",
    category_1: "Male",
    unit: "ratio",
    value: 1.234,
    base: 410
  }),
  figure({...PLACE("region", "YH"), ...CENSUS, indicator_id: "WRK-01", measure: "count", unit: "staff", value: 127}),
  figure({...SPENT, indicator_id: "FIN-01", measure: "money", unit: "pounds spent", value: 90_000}),
  figure({
    ...SPENT,
    indicator_id: "FIN-04",
    measure: "statistic",
    unit: "pounds spent per head",
    value: 90_000 / 125,
    base: 125
  })
];

function area(level: string, code: string, parent: string | null): Row {
  return {
    area_level: level,
    area_code: code,
    area_name: code,
    parent_code: parent,
    short_name: null,
    tile_column: null,
    tile_row: null,
    basis: "stated",
    source: "Hansard"
  };
}
