import {execFileSync} from "node:child_process";
import {mkdtempSync, rmSync, statSync} from "node:fs";
import {cpus, tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {openWarehouse} from "../pipeline/warehouse.js";
import {writeEnrolments} from "./returns.js";
import type {Measurement, Task} from "./task.js";

const ROWS = Number(process.argv[2] ?? 5_000_000);
const SAMPLE = Math.min(ROWS, 200_000);
const ROUNDS = 3; // each way in turn; the middle one counts

const folder = mkdtempSync(join(tmpdir(), "uptake-bench-"));
const aims = fileURLToPath(new URL("../data/reference/aims.csv", import.meta.url));
try {
  const [path, sample] = [join(folder, "100001.csv"), join(folder, "100002.csv")];
  const warehouse = await openWarehouse();
  await writeEnrolments(warehouse.connection, {path, aims, rows: ROWS});
  await writeEnrolments(warehouse.connection, {path: sample, aims, rows: SAMPLE});
  warehouse.close();
  print(
    `${ROWS.toLocaleString("en-GB")} rows, ${(statSync(path).size / 1e6).toFixed(0)} MB; ${cpus().length} processors`
  );

  const text: Measurement[] = [];
  const ours: Measurement[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    text.push(measure("text", path));
    ours.push(measure("ingest", path));
  }
  const rows = measure("rows", sample);
  const [asText, validated] = [middle(text), middle(ours)];
  print(
    `as text, into a file        ${seconds(asText)}  peak ${megabytes(asText)}  file ${(asText.bytes / 1e6).toFixed(0)} MB`
  );
  print(
    `validated ingest            ${seconds(validated)}  peak ${megabytes(validated)}  file ${(validated.bytes / 1e6).toFixed(0)} MB`
  );
  print(`  ${validated.note}`);
  print(`csv-parse and zod, by row   ${seconds(rows)}  for ${SAMPLE.toLocaleString("en-GB")} rows; ${rows.note}`);
  print("");
  print(`validated ingest ÷ as text  ${(validated.seconds / asText.seconds).toFixed(2)}  (at most 1.5, aim 1.0)`);
  print(
    `by row ÷ ours, per row      ${(rows.seconds / SAMPLE / (validated.seconds / ROWS)).toFixed(1)}  (at least 12)`
  );
  print(`peak memory of ingest       ${megabytes(validated)}  (at most 2,000 MB)`);
} finally {
  rmSync(folder, {recursive: true, force: true});
}

/** Runs a task in a process of its own, so that its peak memory is its own. */
function measure(task: Task, path: string): Measurement {
  const program = fileURLToPath(new URL("./task.ts", import.meta.url));
  const output = execFileSync(process.execPath, ["--import", "tsx", program, task, path, folder], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"]
  });
  return JSON.parse(output);
}

function middle(measurements: readonly Measurement[]): Measurement {
  const ordered = [...measurements].sort((one, other) => one.seconds - other.seconds);
  const measurement = ordered[Math.floor(ordered.length / 2)];
  if (!measurement) throw new Error("missing measurement");
  return measurement;
}

function seconds(measurement: Measurement): string {
  return `${measurement.seconds.toFixed(1).padStart(6)} s`;
}

function megabytes(measurement: Measurement): string {
  return `${Math.round(measurement.peakBytes / 1e6).toLocaleString("en-GB")} MB`;
}

function print(line: string): void {
  console.log(line);
}
