import {createHash} from "node:crypto";
import {createReadStream, existsSync, readdirSync, readFileSync} from "node:fs";
import {join, relative} from "node:path";
import {parse} from "csv-parse/sync";
import type {Contract} from "../contracts/contract.js";
import {ledger} from "../contracts/ledger.js";
import {UserError} from "../error.js";

export const LEDGER = "ledger.csv";
export const LEDGER_COLUMNS: readonly string[] = Object.keys(ledger.schema.shape);

/** A line of the ledger, with what the file's address says. */
export interface Receipt {
  fileId: number; // place of the file among all that are listed, by address, from 1
  file: string; // relative to the folder of returns
  collection: string;
  period: string;
  sender: string;
  submission: number; // 1 for a sender's first file of the period
  sha256: string;
  receivedDate: string;
  origin: "real" | "synthetic";
  publisher: string;
  url: string;
  licence: string;
}

/** A date, or a date for each collection: a publication about another time has its own. */
export type AsAt = string | ((collection: string) => string);

export interface LedgerFilter {
  asAt?: AsAt; // what was received later does not exist yet
  origin?: "all" | "real"; // "real" leaves out every synthetic return
}

const PERIODS: Readonly<Record<Contract["period"], {pattern: RegExp; example: string}>> = {
  academic: {pattern: /^\d{4}-\d{2}$/, example: "2003-04"},
  financial: {pattern: /^\d{4}-\d{2}$/, example: "2003-04"},
  month: {pattern: /^\d{4}-(0[1-9]|1[0-2])$/, example: "2004-01"},
  span: {pattern: /^\d{4}_\d{4}$/, example: "2022_2026"}
};

/** Reads the ledger of a folder of returns, sorted by file; a line that is not in order ends the run. */
export function readLedger(returnsFolder: string, {asAt, origin = "all"}: LedgerFilter = {}): Receipt[] {
  const path = join(returnsFolder, LEDGER);
  if (!existsSync(path))
    throw new UserError(`${path}: expected the ledger of returns; found none. Start a project with \`uptake init\`.`);
  const rows = readRows(path);
  const receipts = rows.map(({row, line}) => receipt(row, {path, line})).sort(byFile);
  receipts.forEach(({file}, index) => {
    if (receipts[index - 1]?.file === file)
      throw new UserError(`${path}: expected each file once; got ${file} twice. Remove one of its lines.`);
  });
  return receipts
    .map((of, index) => ({...of, fileId: index + 1}))
    .filter((of) => isReceived(of, asAt) && (origin === "all" || of.origin === "real"));
}

function isReceived({receivedDate, collection}: Receipt, asAt?: AsAt): boolean {
  if (asAt === undefined) return true;
  return receivedDate <= (typeof asAt === "string" ? asAt : asAt(collection));
}

/** Returns what is wrong with a period for a contract, in words; undefined where nothing is. */
export function periodFault(period: string, {period: kind}: Pick<Contract, "period">): string | undefined {
  const {pattern, example} = PERIODS[kind];
  const [, first = "", last = ""] = /^(\d{4})-(\d{2})$/.exec(period) ?? [];
  const isYear = kind === "academic" || kind === "financial";
  const isRight = pattern.test(period) && (!isYear || (Number(first) + 1) % 100 === Number(last));
  return isRight ? undefined : `expected a period such as ${example}; got ${JSON.stringify(period)}`;
}

/** Returns the file of each sender, collection and period that stands: the last by date, then by number, that can be read. */
export function currentFiles(
  receipts: readonly Receipt[],
  isRefused: (fileId: number) => boolean = () => false
): Set<number> {
  const last = new Map<string, Receipt>();
  for (const receipt of receipts) {
    if (isRefused(receipt.fileId)) continue;
    const key = `${receipt.collection}/${receipt.period}/${receipt.sender}`;
    const known = last.get(key);
    if (!known || isLater(receipt, known)) last.set(key, receipt);
  }
  return new Set([...last.values()].map(({fileId}) => fileId));
}

/** Checks that every listed file is there and holds the bytes that were received. */
export async function verifyFiles(returnsFolder: string, receipts: readonly Receipt[]): Promise<void> {
  for (const {file, sha256} of receipts) {
    const path = join(returnsFolder, file);
    if (!existsSync(path))
      throw new UserError(`${path}: expected the file that the ledger lists; found none. Put it back as received.`);
    const got = await hashFile(path);
    if (got !== sha256)
      throw new UserError(
        `${path}: expected SHA-256 ${sha256}, as in the ledger; got ${got}. Put the file back as received; send a correction with \`uptake receive\`.`
      );
  }
}

/** Returns the files under a folder of returns that the ledger does not list, sorted. */
export function unlistedFiles(returnsFolder: string): string[] {
  const listed = new Set(readLedger(returnsFolder).map(({file}) => file));
  return readdirSync(returnsFolder, {recursive: true, withFileTypes: true})
    .filter((entry) => entry.isFile())
    .map((entry) => relative(returnsFolder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .filter((file) => file !== LEDGER && !file.split("/").some((name) => name.startsWith(".")) && !listed.has(file))
    .sort();
}

/** Returns the SHA-256 of a file's bytes. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path, {highWaterMark: 1 << 20}) as AsyncIterable<Buffer>)
    hash.update(chunk);
  return hash.digest("hex");
}

function readRows(path: string): {row: Record<string, string | undefined>; line: number}[] {
  let records: {record: string[]; info: {lines: number}}[];
  try {
    records = parse(readFileSync(path), {bom: true, info: true, skip_empty_lines: true}) as unknown as typeof records;
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new UserError(`${path}: expected a CSV file; got ${said}. Restore the ledger.`);
  }
  const [heading, ...rest] = records;
  if (heading?.record.join(",") !== LEDGER_COLUMNS.join(","))
    throw new UserError(
      `${path}, line 1: expected the columns ${LEDGER_COLUMNS.join(", ")}; got ${heading?.record.join(", ") ?? "nothing"}. Restore the ledger.`
    );
  return rest.map(({record, info}) => ({
    line: info.lines,
    row: Object.fromEntries(LEDGER_COLUMNS.map((name, index) => [name, record[index] || undefined]))
  }));
}

function receipt(row: Record<string, string | undefined>, {path, line}: {path: string; line: number}): Receipt {
  const result = ledger.schema.safeParse(row);
  if (!result.success) {
    const name = String(result.error.issues[0]?.path[0]);
    throw new UserError(
      `${path}, line ${line}, ${name}: expected ${result.error.issues[0]?.message}; got ${JSON.stringify(row[name] ?? "")}. Correct the line.`
    );
  }
  const {file, sha256, received_date, origin, publisher, url, licence} = result.data as unknown as LedgerRow;
  return {
    fileId: 0,
    file,
    ...parseAddress(file),
    sha256,
    receivedDate: received_date,
    origin,
    publisher,
    url: url ?? "",
    licence
  };
}

interface LedgerRow {
  file: string;
  sha256: string;
  received_date: string;
  origin: "real" | "synthetic";
  publisher: string;
  url?: string;
  licence: string;
}

function parseAddress(file: string): Pick<Receipt, "collection" | "period" | "sender" | "submission"> {
  const [collection = "", period = "", name = ""] = file.split("/");
  const [sender = "", second = ""] = name.split(".");
  return {collection, period, sender, submission: /^\d+$/.test(second) ? Number(second) : 1};
}

function isLater(one: Receipt, other: Receipt): boolean {
  if (one.receivedDate !== other.receivedDate) return one.receivedDate > other.receivedDate;
  if (one.submission !== other.submission) return one.submission > other.submission;
  return one.file > other.file;
}

const byFile = (one: Receipt, other: Receipt): number => (one.file < other.file ? -1 : one.file > other.file ? 1 : 0);
