import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {JSDOM} from "jsdom";
import {areaPack, packAreas} from "../../reports/area-pack/pack.js";
import {julyProgress} from "../../reports/july-progress/report.js";
import {claimsOf, pdfFile, type Report} from "../../reports/report.js";
import {typstDocument} from "../../reports/typst/document.js";
import type {Release} from "../../src/components/release.js";
import {readRelease} from "../../src/components/tables.js";
import {PUBLISHED} from "../contracts/published/tables.js";
import {REASONS, SYMBOLS} from "../contracts/symbols.js";
import {UserError} from "../error.js";
import {pdfOf} from "./pdf.js";

export interface ReportOptions {
  dataFolder: string; // the published tables as Arrow files
  catalogue?: string; // of what is published; catalogue.json beside them unless told otherwise
  outputFolder: string; // made where it is not there
}

export interface WrittenReport {
  file: string; // "july-progress-draft-synthetic.pdf"
  bytes: number;
  claims: number; // sentences that were held against their cells
}

/** Writes the July report as a PDF from published tables alone. A UserError names the sentence that is not true of them. */
export async function writeJulyReport({outputFolder, ...published}: ReportOptions): Promise<WrittenReport> {
  return write(julyProgress(releaseIn(published)), {name: "july-progress", outputFolder});
}

export interface PackOptions extends ReportOptions {
  area?: string; // code or name of a region or local LSC; every one of them unless told otherwise
}

/** Writes the packs of areas as PDFs, in the order of areas. A UserError says where no area is so called. */
export async function writeAreaPacks({area, outputFolder, ...published}: PackOptions): Promise<WrittenReport[]> {
  const release = releaseIn(published);
  const written: WrittenReport[] = [];
  for (const code of area === undefined ? packAreas(release) : [codeOf(release, area)])
    written.push(await write(areaPack(release, code), {name: code.toLowerCase(), outputFolder}));
  return written;
}

function codeOf(release: Release, wanted: string): string {
  const codes = new Set(packAreas(release));
  const found = release.areas.find(
    ({area_code, area_name}) =>
      codes.has(area_code) && [area_code, area_name].some((name) => name.toLowerCase() === wanted.toLowerCase())
  );
  if (found) return found.area_code;
  throw new UserError(
    `--area: expected the code or name of a region or local LSC, such as NE or Essex; got ${wanted}.`
  );
}

const releaseIn = ({dataFolder, catalogue}: Omit<ReportOptions, "outputFolder">): Release =>
  readRelease(dataFolder, {tables: Object.keys(PUBLISHED), catalogue, symbols: SYMBOLS, reasons: REASONS});

async function write(
  report: Report,
  {name, outputFolder}: {name: string; outputFolder: string}
): Promise<WrittenReport> {
  const {document} = new JSDOM("").window;
  const pdf = await pdfOf(typstDocument(report, {document}));
  const file = pdfFile(name, report);
  mkdirSync(outputFolder, {recursive: true});
  writeFileSync(join(outputFolder, file), pdf);
  return {file, bytes: pdf.length, claims: new Set(claimsOf(report).map(({id}) => id)).size};
}
