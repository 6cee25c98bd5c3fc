import type {Contract} from "../../pipeline/contracts/contract.js";
import {columnMeta} from "../../pipeline/contracts/contract.js";
import {type Judgement, judge} from "../../pipeline/ingest/judge.js";
import type {SimulatedFile} from "../../pipeline/simulate/file.js";
import {buildWorld, type World} from "../../pipeline/simulate/world.js";
import {fileReferences} from "../reference/tables.js";

export const AS_AT = "2004-06-30";
const worlds = new Map<number, World>();

/** Returns the country of the committed returns, or of another seed. */
export function world(seed = 2004): World {
  const known = worlds.get(seed) ?? buildWorld({seed, scale: 1, referenceFolder: "data/reference"});
  worlds.set(seed, known);
  return known;
}

/** Returns the file in use of each sender and period: the last received by the as-at date. */
export function inUse(files: readonly SimulatedFile[]): SimulatedFile[] {
  const last = new Map<string, SimulatedFile>();
  for (const file of files) if (file.received <= AS_AT) last.set(`${file.period}/${file.sender}`, file);
  return [...last.values()];
}

export interface JudgedRow extends Judgement {
  file: SimulatedFile;
  isHeld: boolean;
}

/** Returns every row of the files as the contract judges it, its columns found by their headings. */
export function judgeFiles(contract: Contract, files: readonly SimulatedFile[]): JudgedRow[] {
  const names = columnNames(contract);
  return files.flatMap((file) => {
    const judgeRow = judge(contract, {references: fileReferences});
    return file.rows.map((row) => {
      const cells = Object.fromEntries(file.header.map((heading, at) => [names.get(heading) ?? heading, row[at]]));
      const judgement = judgeRow(cells);
      return {...judgement, file, isHeld: judgement.issues.some(({severity}) => severity === "error")};
    });
  });
}

/** Returns how many rows were held under each rule. */
export function heldUnder(rows: readonly JudgedRow[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const {issues} of rows)
    for (const {code, severity} of issues) if (severity === "error") counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

/** Returns the sum of a column over rows. */
export function total(rows: readonly JudgedRow[], column: string): number {
  return rows.reduce((sum, {row}) => sum + Number(row[column] ?? 0), 0);
}

function columnNames(contract: Contract): Map<string, string> {
  return new Map(
    Object.entries(contract.schema.shape).flatMap(([name, schema]) => {
      const {title, headers = []} = columnMeta(schema, name);
      return [name, title, ...headers].map((heading): [string, string] => [heading, name]);
    })
  );
}
