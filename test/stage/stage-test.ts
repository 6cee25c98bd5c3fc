import {readdirSync, readFileSync} from "node:fs";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {COLLECTIONS} from "../../pipeline/contracts/collections.js";
import {createWorld, type World} from "../marts/world.js";

let world: World;

beforeEach(async () => {
  world = await createWorld();
});

afterEach(() => world.close());

describe("stage", () => {
  it("has a file for each collection, which uses only the file in use", () => {
    const names = readdirSync("pipeline/stage");
    for (const {collection} of COLLECTIONS) {
      expect(names).toContain(`${collection}.sql`);
      expect(readFileSync(`pipeline/stage/${collection}.sql`, "utf8")).toContain("where files.status = 'used'");
    }
  });

  it("gives one row for each accepted row of a file in use, with its sender, period and origin", async () => {
    const file = {collection: "enrolment", period: "2003-04", sender_id: "900001"};
    const aim = {L01: "900001", A09: "AIM00001", A27: "2003-09-10", A34: "1", person_key: "ann"};
    await world.receive({...file, status: "replaced"}, [aim]);
    await world.receive(file, [aim, {...aim, person_key: "bob"}]);
    await world.build();
    expect(
      await world.query("select sender_id, period, origin, person_key, aim_reference, start_date from stage.enrolment")
    ).toEqual([
      {
        sender_id: "900001",
        period: "2003-04",
        origin: "synthetic",
        person_key: "ann",
        aim_reference: "AIM00001",
        start_date: "2003-09-10"
      },
      {
        sender_id: "900001",
        period: "2003-04",
        origin: "synthetic",
        person_key: "bob",
        aim_reference: "AIM00001",
        start_date: "2003-09-10"
      }
    ]);
  });

  it("tells the editions of the apprenticeship figures apart, and a part year from a whole one", async () => {
    const row = {
      academic_year: "2025/26 (Aug to Apr)",
      apprenticeship_level: "Advanced Apprenticeship",
      measure: "Starts"
    };
    await world.receive({collection: "apprenticeships", period: "2022_2026", sender_id: "dfe"}, [
      {...row, provider_type: "Schools", value: 5},
      {...row, programme_name: "Teaching Assistant", provider_type: "Schools", value: 4, provider_count: 2},
      {...row, programme_name: "Teaching Assistant", provider_type: "Schools", value: 3, provider_name: "A school"}
    ]);
    await world.build();
    expect(
      await world.query("select edition, academic_year, is_part_year, measure, apprentices from stage.apprenticeships")
    ).toEqual([
      {edition: "all_programmes", academic_year: "2025-26", is_part_year: true, measure: "starts", apprentices: 5},
      {edition: "support_roles", academic_year: "2025-26", is_part_year: true, measure: "starts", apprentices: 4},
      {edition: "by_provider", academic_year: "2025-26", is_part_year: true, measure: "starts", apprentices: 3}
    ]);
  });

  it("calls a workforce figure synthetic where the file or the figure is", async () => {
    const row = {census_date: "2004-01", area_level: "national", area_code: "ENG", headcount: 1};
    await world.receive({collection: "workforce", period: "2004-01", sender_id: "DFES", origin: "real"}, [
      {...row, figure_origin: "published"},
      {...row, figure_origin: "synthetic"}
    ]);
    await world.build();
    expect(await world.query("select origin from stage.workforce")).toEqual([{origin: "real"}, {origin: "synthetic"}]);
  });
});
