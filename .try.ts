import {mkdirSync, existsSync} from "node:fs";
import {COLLECTIONS} from "/work/main/pipeline/contracts/collections.js";
import {REFERENCE_TABLES} from "/work/main/pipeline/contracts/reference/tables.js";
import {passGate} from "/work/main/pipeline/gate/gate.js";
import {prepareRaw} from "/work/main/pipeline/ingest/load.js";
import {ingestReference, ingestReturns} from "/work/main/pipeline/ingest/returns.js";
import {silent} from "/work/main/pipeline/log.js";
import {buildModels, readModels} from "/work/main/pipeline/models.js";
import {publish} from "/work/main/pipeline/publish/publish.js";
import {openWarehouse} from "/work/main/pipeline/warehouse.js";
import {explain, formatExplanation} from "/work/main/pipeline/explain.js";
import {status, formatStatus} from "/work/main/pipeline/status.js";
import {linkPeople} from "/work/main/pipeline/ingest/people.js";
const returnsFolder = process.argv[2] ?? "/work/main/data/returns";
const next = "/tmp/try"; mkdirSync(next+"/private", {recursive: true});
const has = existsSync("/tmp/try/w.duckdb"); const w = await openWarehouse("/tmp/try/w.duckdb"); const c = w.connection;
const asAt = "2004-06-30";
const log = {...silent, warn: console.log, note: console.log};

if (!has) {
try { await ingestReference(c, {referenceFolder: "/work/main/data/reference", tables: REFERENCE_TABLES, folder: next+"/private", log} as never); } catch (e) { console.log("REF", String(e).slice(0,200));
await c.run("create schema if not exists reference");
for (const t of REFERENCE_TABLES) { const cols = Object.entries(t.schema.shape).map(([n, z]) => { let k: any = z; while (k._zod.def.innerType) k = k._zod.def.innerType; const ty = k._zod.def.type === "number" ? (k._zod.def.format === "safeint" || k.format === "safeint" ? "bigint" : "double") : "varchar"; return `try_cast("${n}" as ${ty}) as "${n}"`; });
 try { await c.run(`create or replace table reference.${t.collection} as select ${cols.join(", ")} from read_csv('/work/main/data/reference/${t.collection}.csv', all_varchar=true, nullstr='')`); } catch (e) { console.log(t.collection, String(e).slice(0, 200)); } }
}
await prepareRaw(c, COLLECTIONS);
console.log(await ingestReturns(c, {returnsFolder, correctionsFolder: "/work/main/data/corrections", contracts: COLLECTIONS, asAt: process.argv[3] ?? "2026-12-31", origin: "all", folder: next+"/private", log} as never));
try { await linkPeople(c, {key: Buffer.alloc(32)} as never);} catch (e) {console.log(String(e))}
await c.run(`create table reference.release as select '${asAt}'::date as as_at_date, 'all' as origin_filter`);

}
const models = await readModels("/work/main/pipeline");
await buildModels(c, models, {log});
console.time("gate"); console.log(await passGate(c, {models, asAt})); console.timeEnd("gate");
console.time("publish"); await publish(c, {out: next, asAt}); console.timeEnd("publish");
const f = next + "/data";
console.log(formatExplanation(await explain(f, {indicator: "APP-01", programme: "Teaching Assistant", period: "2023-24"})));
console.log(formatExplanation(await explain(f, {indicator: "APP-01", programme: "Specialist Teaching Assistant", period: "2025-26"})));
console.log(formatStatus(await status(f)).slice(0, 3000));
