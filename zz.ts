import {openWarehouse, query} from "./pipeline/warehouse.js";
import {openSource} from "./pipeline/ingest/open.js";
import {prepareRaw, loadFile} from "./pipeline/ingest/load.js";
import {ingestReference} from "./pipeline/ingest/returns.js";
import {REFERENCE_TABLES} from "./pipeline/contracts/reference/tables.js";
import {COLLECTIONS} from "./pipeline/contracts/collections.js";
import {mkdtempSync, existsSync} from "node:fs";
const w = await openWarehouse();
const folder = mkdtempSync("/tmp/xl/f-");
console.time("ref");
try { await ingestReference(w.connection, {referenceFolder: "data/reference", tables: REFERENCE_TABLES, folder}); } catch (e) { console.log(String(e)); }
console.timeEnd("ref");
const app = COLLECTIONS.find(c=>c.collection==="apprenticeships");
if (app) { await prepareRaw(w.connection, COLLECTIONS);
for (const p of ["../shared/real/apprenticeships/subjects_and_standards_0.parquet", "../shared/reference/apprenticeships_all.csv","../shared/reference/apprenticeships_support_roles.csv"]) {
 console.time(p); const o = await openSource(p, app, {folder, contracts: COLLECTIONS}); if (o.refusal) { console.log(o.refusal); continue; }
 try { console.log(o.source.warnings, await loadFile(w.connection, {source:o.source, contract: app, fileId: 1})); console.log(await query(w.connection, "select place,column_name,code,got from raw.issues limit 5")); } catch (e) { console.log(String(e)) }
 console.timeEnd(p); await o.source.close(); } }
else console.log(await query(w.connection, "describe select * from read_parquet('../shared/real/apprenticeships/subjects_and_standards_0.parquet')"));
