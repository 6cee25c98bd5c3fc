import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {enrolment} from "../../pipeline/contracts/enrolment.js";
import {linkageOf} from "../../pipeline/contracts/linkage.js";
import {prepareRaw} from "../../pipeline/ingest/load.js";
import {linkPeople} from "../../pipeline/ingest/people.js";
import {PEOPLE} from "../../pipeline/ingest/private.js";
import {simulateEnrolments, truePersons} from "../../pipeline/simulate/enrolment.js";
import {literal, openWarehouse, query, type Warehouse} from "../../pipeline/warehouse.js";
import {AS_AT, judgeFiles, world} from "../simulate/returns.js";

const files = simulateEnrolments(world()).filter(({received}) => received <= AS_AT);
const rows = judgeFiles(enrolment, files).filter(({isHeld}) => !isHeld);
const truth = truePersons(world());
let warehouse: Warehouse;

/** Links every learner of the committed returns, which a test elsewhere finds to be what the simulator writes. */
beforeAll(async () => {
  warehouse = await openWarehouse();
  const {connection} = warehouse;
  await connection.run(`create schema reference;
create table reference.postcode_districts (district varchar, lea_code varchar)`);
  await prepareRaw(connection, [enrolment]);
  const columns = Object.values(linkageOf("enrolment") ?? {}).slice(1);
  const people = rows.map(({row}, at) => {
    const values = columns.map((name) => literal(row[name] === undefined ? null : (row[name] ?? null)));
    return `(1, ${at + 1}, 'enrolment', ${values.join(", ")})`;
  });
  const learners = rows.map(({row}, at) => {
    const reference = `${row.L01}/${row.L03}`;
    return `(${at + 1}, ${literal(reference)}, ${truth.get(reference)})`;
  });
  await connection.run("create table learners (record_number integer, reference varchar, person integer)");
  for (let from = 0; from < rows.length; from += 2000) {
    await connection.run(`insert into ${PEOPLE} values ${people.slice(from, from + 2000).join(", ")}`);
    await connection.run(`insert into learners values ${learners.slice(from, from + 2000).join(", ")}`);
  }
  await connection.run("insert into raw.enrolment (file_id, record_number) select 1, record_number from learners");
  await linkPeople(connection, {key: "a key that is only for this test"});
}, 120_000);
afterAll(() => warehouse.close());

/** Pairs of learners that are one person's: truly, as linked, and both. */
async function pairs(key: string, join = ""): Promise<{both: number; linked: number; true: number; f1: number}> {
  const [row] = await query(
    warehouse.connection,
    `with linked as (
    select distinct learners.reference, learners.person, ${key} as person_key
    from learners
    inner join raw.enrolment as enrolment using (record_number)
    ${join}
), sizes as (
    select person_key, person, count(*) as size
    from linked group by grouping sets ((person_key, person), (person_key), (person))
)
select sum(size * (size - 1) / 2) filter (where person_key is not null and person is not null) as both,
    sum(size * (size - 1) / 2) filter (where person is null) as linked,
    sum(size * (size - 1) / 2) filter (where person_key is null) as truth
from sizes`
  );
  const [both, linked, all] = [Number(row?.both), Number(row?.linked), Number(row?.truth)];
  return {both, linked, true: all, f1: (2 * both) / (linked + all)};
}

const others = (method: string): string =>
  `left join raw.linkage_people as others on others.method = '${method}' and others.record_number = learners.record_number`;
const otherKey = "coalesce(others.person_key, enrolment.person_key)";

describe("linkPeople on the committed returns", () => {
  it("finds who is one person, against the simulator's truth, with an F1 of 0.97 and more", async () => {
    const found = await pairs("enrolment.person_key");
    expect(found.true).toBeGreaterThan(150);
    expect(found.f1).toBeGreaterThanOrEqual(0.97);
  });

  it("finds far more than equal names and birth dates do, and references find none", async () => {
    const exact = await pairs(otherKey, others("exact"));
    expect(exact.f1).toBeLessThan(0.8);
    expect((await pairs(otherKey, others("none"))).linked).toBe(0);
  });

  it("estimates its own precision and recall to within three points", async () => {
    const {both, linked, true: all} = await pairs("enrolment.person_key");
    const [row] = await query(
      warehouse.connection,
      "select estimated_precision, estimated_recall, persons, learners from raw.linkage where is_chosen"
    );
    expect(Math.abs(Number(row?.estimated_precision) - both / linked)).toBeLessThan(0.03);
    expect(Math.abs(Number(row?.estimated_recall) - both / all)).toBeLessThan(0.03);
    expect(Number(row?.learners)).toBeGreaterThan(Number(row?.persons));
  });

  it("never has fewer persons at a higher threshold", async () => {
    const ways = await query(
      warehouse.connection,
      "select persons from raw.linkage where method = 'probabilistic' order by threshold"
    );
    const persons = ways.map((row) => Number(row.persons));
    expect(persons).toEqual([...persons].sort((one, other) => one - other));
    expect(persons.length).toBeGreaterThan(4);
  });

  it("plants slips, moves, marriages and missing birth dates among people at two providers", () => {
    const told = new Map<number, (typeof rows)[number]["row"][]>();
    for (const {row} of rows) {
      const person = truth.get(`${row.L01}/${row.L03}`) ?? -1;
      told.set(person, [...(told.get(person) ?? []), row]);
    }
    const changed = (name: string, isCase: (one: string, other: string) => boolean): number =>
      [...told.values()].filter(([first, ...rest]) =>
        rest.some((row) => row.L01 !== first?.L01 && isCase(String(first?.[name] ?? ""), String(row[name] ?? "")))
      ).length;
    const differs = (one: string, other: string): boolean => one !== "" && other !== "" && one !== other;
    expect(
      changed("family_name", (one, other) => differs(one, other) && one.slice(0, 2) !== other.slice(0, 2))
    ).toBeGreaterThan(2);
    expect(changed("family_name", differs)).toBeGreaterThan(10);
    expect(changed("given_names", differs)).toBeGreaterThan(10);
    expect(changed("L17", differs)).toBeGreaterThan(15);
    expect(changed("date_of_birth", (one, other) => (one === "") !== (other === ""))).toBeGreaterThan(0);
  });
});
