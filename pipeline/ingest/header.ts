import {type Column, readColumns} from "../contracts/cell.js";
import type {Contract} from "../contracts/contract.js";
import {fileFault, nameSome} from "./fileFaults.js";
import type {FileFault} from "./source.js";

export interface Header {
  record: number; // of the heading among the records read, from 0
  names: readonly (string | undefined)[]; // the contract's column under each cell; undefined where it has none
  unknown: readonly string[]; // headings that the contract does not know
}

/** A file's first records do not hold the heading of the contract. */
export type Headed = {header: Header; refusal?: undefined} | {refusal: FileFault; header?: undefined};

const SEARCHED = 20;

/** Returns the heading among a file's first records: the one in which most cells name columns of the contract. */
export function findHeader(
  records: readonly (readonly string[])[],
  {
    contract,
    contracts = [],
    place
  }: {contract: Contract; contracts?: readonly Contract[]; place: (record: number) => string}
): Headed {
  const best = bestRecord(records, contract);
  const cells = records[best.record] ?? [];
  const names = nameCells(cells, contract);
  const missing = readColumns(contract).filter(({name, isRequired}) => isRequired && !names.includes(name));
  if (missing.length > 0 || best.count === 0) {
    const other = lookAlike(records, {contract, contracts, count: best.count});
    if (other) return {refusal: wrongCollection(contract, other, place(bestRecord(records, other).record))};
    if (best.count === 0 || (best.count === 1 && cells.length > 1)) {
      const expected = `a heading row with ${nameSome(required(contract))} within the first ${SEARCHED} rows`;
      return {refusal: fileFault("FIL-004", {place: place(0), expected, got: "rows that name no column"})};
    }
    const expected = `the columns ${missing.map(({name, meta}) => `${name} (${meta.title})`).join(", ")}`;
    return {refusal: fileFault("FIL-005", {place: place(best.record), expected, got: nameSome(cells.map(clean))})};
  }
  const doubled = names.find((name, index) => name !== undefined && names.indexOf(name) !== index);
  if (doubled) return {refusal: doubledColumn(doubled, {names, cells, place: place(best.record)})};
  const unknown = cells.filter((cell, index) => names[index] === undefined && cell.trim() !== "").map(clean);
  return {header: {record: best.record, names, unknown}};
}

/** Returns the warning about columns that are not read, if there are any. */
export function unknownColumns(unknown: readonly string[], place: string): FileFault[] {
  if (unknown.length === 0) return [];
  const got = `${unknown.length} unknown: ${nameSome(unknown)}`;
  return [fileFault("FIL-011", {place, got})];
}

/** Returns how many of the first cells a contract knows, and in which record most. */
function bestRecord(records: readonly (readonly string[])[], contract: Contract): {record: number; count: number} {
  let best = {record: 0, count: 0};
  records.slice(0, SEARCHED).forEach((cells, record) => {
    const count = new Set(nameCells(cells, contract).filter((name) => name !== undefined)).size;
    if (count > best.count) best = {record, count};
  });
  return best;
}

function lookAlike(
  records: readonly (readonly string[])[],
  {contract, contracts, count}: {contract: Contract; contracts: readonly Contract[]; count: number}
): Contract | undefined {
  let found: {other: Contract; count: number} | undefined;
  for (const other of contracts) {
    if (other.collection === contract.collection) continue;
    const likeness = bestRecord(records, other).count;
    if (likeness > Math.max(count, 1) && likeness > (found?.count ?? 0)) found = {other, count: likeness};
  }
  return found?.other;
}

function wrongCollection(contract: Contract, other: Contract, place: string): FileFault {
  return fileFault("FIL-007", {
    place,
    expected: `the columns of ${contract.collection} (${contract.title})`,
    got: `the columns of ${other.collection} (${other.title})`
  });
}

function doubledColumn(
  name: string,
  {names, cells, place}: {names: readonly (string | undefined)[]; cells: readonly string[]; place: string}
): FileFault {
  const same = cells.filter((_, index) => names[index] === name).map(clean);
  return fileFault("FIL-006", {place, expected: `one column ${name}`, got: `${same.length}: ${nameSome(same)}`});
}

function nameCells(cells: readonly string[], contract: Contract): (string | undefined)[] {
  const known = headings.get(contract) ?? readHeadings(contract);
  headings.set(contract, known);
  return cells.map((cell) => known.get(key(cell)));
}

const headings = new WeakMap<Contract, ReadonlyMap<string, string>>();

/** A name counts before a title or another heading, so that one column's title may be another's name. */
function readHeadings(contract: Contract): ReadonlyMap<string, string> {
  const columns = readColumns(contract);
  const known = new Map<string, string>();
  for (const headingsOf of [(column: Column) => [column.name], otherHeadings]) {
    for (const column of columns) {
      for (const heading of headingsOf(column)) if (!known.has(key(heading))) known.set(key(heading), column.name);
    }
  }
  return known;
}

const otherHeadings = ({meta}: Column): string[] => [meta.title, ...(meta.headers ?? [])];
const required = (contract: Contract): string[] =>
  readColumns(contract).flatMap(({name, isRequired}) => (isRequired ? [name] : []));
const clean = (cell: string): string => cell.replace(/\s+/g, " ").trim();
const key = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[\s_]+/g, " ")
    .trim();
