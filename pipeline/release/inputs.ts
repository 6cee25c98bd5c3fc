import {existsSync} from "node:fs";
import {join} from "node:path";
import {type LedgerFilter, readLedger} from "../ingest/ledger.js";
import {filesBelow, type HashedFile, hashedFile} from "./hashedFile.js";

/** A file that a release was built from. */
export interface InputFile extends HashedFile {
  kind: "return" | "reference" | "correction";
  ledger: LedgerLine | null; // of a return
}

export interface LedgerLine {
  received_date: string;
  origin: "real" | "synthetic";
  publisher: string;
  url: string;
  licence: string;
}

/**
 * Returns every file of a project that a build reads: the returns of the ledger that the filter lets through, whole
 * reference tables and corrections. A return that the ledger lists and that is not there ends the run elsewhere.
 */
export function inputsOf(root: string, filter: LedgerFilter): InputFile[] {
  const returns = readLedger(join(root, "data", "returns"), filter)
    .filter(({file}) => existsSync(join(root, "data", "returns", file)))
    .map(
      ({file, receivedDate, origin, publisher, url, licence}): InputFile => ({
        ...hashedFile(root, `data/returns/${file}`),
        kind: "return",
        ledger: {received_date: receivedDate, origin, publisher, url, licence}
      })
    );
  return [...tables(root, "reference"), ...tables(root, "corrections"), ...returns];
}

const KINDS = {reference: "reference", corrections: "correction"} as const;

function tables(root: string, folder: keyof typeof KINDS): InputFile[] {
  const place = join(root, "data", folder);
  if (!existsSync(place)) return [];
  return filesBelow(place)
    .filter((file) => file.endsWith(".csv"))
    .map((file) => ({...hashedFile(root, `data/${folder}/${file}`), kind: KINDS[folder], ledger: null}));
}
