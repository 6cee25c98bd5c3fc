import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {build} from "../../pipeline/marts/role_comparisons.js";
import {openWarehouse, query, type Row, type Warehouse} from "../../pipeline/warehouse.js";
import {makeTable} from "../gate/marts.js";
import {type Person, surveyOf} from "./outcomes.js";

let warehouse: Warehouse;

beforeAll(async () => {
  warehouse = await openWarehouse();
  await warehouse.connection.run("create schema if not exists reference");
  const roles = {assistant: "Teaching assistant", clerk: "Clerk", librarian: "Librarian"};
  await makeTable(warehouse.connection, {
    name: "reference.roles",
    rows: Object.entries(roles).map(([role_id, role_name]) => ({role_id, role_name}))
  });
});
afterAll(() => warehouse.close());

/** People of one role, of whom some hold another as well: so many started, so many did not. */
const staff = (role: string, started: number, not: number): Person[] =>
  Array.from({length: started + not}, (_, index) => ({
    region: "EE",
    lsc: "E0",
    school: `school ${index % 2}`,
    role,
    sex: "Female",
    outcome: index < started ? 1 : 0
  }));

async function compare(people: readonly (Person & {also?: string})[]): Promise<Row[]> {
  await surveyOf(warehouse.connection, people);
  const held = people.flatMap(({role, also}, index) =>
    [role, ...(also ? [also] : [])].map((role_id) => ({
      file_id: 1,
      record_number: index + 1,
      area_level: "national",
      breakdown: "role",
      role_id
    }))
  );
  await makeTable(warehouse.connection, {name: "marts.survey_domains", rows: held});
  await build(warehouse.connection);
  return query(
    warehouse.connection,
    "select * from marts.role_comparisons where indicator_id = 'UPT-02' order by category_1"
  );
}

describe("marts.role_comparisons", () => {
  it("sets those who hold a role beside all who do not", async () => {
    const rows = await compare([
      ...staff("assistant", 30, 10),
      ...staff("clerk", 10, 30),
      ...staff("librarian", 5, 15)
    ]);
    const about = {family_id: "participation_by_role", dimension_1: "role", reference: "All other staff"};
    expect(rows).toMatchObject([
      {...about, category_1: "Clerk", difference: expect.closeTo(25 - (100 * 35) / 60, 9), base: 40},
      {...about, category_1: "Librarian", difference: expect.closeTo(25 - 50, 9), base: 20},
      {...about, category_1: "Teaching assistant", difference: expect.closeTo(75 - 25, 9), base: 40}
    ]);
    expect(rows.every(({p_value: p, area_code: area}) => p !== null && area === "ENG")).toBe(true);
  });

  it("counts whoever holds two roles as a holder of each, and with the others of neither", async () => {
    const both = staff("assistant", 10, 0).map((person) => ({...person, also: "clerk"}));
    const [clerk, assistant] = await compare([...both, ...staff("assistant", 10, 20), ...staff("clerk", 10, 30)]);
    expect(clerk).toMatchObject({difference: expect.closeTo((100 * 20) / 50 - (100 * 10) / 30, 9), base: 30});
    expect(assistant).toMatchObject({difference: expect.closeTo((100 * 20) / 40 - (100 * 10) / 40, 9), base: 40});
  });

  it("has no row for a role that everybody holds: there is nobody to set beside them", async () => {
    expect(await compare(staff("assistant", 30, 10))).toEqual([]);
  });

  it("has no row where nobody says what role they hold", async () => {
    await surveyOf(warehouse.connection, staff("assistant", 3, 3));
    await makeTable(warehouse.connection, {
      name: "marts.survey_domains",
      rows: [{file_id: 1, record_number: 1, area_level: "national", breakdown: "total", role_id: null}]
    });
    await warehouse.connection.run("alter table marts.survey_domains alter role_id type varchar");
    await build(warehouse.connection);
    expect(await query(warehouse.connection, "select * from marts.role_comparisons")).toEqual([]);
  });
});
