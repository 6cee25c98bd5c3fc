import {mkdtempSync, readdirSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {basename, dirname, join} from "node:path";
import {parse} from "csv-parse/sync";
import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {z} from "zod";
import {csvw} from "../../pipeline/publish/csvw.js";
import {release} from "./release.js";

const COLUMN = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_]*$/),
  titles: z.tuple([z.string().min(1), z.string().min(1)]),
  "dc:description": z.string().min(1).optional(),
  datatype: z.enum(["string", "boolean", "integer", "decimal", "date"]),
  required: z.literal(true).optional(),
  null: z.array(z.string()).min(1).optional()
});

/** The structure that the W3C's recommendation requires, of what these descriptions use of it. */
const DESCRIPTION = z.strictObject({
  "@context": z.tuple([z.literal("http://www.w3.org/ns/csvw"), z.strictObject({"@language": z.literal("en")})]),
  url: z.string().regex(/^[\w-]+\.csv$/),
  "dc:title": z.string().min(1),
  "dc:description": z.string().min(1),
  "dc:license": z.array(z.strictObject({"@id": z.url()})),
  "dc:rights": z.string().min(1),
  dialect: z.strictObject({
    encoding: z.literal("utf-8"),
    delimiter: z.literal(","),
    quoteChar: z.literal('"'),
    doubleQuote: z.literal(true),
    header: z.literal(true),
    headerRowCount: z.literal(1),
    lineTerminators: z.tuple([z.literal("\n")]),
    skipBlankRows: z.literal(false)
  }),
  tableSchema: z.strictObject({columns: z.array(COLUMN).min(1), primaryKey: z.array(z.string()).min(1)})
});

type Description = z.infer<typeof DESCRIPTION>;

const FORMS: Readonly<Record<string, RegExp>> = {
  string: /^[\s\S]*$/,
  boolean: /^(true|false)$/,
  integer: /^-?\d+$/,
  decimal: /^-?\d+(\.\d+)?$/,
  date: /^\d{4}-\d{2}-\d{2}$/
};

/** What a file holds that its description does not allow; none where they agree. */
function faults({tableSchema}: Description, text: string): string[] {
  const [header = [], ...lines] = parse(text) as string[][];
  const {columns, primaryKey} = tableSchema;
  const found: string[] = [];
  if (JSON.stringify(header) !== JSON.stringify(columns.map(({titles: [title]}) => title))) found.push("other columns");
  columns.forEach(({name, datatype, required, null: nulls = [""]}, index) => {
    const cells = new Set(lines.map((line) => line[index] ?? ""));
    for (const cell of cells) {
      if (nulls.includes(cell)) {
        if (required) found.push(`${name}: empty`);
      } else if (!FORMS[datatype]?.test(cell)) found.push(`${name}: ${cell} is no ${datatype}`);
    }
  });
  const places = primaryKey.map((name) => columns.findIndex((column) => column.name === name));
  if (places.includes(-1)) found.push("key of unknown columns");
  const keys = lines.map((line) => JSON.stringify(places.map((place) => line[place])));
  if (new Set(keys).size !== keys.length) found.push("key that is not unique");
  return found;
}

let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "csvw-"));
  await release({out: folder});
});
afterAll(() => rmSync(folder, {recursive: true, force: true}));

const filesOf = (ending: string): string[] =>
  readdirSync(join(folder, "data"), {recursive: true, withFileTypes: true})
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => path.endsWith(ending));

describe("csvw(table) and what it is made of", () => {
  it("describes every published CSV of data, in the structure of the recommendation", () => {
    const described = filesOf(".csv-metadata.json");
    const data = filesOf(".csv").filter((path) => !path.endsWith(".meta.csv"));
    expect(described.map((path) => path.replace("-metadata.json", "")).sort()).toEqual(data.sort());
    for (const path of described) {
      const description = DESCRIPTION.parse(JSON.parse(readFileSync(path, "utf8")));
      expect(`${description.url}-metadata.json`).toBe(basename(path));
    }
  });

  it("agrees with every cell of the file it describes: types, symbols, keys", () => {
    for (const path of filesOf(".csv-metadata.json")) {
      const description = DESCRIPTION.parse(JSON.parse(readFileSync(path, "utf8")));
      const text = readFileSync(join(dirname(path), description.url), "utf8");
      expect(faults(description, text), path).toEqual([]);
    }
  });

  it("is told from a file that does not agree", () => {
    const description = DESCRIPTION.parse(
      JSON.parse(
        csvw({
          url: "figures.csv",
          title: "Figures",
          description: "Figures.",
          licences: ["OGL-UK-3.0 (data), MIT (repository)"],
          columns: [
            {name: "area", titles: ["area", "Area"], datatype: "string", required: true},
            {name: "value", titles: ["value", "Value"], datatype: "integer", null: ["c", "low"]}
          ],
          key: ["area"]
        })
      )
    );
    expect(description["dc:license"]).toEqual([
      {"@id": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"}
    ]);
    expect(faults(description, "area,value\nYH,10\nLN,low\n")).toEqual([]);
    expect(faults(description, "area,values\nYH,10\n")).toEqual(["other columns"]);
    expect(faults(description, "area,value\nYH,1.5\n,c\n")).toEqual(["area: empty", "value: 1.5 is no integer"]);
    expect(faults(description, "area,value\nYH,x\nYH,c\n")).toEqual([
      "value: x is no integer",
      "key that is not unique"
    ]);
  });
});
