import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {BESIDE, screen} from "./screener.js";

/**
 * Returns the data files of a build's folder of open data by whether they are in the standard's form, and whatever any of
 * them breaks, as "file: rule: what"; those beside the standard may break what their areas and periods must.
 */
export function builtFaults(folder: string): {standard: string[]; beside: string[]; faults: string[]} {
  const standard = dataFilesIn(folder);
  const beside = dataFilesIn(join(folder, "beside"));
  const faults = [
    ...standard.flatMap((file) => faultsOf(folder, file)),
    ...beside.flatMap((file) =>
      faultsOf(join(folder, "beside"), file).filter((fault) => !BESIDE.includes(fault.split(": ")[1] ?? ""))
    )
  ];
  return {standard, beside, faults};
}

function dataFilesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".csv") && !file.endsWith(".meta.csv"))
    .sort();
}

function faultsOf(folder: string, file: string): string[] {
  const metaName = file.replace(/\.csv$/, ".meta.csv");
  const read = (name: string): string => readFileSync(join(folder, name), "utf8");
  return screen({name: file, metaName, data: read(file), meta: read(metaName)}).map((fault) => `${file}: ${fault}`);
}
