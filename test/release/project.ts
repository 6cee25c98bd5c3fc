import {mkdirSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {auditJson} from "../../pipeline/audit/report.js";
import {auditRelease} from "../../pipeline/auditRelease.js";
import {passGate} from "../../pipeline/gate/gate.js";
import {sealRelease} from "../../pipeline/publish/manifest.js";
import {publish} from "../../pipeline/publish/publish.js";
import {sha256} from "../../pipeline/release/hashedFile.js";
import {recordBuild, writeRecord} from "../../pipeline/release/record.js";
import type {Signed} from "../../pipeline/release/signed.js";
import type {SignOff} from "../../pipeline/release/signOff.js";
import {openWarehouse, query, type Row} from "../../pipeline/warehouse.js";
import {figure, MODELS, makeMarts} from "../gate/marts.js";

const AS_AT = "2004-06-30";
const PAGE =
  '<!doctype html><html lang="en-GB"><head><title>Uptake</title></head><body><h1>Uptake</h1></body></html>\n';

export interface BuiltOptions {
  origin?: "synthetic" | "real";
  learners?: number; // in England, of the one figure that may be revised
  withoutRegion?: boolean; // whose figure is then withdrawn
  previous?: string; // the data folder of the release before
  signed?: Signed; // makes it the build of a final form
  notices?: readonly Row[];
  key?: string;
}

/** Makes a project that has been built: one return, one reference table, three figures, a site of one page. */
export async function builtProject(root: string, options: BuiltOptions = {}): Promise<void> {
  const {origin = "synthetic", previous, signed, key = "a key of tests"} = options;
  const text = "school,staff\n1,2\n";
  const file = "staff_questionnaire/2004-03/LLSC01.csv";
  write(join(root, "data/returns", file), text);
  write(
    join(root, "data/returns/ledger.csv"),
    `file,sha256,received_date,origin,publisher,url,licence\n${file},${sha256(text)},2004-04-01,${origin},P,,OGL\n`
  );
  write(join(root, "data/reference/areas.csv"), "area\nENG\n");
  const machinery = machineryOf(root);
  write(join(machinery, "pipeline/checks/areas_add_up.sql"), "-- One row per area.\nselect 1\n");
  write(join(machinery, "package.json"), JSON.stringify({version: "0.1.0"}));
  write(join(machinery, "package-lock.json"), JSON.stringify({packages: {"node_modules/zod": {version: "4.6.7"}}}));
  const record = await recordBuild({
    root,
    machinery,
    filter: {origin: "all"},
    signed,
    previous,
    key,
    seed: "a seed of tests"
  });
  await site(join(root, "dist"), options);
  mkdirSync(join(root, "build"), {recursive: true});
  writeRecord(join(root, "build/built.json"), {record, dist: join(root, "dist")});
}

/** Returns a checklist as a person fills it in and signs it. */
export function signed({questions, warnings, ...of}: SignOff): SignOff {
  return {
    ...of,
    questions: questions.map((one) => ({...one, answer: "Yes", answered_by: "A. Smith"})),
    warnings: warnings.map((one) => ({...one, acknowledged_by: "A. Smith", reason: "Known, and said on the page."})),
    signed_by: {name: "A. Smith", role: "statistician", date: "2004-07-15"}
  };
}

/** Returns a notice that readers find on a page of a correction. */
export const noticeAbout = (corrects_release: string, of: Row = {}): Row => ({
  notice_id: "N01",
  notice_date: "2004-08-02",
  corrects_release,
  page: "uptake",
  text: "A return had been counted twice.",
  source: "the team",
  ...of
});

/** Returns the folder that stands for the program of a project made here. */
export const machineryOf = (root: string): string => join(root, "program");

/** Writes the site of such a project, with audited data and a manifest. */
export async function site(dist: string, {origin = "synthetic", previous, ...options}: BuiltOptions): Promise<void> {
  rmSync(dist, {recursive: true, force: true});
  await publishFigures(dist, {origin, previous, ...options});
  rmSync(join(dist, "src-data"), {recursive: true});
  const result = await auditRelease(join(dist, "data"), {previous});
  writeFileSync(join(dist, "data/audit.json"), auditJson(result));
  write(join(dist, "index.html"), PAGE);
  sealRelease(dist);
}

async function publishFigures(
  dist: string,
  {origin, previous, signed, notices = [], learners = 127, withoutRegion}: BuiltOptions
): Promise<void> {
  const {connection, close} = await openWarehouse();
  try {
    const staff = {indicator_id: "WRK-01", period_type: "census", period: "2004-01", unit: "staff"};
    const rows: Row[] = [figure({value: learners}), figure({...staff, value: 5000})];
    if (!withoutRegion) rows.push(figure({...staff, value: 5000, area_level: "region", area_code: "YH"}));
    await makeMarts(connection, {"marts.starts": rows, ...(notices.length > 0 && {"marts.notices": notices})});
    if (notices.length === 0) await connection.run("delete from marts.notices");
    for (const {name} of await query(connection, WITH_ORIGIN))
      await connection.run(`update ${name} set origin = '${origin}' where origin = 'synthetic'`);
    await passGate(connection, {models: MODELS, asAt: AS_AT, seed: "a secret of tests", before: previous});
    await publish(connection, {out: dist, asAt: AS_AT, signedBy: signed?.signOff.signed_by});
  } finally {
    close();
  }
}

const WITH_ORIGIN = `
select table_schema || '.' || table_name as name
from information_schema.columns
where column_name = 'origin' and table_schema in ('raw', 'marts') and table_name <> 'interval_coverage'
order by all`;

function write(path: string, text: string): void {
  mkdirSync(dirname(path), {recursive: true});
  writeFileSync(path, text);
}
