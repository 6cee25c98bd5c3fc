import {rmSync} from "node:fs";
import {copyFile, link, mkdir, mkdtemp, open, readdir, readFile, rename, rm, stat} from "node:fs/promises";
import {tmpdir} from "node:os";
import {extname, join} from "node:path";
import {z} from "zod";
import {type AtExit, neverExits} from "../atExit.js";
import {COLLECTIONS} from "../contracts/collections.js";
import type {Contract} from "../contracts/contract.js";
import {REFERENCE_TABLES} from "../contracts/reference/tables.js";
import {UserError} from "../error.js";
import {waitForLock} from "../lock.js";
import {openWarehouse} from "../warehouse.js";
import {ingestFiles} from "./batch.js";
import {currentFiles, hashFile, LEDGER, LEDGER_COLUMNS, periodFault, type Receipt, readLedger} from "./ledger.js";
import {prepareRaw} from "./load.js";
import {csvLine, type ReturnReport, readReport, reportText} from "./report.js";
import {ingestReference} from "./returns.js";

export interface ReceiveOptions {
  returnsFolder: string;
  referenceFolder?: string; // without it, codes are not looked up in the first judgement
  collection: string;
  period: string;
  sender: string;
  received: string; // date of receipt
  origin: "real" | "synthetic";
  publisher: string;
  url: string;
  licence: string;
  contracts?: readonly Contract[]; // defaults to every collection
  tables?: readonly Contract[]; // defaults to every reference table
  atExit?: AtExit; // what to undo where it is interrupted
}

export interface Received {
  file: string; // address under the folder of returns
  sha256: string;
  replaces: string | undefined; // the file that stood before, by the date of receipt
  report: ReturnReport | undefined; // the first judgement; nothing where it could not be made
  text: string;
}

/** Copies a return in, records it in the ledger, and says at once what is wrong with it; faults do not keep it out. */
export async function receive(file: string, options: ReceiveOptions): Promise<Received> {
  const {returnsFolder, collection, contracts = COLLECTIONS, atExit = neverExits} = options;
  const contract = contracts.find((of) => of.collection === collection);
  if (!contract)
    throw new UserError(
      `--collection: expected one of ${contracts.map((of) => of.collection).join(", ")}; got ${collection}.`
    );
  checkWords(options, contract);
  const form = extname(file).slice(1).toLowerCase();
  if (!contract.forms.some((of) => of === form))
    throw new UserError(`${file}: expected ${contract.forms.join(" or ")}; got ${form || "no ending"}. ${RENAME}`);
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile())
    throw new UserError(`${file}: expected a file; found ${found ? "something else" : "none"}. Check its name.`);
  readLedger(returnsFolder); // before anything is written

  const work = await mkdtemp(join(returnsFolder, ".receiving-"));
  const clean = (): void => rmSync(work, {recursive: true, force: true});
  const stay = atExit(clean);
  try {
    const copy = join(work, "return");
    await copyFile(file, copy);
    const {receipt, standing, isCurrent} = await record(copy, {...options, file, form, work});
    const report = await judge(receipt, {...options, contract, contracts});
    const replaces = isCurrent ? standing?.file : undefined;
    const text = describe(receipt.file, {replaces, isCurrent, report});
    return {file: receipt.file, sha256: receipt.sha256, replaces, report, text};
  } finally {
    stay();
    clean();
  }
}

interface Recording {
  receipt: Receipt; // the new line of the ledger
  standing: Receipt | undefined; // the file that stood before
  isCurrent: boolean; // whether the new one stands now
}

/** Gives the copy its address and its line in the ledger, which one process at a time may change. */
async function record(
  copy: string,
  {file, form, work, ...options}: ReceiveOptions & {file: string; form: string; work: string}
): Promise<Recording> {
  const {returnsFolder, atExit = neverExits} = options;
  const sha256 = await hashFile(copy);
  const lock = await waitForLock(join(returnsFolder, ".lock"));
  const stay = atExit(lock.release);
  try {
    const before = readLedger(returnsFolder);
    const standing = standingFile(before, options);
    if (standing?.sha256 === sha256)
      throw new UserError(`${file}: expected a new return; got the bytes of ${standing.file}. Nothing was changed.`);
    const address = await place(copy, {...options, form, receipts: before});
    await addLine(work, {returnsFolder, cells: line(address, {...options, sha256})});
    const after = readLedger(returnsFolder);
    const receipt = after.find((of) => of.file === address);
    if (!receipt) throw new Error(`missing line: ${address}`);
    return {receipt, standing, isCurrent: currentFiles(after).has(receipt.fileId)};
  } finally {
    stay();
    lock.release();
  }
}

const RENAME = "Give the file the ending of its form, or save it in one of these.";

function checkWords({period, sender, received, publisher, licence, url}: ReceiveOptions, contract: Contract): void {
  const fault = periodFault(period, contract);
  if (fault) throw new UserError(`--period: ${fault}.`);
  if (!/^[A-Za-z0-9_-]+$/.test(sender))
    throw new UserError(`--sender: expected letters, digits, - and _; got ${JSON.stringify(sender)}.`);
  if (!z.iso.date().safeParse(received).success)
    throw new UserError(`--received: expected a date such as 2004-04-12; got ${JSON.stringify(received)}.`);
  for (const [name, of] of Object.entries({publisher, licence}))
    if (of.trim() === "" || of.length > 200) throw new UserError(`--${name}: expected 1 to 200 characters.`);
  if (url.length > 500) throw new UserError("--url: expected at most 500 characters.");
}

function standingFile(receipts: readonly Receipt[], {collection, period, sender}: ReceiveOptions): Receipt | undefined {
  const current = currentFiles(receipts);
  return receipts.find(
    (of) => of.collection === collection && of.period === period && of.sender === sender && current.has(of.fileId)
  );
}

/** Gives the copy its address. A hard link fails where a file stands already, so that nothing is ever overwritten. */
async function place(
  copy: string,
  {
    returnsFolder,
    collection,
    period,
    sender,
    form,
    receipts
  }: ReceiveOptions & {form: string; receipts: readonly Receipt[]}
): Promise<string> {
  const folder = join(returnsFolder, collection, period);
  await mkdir(folder, {recursive: true});
  const names = [
    ...(await readdir(folder)),
    ...receipts.map(({file}) => file.slice(`${collection}/${period}/`.length))
  ];
  const numbers = names.flatMap((name) => {
    const [of, second = ""] = name.split(".");
    return of === sender ? [/^\d+$/.test(second) ? Number(second) : 1] : [];
  });
  for (let number = Math.max(0, ...numbers) + 1; ; number++) {
    const name = number === 1 ? `${sender}.${form}` : `${sender}.${number}.${form}`;
    try {
      await link(copy, join(folder, name));
      return `${collection}/${period}/${name}`;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

function line(
  file: string,
  {sha256, received, origin, publisher, url, licence}: ReceiveOptions & {sha256: string}
): string[] {
  const cells: Record<string, string> = {file, sha256, received_date: received, origin, publisher, url, licence};
  return LEDGER_COLUMNS.map((name) => cells[name] ?? "");
}

/** The ledger is wholly old or wholly new: the new one is written beside it and takes its name. */
async function addLine(
  work: string,
  {returnsFolder, cells}: {returnsFolder: string; cells: readonly string[]}
): Promise<void> {
  const path = join(returnsFolder, LEDGER);
  const before = await readFile(path, "utf8");
  const next = join(work, LEDGER);
  const file = await open(next, "wx");
  try {
    await file.writeFile(`${before}${before.endsWith("\n") ? "" : "\n"}${csvLine(cells)}`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(next, path);
}

async function judge(
  receipt: Receipt,
  {
    returnsFolder,
    referenceFolder,
    contract,
    contracts,
    tables = REFERENCE_TABLES
  }: ReceiveOptions & {contract: Contract; contracts: readonly Contract[]}
): Promise<ReturnReport | undefined> {
  const folder = await mkdtemp(join(tmpdir(), "uptake-"));
  const {connection, close} = await openWarehouse(":memory:", {temporaryDirectory: folder});
  try {
    if (referenceFolder) await ingestReference(connection, {referenceFolder, tables, folder});
    await prepareRaw(connection, contracts);
    await ingestFiles(connection, {receipts: [receipt], contract, contracts, returnsFolder, folder, corrections: []});
    return await readReport(connection, receipt.file);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  } finally {
    close();
    await rm(folder, {recursive: true, force: true});
  }
}

function describe(
  file: string,
  {replaces, isCurrent, report}: {replaces: string | undefined; isCurrent: boolean; report: ReturnReport | undefined}
): string {
  const place = replaces
    ? ` It replaces ${replaces}, which stays.`
    : isCurrent
      ? ""
      : " A file received later stands in its place.";
  const judged = report
    ? reportText(report)
    : "It could not be judged yet; the next build says what is wrong with it.\n";
  return `${file}: received and recorded.${place}\n${judged}`;
}
