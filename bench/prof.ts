import {mkdirSync, rmSync, existsSync} from "node:fs";
import {writeEnrolments} from "./returns.js";
import {openWarehouse} from "../pipeline/warehouse.js";
import {enrolment} from "../pipeline/contracts/enrolment.js";
import {loadFile, prepareRaw} from "../pipeline/ingest/load.js";
import {openSource} from "../pipeline/ingest/open.js";
import {ingestReference} from "../pipeline/ingest/returns.js";
import {REFERENCE_TABLES} from "../pipeline/contracts/reference/tables.js";
const N=Number(process.argv[2]??1000000), K=Number(process.argv[3]??1);
rmSync("/tmp/proto/w",{recursive:true,force:true});mkdirSync("/tmp/proto/w",{recursive:true});
const csv=`/tmp/proto/enr${N}.csv`;
if(!existsSync(csv)){const w0=await openWarehouse();await writeEnrolments(w0.connection,{path:csv,aims:"data/reference/aims.csv",rows:N});w0.close();}
const w=await openWarehouse("/tmp/proto/w/w.duckdb",{temporaryDirectory:"/tmp/proto/w/p"});
const c=w.connection;
await ingestReference(c,{referenceFolder:"data/reference",tables:REFERENCE_TABLES,folder:"/tmp/proto/w"});
await prepareRaw(c,[enrolment]);
const totals=new Map<string,number[]>();
const timing=<A extends unknown[],R>(f:(...a:A)=>Promise<R>)=>async(...a:A)=>{const t=performance.now(),u=process.cpuUsage();const r=await f(...a);const d=performance.now()-t;const q=process.cpuUsage(u);const k=String(a[0]).slice(0,60).replace(/\s+/g," ");const e=totals.get(k)??[0,0];totals.set(k,[(e[0]??0)+d/1000,(e[1]??0)+(q.user+q.system)/1e6]);return r};
c.runAndReadAll=timing(c.runAndReadAll.bind(c)) as typeof c.runAndReadAll;
c.run=timing(c.run.bind(c)) as typeof c.run;
const t=performance.now(),u=process.cpuUsage();let pt=0,ot=0;
for(let k=0;k<K;k++){
const o=performance.now();
const {source}=await openSource(csv,enrolment,{folder:"/tmp/proto/w"});
ot+=performance.now()-o;
if(!source)throw new Error("x");
const place=source.place.bind(source);
source.place=async(...a)=>{const t=performance.now();const r=await place(...a);pt+=performance.now()-t;return r};
await loadFile(c,{source,contract:enrolment,fileId:1});await source.close();
}
await c.run("checkpoint");
for(const [k,[a,b]] of [...totals].sort((x,y)=>(y[1][1]??0)-(x[1][1]??0)).slice(0,18)) console.log(a?.toFixed(3),"cpu",b?.toFixed(3),k);
const q=process.cpuUsage(u);
console.log("open",(ot/1000).toFixed(2),"place",(pt/1000).toFixed(2),"total",((performance.now()-t)/1000).toFixed(2),"cpu",((q.user+q.system)/1e6).toFixed(2), process.resourceUsage().maxRSS/1000);
