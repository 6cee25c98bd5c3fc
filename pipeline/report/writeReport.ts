import {mkdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {JSDOM} from "jsdom";
import {julyProgress} from "../../reports/july-progress/report.js";
import {claimsOf, pdfFile, type Report} from "../../reports/report.js";
import {typstDocument} from "../../reports/typst/document.js";
import type {Release} from "../../src/components/release.js";
import {readRelease} from "../../src/components/tables.js";
import {PUBLISHED} from "../contracts/published/tables.js";
import {REASONS, SYMBOLS} from "../contracts/symbols.js";
import {pdfOf} from "./pdf.js";

/** The reports that there are, by the names that people call them by. */
export const REPORTS = {"july-progress": julyProgress} as const satisfies Record<string, (release: Release) => Report>;

export type ReportName = keyof typeof REPORTS;

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

/** Writes a report as a PDF from published tables alone. A UserError names the sentence that is not true of them. */
export async function writeReport(
  name: ReportName,
  {dataFolder, catalogue, outputFolder}: ReportOptions
): Promise<WrittenReport> {
  const tables = Object.keys(PUBLISHED);
  const report = REPORTS[name](readRelease(dataFolder, {tables, catalogue, symbols: SYMBOLS, reasons: REASONS}));
  const {document} = new JSDOM("").window;
  const pdf = await pdfOf(typstDocument(report, {document}));
  const file = pdfFile(name, report);
  mkdirSync(outputFolder, {recursive: true});
  writeFileSync(join(outputFolder, file), pdf);
  return {file, bytes: pdf.length, claims: new Set(claimsOf(report).map(({id}) => id)).size};
}
