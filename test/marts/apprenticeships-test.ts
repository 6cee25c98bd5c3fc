import {readFileSync} from "node:fs";
import {parse} from "csv-parse/sync";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {createWorld, type World} from "./world.js";

let world: World;

beforeEach(async () => {
  world = await createWorld({asAt: "2026-06-30"});
});

afterEach(() => world.close());

const file = {collection: "apprenticeships", period: "2022_2026", sender_id: "dfe_support_roles", origin: "real"};
const mentor = {
  academic_year: "2022/23",
  apprenticeship_level: "Advanced Apprenticeship",
  programme_name: "Learning Mentor",
  programme_type: "Standard",
  provider_type: "Local Authority",
  measure: "Starts",
  value: 2,
  provider_count: 6
};

async function mapMentors(): Promise<void> {
  await world.insert("reference.apprenticeship_roles", [
    {
      programme_id: "A08",
      programme_name: "Learning Mentor",
      programme_type: "Standard",
      apprenticeship_level: "Advanced Apprenticeship",
      nqf_level: "3",
      role_id: "R17",
      route_id: "BG",
      basis: "inferred"
    }
  ]);
}

describe("marts.apprenticeships", () => {
  it("gives totals by programme, level, role, route and provider type, each with its own treatment", async () => {
    await mapMentors();
    await world.receive(file, [mentor, {...mentor, provider_type: "Schools", value: 19}]);
    await world.build();
    expect(
      await world.query(
        "select programme_id, nqf_level, role_id, route_id, category_1, measure, value, origin from marts.apprenticeships order by all"
      )
    ).toEqual([
      {
        programme_id: "A08",
        nqf_level: null,
        role_id: null,
        route_id: null,
        category_1: "Local authority",
        measure: "count",
        value: 2,
        origin: "real"
      },
      {
        programme_id: "A08",
        nqf_level: null,
        role_id: null,
        route_id: null,
        category_1: "School",
        measure: "count",
        value: 19,
        origin: "real"
      },
      {
        programme_id: "A08",
        nqf_level: null,
        role_id: null,
        route_id: null,
        category_1: null,
        measure: "published_fact",
        value: 21,
        origin: "real"
      },
      {
        programme_id: null,
        nqf_level: "3",
        role_id: null,
        route_id: null,
        category_1: null,
        measure: "count",
        value: 21,
        origin: "estimated"
      },
      {
        programme_id: null,
        nqf_level: null,
        role_id: "R17",
        route_id: null,
        category_1: null,
        measure: "count",
        value: 21,
        origin: "estimated"
      },
      {
        programme_id: null,
        nqf_level: null,
        role_id: null,
        route_id: "BG",
        category_1: null,
        measure: "count",
        value: 21,
        origin: "estimated"
      },
      {
        programme_id: null,
        nqf_level: null,
        role_id: null,
        route_id: null,
        category_1: "Local authority",
        measure: "count",
        value: 2,
        origin: "estimated"
      },
      {
        programme_id: null,
        nqf_level: null,
        role_id: null,
        route_id: null,
        category_1: "School",
        measure: "count",
        value: 19,
        origin: "estimated"
      },
      {
        programme_id: null,
        nqf_level: null,
        role_id: null,
        route_id: null,
        category_1: null,
        measure: "count",
        value: 21,
        origin: "estimated"
      }
    ]);
  });

  it("counts apprentices once where two editions came", async () => {
    await mapMentors();
    await world.receive(file, [mentor]);
    await world.receive({...file, sender_id: "dfe_by_provider"}, [
      {...mentor, provider_name: "A college", provider_count: null}
    ]);
    await world.build();
    expect(await world.query("select value from marts.apprenticeships where programme_id is not null")).toEqual([
      {value: 2},
      {value: 2}
    ]);
  });

  it("adds the committed figures up to 4,661 starts, and to 2,517 in a part year", async () => {
    const rows = (path: string) => parse(readFileSync(path), {columns: true, bom: true}) as Record<string, string>[];
    await world.insert(
      "reference.apprenticeship_roles",
      rows("data/reference/apprenticeship_roles.csv").map(({note, source, ...row}) => row)
    );
    const names = new Set(["Teaching Assistant", "Specialist Teaching Assistant"]);
    const starts = rows("data/returns/apprenticeships/2022_2026/dfe_support_roles.csv").filter(
      ({programme_name, measure}) => names.has(String(programme_name)) && measure === "Starts"
    );
    await world.receive(file, starts);
    await world.build();
    expect(
      await world.query(`
        select programme_id, period, value, is_part_period from marts.apprenticeships
        where measure = 'published_fact' and (programme_id, period) in (('A01', '2023-24'), ('A02', '2025-26'))
      `)
    ).toEqual([
      {programme_id: "A01", period: "2023-24", value: 4661, is_part_period: false},
      {programme_id: "A02", period: "2025-26", value: 2517, is_part_period: true}
    ]);
  });
});
