import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {inductionLevels} from "../../pipeline/contracts/published/induction_levels.js";
import {inductionMap} from "../../pipeline/contracts/published/induction_map.js";
import {inductionModules} from "../../pipeline/contracts/published/induction_modules.js";
import {programmes} from "../../pipeline/contracts/published/programmes.js";
import {roleCompetences} from "../../pipeline/contracts/published/role_competences.js";
import {roleProfiles} from "../../pipeline/contracts/published/role_profiles.js";
import {roleQualifications} from "../../pipeline/contracts/published/role_qualifications.js";
import {rowSchema} from "../../pipeline/contracts/published/table.js";
import {buildOnly} from "../marts/only.js";
import {createWorld, type World} from "../marts/world.js";
import {readTable} from "./tables.js";

const TABLES = [
  programmes,
  roleCompetences,
  roleProfiles,
  roleQualifications,
  inductionMap,
  inductionModules,
  inductionLevels
];
const inScope = readTable("roles").flatMap((row) => (row.in_scope_of_survey === "yes" ? [row.role_id ?? ""] : []));
const asked = ["C01", "C02", "C03", "C04", "C16"];
let world: World;

/** The tables as shipped, at the date of the plan's pages. */
beforeAll(async () => {
  world = await createWorld();
  for (const table of [
    "competences",
    "programmes",
    "njc_profiles",
    "nvq_units",
    "induction_modules",
    "induction_unit_map"
  ])
    await ship(table);
  for (const table of ["role_competences", "role_njc_profiles", "role_qualification_suitability"]) await ship(table);
  await world.run("delete from reference.roles");
  await ship("roles");
  await buildOnly(world, "marts.qualified_roles", ...TABLES.map(({table}) => `marts.${table}`));
});

afterAll(() => world.close());

async function ship(table: string): Promise<void> {
  const rows = readTable(table).map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value === "" ? null : value]))
  );
  await world.insert(`reference.${table}`, rows);
}

const without = (date: string) =>
  world.query(`
    select role_id from marts.qualified_roles
    where rule = 'suitable' and nqf_level is null and on_date = date '${date}' and not is_qualified
    order by role_id
  `);

describe("role_competences", () => {
  it("says of every role asked about what is required in every competence asked about, and that we set it", () => {
    const rows = readTable("role_competences");
    const pairs = rows.map(({role_id, competence_id}) => `${role_id} ${competence_id}`);
    expect(pairs.sort()).toEqual(inScope.flatMap((role) => asked.map((competence) => `${role} ${competence}`)).sort());
    expect(new Set(rows.map(({basis, source}) => `${basis} ${source}`))).toEqual(
      new Set(["project_assigned unsourced"])
    );
  });

  it("names one competence for each question", () => {
    const names = readTable("competences").flatMap((row) =>
      asked.includes(row.competence_id ?? "") ? [row.asked_as] : []
    );
    expect(new Set(names).size).toBe(asked.length);
  });
});

describe("role_njc_profiles", () => {
  it("reads a profile for every role asked about, or says that there is none", () => {
    const rows = readTable("role_njc_profiles");
    expect(rows.map(({role_id}) => role_id).sort()).toEqual(inScope);
    expect(rows.flatMap((row) => (row.profile_id ? [] : [row.role_id]))).toEqual(["R34", "R35", "R36"]);
  });
});

describe("role_qualification_suitability", () => {
  it("leaves most roles other than teaching assistants without a suitable qualification in March 2004", async () => {
    const gaps = (await without("2004-03-31")).map(({role_id}) => role_id);
    expect(gaps).not.toContain("R01");
    expect(gaps.length).toBeGreaterThan((inScope.length - 1) / 2);
  });

  it("leaves none without one after the generic qualification", async () => {
    expect(await without("2004-12-31")).toEqual([]);
  });

  it("says who judged, when and by what rule", () => {
    const rows = readTable("role_qualification_suitability");
    expect(rows.filter((row) => !row.judged_by || !row.judged_date || !row.rule)).toEqual([]);
    const rules = new Set(rows.map(({suitability, rule}) => `${suitability} ${rule}`));
    expect(rules.size).toBe(3);
  });
});

describe("marts.induction_levels", () => {
  it("counts what is left of each award after induction, now and with the modules still to come", async () => {
    expect(
      await world.query(`
        select audience, nqf_level, status, mandatory_prepared_count as mandatory, optional_prepared_count as optional,
          units_remaining_count as remaining
        from marts.induction_levels where audience <> 'other_support_staff'
      `)
    ).toEqual(
      [
        ["primary_teaching_assistant", "2", "now", 1, 4, 3],
        ["primary_teaching_assistant", "2", "planned", 1, 5, 3],
        ["primary_teaching_assistant", "3", "now", 2, 7, 2],
        ["primary_teaching_assistant", "3", "planned", 2, 8, 2],
        ["secondary_teaching_assistant", "2", "now", 1, 4, 3],
        ["secondary_teaching_assistant", "2", "planned", 2, 4, 2],
        ["secondary_teaching_assistant", "3", "now", 2, 7, 2],
        ["secondary_teaching_assistant", "3", "planned", 3, 7, 1]
      ].map(([audience, nqf_level, status, mandatory, optional, remaining]) => ({
        audience,
        nqf_level,
        status,
        mandatory,
        optional,
        remaining
      }))
    );
  });

  it("prepares other staff for nothing while the modules for all are being written", async () => {
    expect(
      await world.query(`
        select nqf_level, status, units_remaining_count as remaining, basis from marts.induction_levels
        where audience = 'other_support_staff' and nqf_level = '2'
      `)
    ).toEqual([
      {nqf_level: "2", status: "now", remaining: 7, basis: "unsourced"},
      {nqf_level: "2", status: "planned", remaining: 6, basis: "unsourced"}
    ]);
  });
});

describe("published tables of gaps", () => {
  it.each(TABLES.map((table) => [table.table, table] as const))(
    "hold what the contract of %s says",
    async (name, table) => {
      const rows = await world.query(`select * from marts.${name}`);
      expect(rows.length).toBeGreaterThan(0);
      expect(Object.keys(rows[0] ?? {})).toEqual([...table.columns]);
      const schema = rowSchema(table);
      for (const row of rows) expect(schema.safeParse(row).error?.issues ?? []).toEqual([]);
      const keys = rows.map((row) => table.key.map((column) => row[column]).join("|"));
      expect(new Set(keys).size).toBe(rows.length);
    }
  );
});
