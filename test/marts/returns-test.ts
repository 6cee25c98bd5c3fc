import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {createWorld, type World} from "./world.js";

let world: World;

beforeEach(async () => {
  world = await createWorld();
});

afterEach(() => world.close());

const expected = (sender_id: string, rest: Record<string, string | null> = {}) => ({
  collection: "staff_questionnaire",
  period: "2003-04",
  sender_id,
  sender_name: `LSC ${sender_id}`,
  sender_type: "local_lsc",
  area_code: sender_id,
  due_date: "2004-05-31",
  ...rest
});
const file = {collection: "staff_questionnaire", period: "2003-04"};

describe("marts.returns", () => {
  it("says of each expected sender what came, when and how often", async () => {
    await world.insert("reference.expected_senders", [
      expected("LLSC01"),
      expected("LLSC02"),
      expected("LLSC03"),
      expected("LLSC04"),
      expected("LLSC05"),
      expected("LLSC06", {due_date: "2004-07-15"})
    ]);
    await world.receive({...file, sender_id: "LLSC01", rows_accepted: 90, rows_held: 10, rows_read: 100});
    await world.receive({...file, sender_id: "LLSC02", status: "replaced"});
    await world.receive({...file, sender_id: "LLSC02", received_date: "2004-06-20"});
    await world.receive({...file, sender_id: "LLSC03", received_date: "2004-06-10"});
    await world.receive({...file, sender_id: "LLSC04", status: "refused"});
    await world.build();
    expect(
      await world.query(
        "select sender_id, status, due_date, received_date, files_count, rows_used_count, rows_held_count from marts.returns"
      )
    ).toEqual([
      {
        sender_id: "LLSC01",
        status: "received",
        due_date: "2004-05-31",
        received_date: "2004-04-20",
        files_count: 1,
        rows_used_count: 90,
        rows_held_count: 10
      },
      {
        sender_id: "LLSC02",
        status: "resubmitted",
        due_date: "2004-05-31",
        received_date: "2004-06-20",
        files_count: 2,
        rows_used_count: 0,
        rows_held_count: 0
      },
      {
        sender_id: "LLSC03",
        status: "late",
        due_date: "2004-05-31",
        received_date: "2004-06-10",
        files_count: 1,
        rows_used_count: 0,
        rows_held_count: 0
      },
      {
        sender_id: "LLSC04",
        status: "refused",
        due_date: "2004-05-31",
        received_date: null,
        files_count: 1,
        rows_used_count: null,
        rows_held_count: null
      },
      {
        sender_id: "LLSC05",
        status: "not received",
        due_date: "2004-05-31",
        received_date: null,
        files_count: 0,
        rows_used_count: null,
        rows_held_count: null
      }
    ]);
  });

  it("expects enrolments of every provider on a register, and lists who sent without being asked", async () => {
    await world.receive({collection: "provider", period: "2003-04", sender_id: "LLSC01"}, [
      {provider_id: "900001", provider_name: "Tyne College", lea_code: "101"},
      {provider_id: "900002", provider_name: "Tees College", lea_code: null}
    ]);
    await world.receive({collection: "enrolment", period: "2003-04", sender_id: "900001"});
    await world.build();
    expect(
      await world.query(
        "select collection, sender_id, sender_name, sender_type, area_code, status, origin from marts.returns"
      )
    ).toEqual([
      {
        collection: "enrolment",
        sender_id: "900001",
        sender_name: "Tyne College",
        sender_type: "provider",
        area_code: "101",
        status: "received",
        origin: "synthetic"
      },
      {
        collection: "enrolment",
        sender_id: "900002",
        sender_name: "Tees College",
        sender_type: "provider",
        area_code: "ENG",
        status: "not received",
        origin: "synthetic"
      },
      {
        collection: "provider",
        sender_id: "LLSC01",
        sender_name: "Tyne",
        sender_type: "local_lsc",
        area_code: "LLSC01",
        status: "received",
        origin: "synthetic"
      }
    ]);
  });
});

describe("marts.return_completeness", () => {
  it("names a span inside a file by its first and its last academic year", async () => {
    const span = {collection: "apprenticeships", period: "2022_2026"};
    await world.insert("reference.expected_senders", [expected("dfe", {...span, area_code: "ENG"})]);
    await world.receive({...span, sender_id: "dfe"});
    await world.build();
    expect(await world.query("select period, period_type, value from marts.return_completeness")).toEqual([
      {period: "2022-23 to 2025-26", period_type: "academic", value: 100}
    ]);
  });

  it("divides the returns in use by the returns due, in England and by region", async () => {
    await world.insert("reference.expected_senders", [expected("LLSC01"), expected("LLSC02"), expected("LLSC03")]);
    await world.receive({...file, sender_id: "LLSC01"});
    await world.receive({...file, sender_id: "LLSC03"});
    await world.build();
    expect(
      await world.query(
        "select area_code, numerator, denominator, value, period_type, category_1 from marts.return_completeness where area_level <> 'local_lsc'"
      )
    ).toEqual([
      {
        area_code: "ENG",
        numerator: 2,
        denominator: 3,
        value: 66.7,
        period_type: "survey",
        category_1: "staff_questionnaire"
      },
      {
        area_code: "NE",
        numerator: 1,
        denominator: 2,
        value: 50,
        period_type: "survey",
        category_1: "staff_questionnaire"
      },
      {
        area_code: "SW",
        numerator: 1,
        denominator: 1,
        value: 100,
        period_type: "survey",
        category_1: "staff_questionnaire"
      }
    ]);
  });

  it("gives a local LSC its own returns and those of its LEAs", async () => {
    await world.insert("reference.expected_senders", [
      expected("LLSC01"),
      expected("101", {sender_type: "lea"}),
      expected("103", {sender_type: "lea"})
    ]);
    await world.receive({...file, sender_id: "101"});
    await world.build();
    expect(
      await world.query(
        "select area_code, numerator, denominator from marts.return_completeness where area_level = 'local_lsc'"
      )
    ).toEqual([
      {area_code: "LLSC01", numerator: 1, denominator: 2},
      {area_code: "LLSC02", numerator: 0, denominator: 1}
    ]);
  });
});
