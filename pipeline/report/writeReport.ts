import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {setImmediate} from "node:timers/promises";
import {JSDOM} from "jsdom";
import {areaPack, packAreas} from "../../reports/area-pack/pack.js";
import type {Claim} from "../../reports/claims/claim.js";
import {claimRows} from "../../reports/claims/claimRows.js";
import {julyProgress} from "../../reports/july-progress/report.js";
import {claimsOf, type Report} from "../../reports/report.js";
import {typstDocument} from "../../reports/typst/document.js";
import {csvText} from "../../src/components/csvText.js";
import type {Release} from "../../src/components/release.js";
import {reportFile} from "../../src/components/reportFile.js";
import {readRelease} from "../../src/components/tables.js";
import {PUBLISHED} from "../contracts/published/tables.js";
import {REASONS, SYMBOLS} from "../contracts/symbols.js";
import {UserError} from "../error.js";
import {type Typesetter, typesetter} from "./pdf.js";

export interface ReportOptions {
  dataFolder: string; // the published tables as Arrow files
  catalogue?: string; // of what is published; catalogue.json beside them unless told otherwise
  outputFolder: string; // made where it is not there
}

export interface WrittenReport {
  file: string; // "july-progress-draft-synthetic.pdf"
  bytes: number;
  claims: readonly Claim[]; // sentences, headings included, that were held against their cells
  signedBy: Report["signedBy"];
  isSynthetic: boolean;
}

/**
 * Writes the July report, the packs of every area in a folder `areas` beside it, and for each of the two what it claims and
 * the cells that each claim cites, as CSV. A UserError names the sentence that is not true.
 */
export async function writeReports({outputFolder, ...published}: ReportOptions): Promise<WrittenReport[]> {
  const release = releaseIn(published);
  const typeset = await typesetter();
  const july = write(julyProgress(release), {name: JULY, outputFolder, typeset});
  const areas = join(outputFolder, AREAS);
  const packs = await packsOf(release, {codes: packAreas(release), outputFolder: areas, typeset});
  writeClaims([july], {name: JULY, outputFolder});
  if (packs.length > 0) writeClaims(packs, {name: AREAS, outputFolder: areas});
  return [july, ...packs];
}

const JULY = "july-progress";
const AREAS = "areas"; // below the folder of reports

function writeClaims(
  reports: readonly WrittenReport[],
  {name, outputFolder}: {name: string; outputFolder: string}
): void {
  const [first] = reports;
  if (!first) return;
  const isSynthetic = reports.some((report) => report.isSynthetic);
  const file = reportFile(`${name}-claims`, {signedBy: first.signedBy, isSynthetic, ending: "csv"});
  writeFileSync(join(outputFolder, file), csvText({rows: claimRows(reports.flatMap(({claims}) => claims))}));
}

/** Writes the July report as a PDF from published tables alone. A UserError names the sentence that is not true of them. */
export async function writeJulyReport({outputFolder, ...published}: ReportOptions): Promise<WrittenReport> {
  const typeset = await typesetter();
  return write(julyProgress(releaseIn(published)), {name: JULY, outputFolder, typeset});
}

export interface PackOptions extends ReportOptions {
  area?: string; // code or name of a region or local LSC; every one of them unless told otherwise
}

/** Writes the packs of areas as PDFs, in the order of areas. A UserError says where no area is so called. */
export async function writeAreaPacks({area, outputFolder, ...published}: PackOptions): Promise<WrittenReport[]> {
  const release = releaseIn(published);
  const codes = area === undefined ? packAreas(release) : [codeOf(release, area)];
  return packsOf(release, {codes, outputFolder, typeset: await typesetter()});
}

interface Press {
  outputFolder: string;
  typeset: Typesetter;
}

async function packsOf(
  release: Release,
  {codes, ...press}: Press & {codes: readonly string[]}
): Promise<WrittenReport[]> {
  const written: WrittenReport[] = [];
  for (const code of codes) {
    written.push(write(areaPack(release, code), {name: code.toLowerCase(), ...press}));
    await setImmediate(); // what runs beside them goes on
  }
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

function write(report: Report, {name, outputFolder, typeset}: Press & {name: string}): WrittenReport {
  const {document} = new JSDOM("").window;
  const set = typstDocument(report, {document});
  const pdf = typeset(set);
  const file = reportFile(name, {...report, ending: "pdf"});
  mkdirSync(outputFolder, {recursive: true});
  writeFileSync(join(outputFolder, file), pdf);
  const {signedBy, isSynthetic} = report;
  const claims = new Map([...claimsOf(report), ...set.headings].map((claim) => [claim.id, claim]));
  return {file, bytes: pdf.length, claims: [...claims.values()], signedBy, isSynthetic};
}
