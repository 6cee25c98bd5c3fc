import {createHash} from "node:crypto";
import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {COLLECTIONS} from "../pipeline/contracts/collections.js";
import {REFERENCE_TABLES} from "../pipeline/contracts/reference/tables.js";
import {prepareRaw} from "../pipeline/ingest/load.js";
import {ingestReference} from "../pipeline/ingest/returns.js";
import {buildModels, type Model, readModels} from "../pipeline/models.js";
import {simulateSchoolFrame} from "../pipeline/simulate/schoolFrame.js";
import {simulateStaffQuestionnaire} from "../pipeline/simulate/staffQuestionnaire.js";
import {runSurvey} from "../pipeline/simulate/survey.js";
import {simulateWorkforce} from "../pipeline/simulate/workforce.js";
import {buildWorld, type World} from "../pipeline/simulate/world.js";
import {literal, openWarehouse, query, type Warehouse} from "../pipeline/warehouse.js";
import {type Incoming, receive} from "./coverageReturns.js";
import {type GroupKind, truthOf} from "./coverageTruth.js";

/** An estimate of the survey beside what is true of the people it stands for; all in per cent. */
export interface Figure {
  indicator: string;
  kind: GroupKind;
  group: string;
  estimate: number;
  standardError: number;
  lower: number;
  upper: number;
  base: number; // answers
  truth: number;
}

export interface SeedResult {
  seed: number;
  scale: number;
  code: string; // SHA-256 of what computed it
  figures: readonly Figure[];
}

/** A database with reference tables and models, in which one country after another is surveyed. */
export interface Survey {
  run(seed: number, options?: {scale?: number}): Promise<SeedResult>;
  code: string;
  close(): void;
}

export const HEADLINES = ["OFF-01", "UPT-01", "UPT-02"] as const;
const AS_AT = "2004-06-30";
const ESTIMATES = "marts.survey_estimates";

/** Opens the survey of the project in `root`. Its marts are those that a build has, read once. */
export async function openSurvey(root: string): Promise<Survey> {
  const models = restingOn(await readModels(join(root, "pipeline")), ESTIMATES);
  const referenceFolder = join(root, "data", "reference");
  const warehouse = await openWarehouse(":memory:", {threads: 1});
  const {connection} = warehouse;
  // What this bench writes is no input of it.
  const tables = REFERENCE_TABLES.filter(({collection}) => collection !== "interval_coverage");
  await ingestReference(connection, {referenceFolder, tables, folder: root});
  await connection.run(
    `create table reference.release as select ${literal(AS_AT)}::date as as_at_date, 'all' as origin_filter`
  );
  await prepareRaw(connection, COLLECTIONS);
  const code = hashOf(root, models);
  return {
    code,
    async run(seed, {scale = 1} = {}) {
      const world = buildWorld({seed, scale, referenceFolder});
      await receive(connection, {returns: returnsOf(world), asAt: AS_AT});
      await estimate(warehouse, models);
      return {seed, scale, code, figures: await compare(warehouse, world)};
    },
    close: () => warehouse.close()
  };
}

function returnsOf(world: World): Incoming[] {
  const survey = runSurvey(world);
  const isLocal = (row: readonly string[]): boolean => row[1] === "local_lsc";
  return [
    // Schools that were not drawn are in no estimate.
    {collection: "school_frame", files: simulateSchoolFrame(world, survey), keeps: (row) => row.includes("yes")},
    {collection: "staff_questionnaire", files: simulateStaffQuestionnaire(world, survey)},
    {collection: "workforce", files: simulateWorkforce(world), keeps: isLocal}
  ];
}

/** What of a mart the headlines do not need, and what is therefore left out to save time. */
const SPARED: Readonly<Record<string, string>> = {
  "marts.gap_answers": "true",
  "marts.survey_answers": `indicator_id not in (${HEADLINES.map(literal).join(", ")}) or dimension_1 is not null`,
  "marts.survey_domains": `not (
    (area_level in ('national', 'region') and breakdown = 'total')
    or (area_level = 'national' and breakdown in ('staff group', 'role', 'sex'))
)`
};

async function estimate({connection}: Warehouse, models: readonly Model[]): Promise<void> {
  for (const model of models) {
    await buildModels(connection, [model]);
    const spared = SPARED[model.name];
    if (spared) await connection.run(`delete from ${model.name} where ${spared}`);
  }
}

async function compare({connection}: Warehouse, world: World): Promise<Figure[]> {
  const returned = await query(connection, "select distinct llsc_code from marts.survey_people");
  const groups = await query(connection, "select role_id, role_group from reference.roles");
  const truth = truthOf(world, {
    returned: new Set(returned.map(({llsc_code}) => String(llsc_code))),
    roleGroups: new Map(groups.map(({role_id, role_group}) => [String(role_id), String(role_group)]))
  });
  const rows = await query(connection, FIGURES);
  return rows.map((row) => {
    const place = {indicator: String(row.indicator_id), kind: row.kind as GroupKind, group: String(row.category)};
    return {
      ...place,
      estimate: Number(row.value),
      standardError: Number(row.standard_error),
      lower: Number(row.lower),
      upper: Number(row.upper),
      base: Number(row.base),
      truth: truth(place)
    };
  });
}

/** Who left the question blank is no group of the country, so nothing true can be said of it. */
const FIGURES = `select indicator_id,
    case
        when area_level = 'region' then 'region'
        when role_id is not null then 'role'
        else coalesce(dimension_1, 'England')
    end as kind,
    coalesce(role_id, category_1, area_code) as category,
    value, standard_error, lower, upper, base
from ${ESTIMATES}
where lower is not null
    and coalesce(category_1, '') <> 'Not known'
order by indicator_id, kind, category`;

function restingOn(models: readonly Model[], table: string): Model[] {
  const needed = new Set([table]);
  for (const {name, reads} of [...models].reverse()) if (needed.has(name)) for (const of of reads) needed.add(of);
  return models.filter(({name}) => needed.has(name));
}

/** The simulator, the methods, the marts and what compares them; not the machinery that reads and writes. */
function hashOf(root: string, models: readonly Model[]): string {
  const hash = createHash("sha256");
  for (const {name, sha256} of models) hash.update(`${name} ${sha256}\n`);
  const files = ["pipeline/simulate", "pipeline/methods"].flatMap((folder) =>
    readdirSync(join(root, folder))
      .sort()
      .map((file) => `${folder}/${file}`)
  );
  const own = ["Returns", "Seed", "Truth"].map((part) => `bench/coverage${part}.ts`);
  for (const file of [...files, ...own]) hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  return hash.digest("hex");
}
