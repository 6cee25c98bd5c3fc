import {mkdtemp, rm} from "node:fs/promises";
import {extname, join} from "node:path";
import type {Contract} from "../contracts/contract.js";
import {openCsv} from "./csv.js";
import {fileFault} from "./fileFaults.js";
import {openIlrXml} from "./ilrXml.js";
import {openParquet} from "./parquet.js";
import type {FileFault, Source} from "./source.js";
import {openXlsx} from "./xlsx.js";

export interface OpenOptions {
  folder: string; // private and temporary; a file's own folder is made in it and removed by `close`
  contracts?: readonly Contract[]; // the other collections, to say which one a misplaced file looks like
}

export interface OpeningOptions {
  contract: Contract;
  contracts: readonly Contract[];
  folder: string; // of this file alone
}

/** A source that can also say why DuckDB refused its file. */
export interface ReadableSource extends Source {
  /** Returns what is wrong with the file, given the error that reading its relation raised; undefined where nothing is. */
  explain(error: unknown): Promise<FileFault | undefined>;
}

export type Opening =
  | {source: ReadableSource; refusal?: undefined}
  | {refusal: FileFault; rowsRead: number; source?: undefined};

const OPENERS: Readonly<Record<string, (path: string, options: OpeningOptions) => Promise<Opening>>> = {
  csv: openCsv,
  xlsx: openXlsx,
  xml: openIlrXml,
  parquet: openParquet
};

/** Opens a file as its ending says, and finds in it the columns of the contract; a file that cannot be read is refused. */
export async function openSource(
  path: string,
  contract: Contract,
  {folder, contracts = []}: OpenOptions
): Promise<Opening> {
  const form = extname(path).slice(1).toLowerCase();
  const opener = OPENERS[form];
  if (!opener || !contract.forms.some((of) => of === form)) {
    const expected = contract.forms.map((of) => of.toUpperCase()).join(" or ");
    const got = form === "" ? "no ending" : form.toUpperCase();
    return {refusal: fileFault("FIL-012", {place: "the file", expected, got}), rowsRead: 0};
  }
  const own = await mkdtemp(join(folder, "source-"));
  const opened = await opener(path, {contract, contracts, folder: own});
  if (opened.refusal) {
    await remove();
    return opened;
  }
  const {source} = opened;
  return {
    source: {
      ...source,
      async close() {
        await source.close();
        await remove();
      }
    }
  };

  async function remove(): Promise<void> {
    await rm(own, {recursive: true, force: true});
  }
}
