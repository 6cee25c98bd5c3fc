import {afterAll, beforeAll, describe, expect, it} from "vitest";
import {build} from "../../pipeline/marts/group_comparisons.js";
import {openWarehouse, query, type Row, type Warehouse} from "../../pipeline/warehouse.js";
import {type Person, plantedPeople, surveyOf} from "./outcomes.js";

let warehouse: Warehouse;

beforeAll(async () => {
  warehouse = await openWarehouse();
});

afterAll(() => warehouse.close());

async function compare(people: readonly Person[]): Promise<Row[]> {
  await surveyOf(warehouse.connection, people);
  await build(warehouse.connection);
  return query(
    warehouse.connection,
    "select * from marts.group_comparisons where indicator_id = 'UPT-02' order by is_adjusted, category_1"
  );
}

/** People of one sex in one role: so many started, so many did not. */
function staff(sex: string | null, role: string, started: number, not: number): Person[] {
  return Array.from({length: started + not}, (_, index) => ({
    region: "EE",
    lsc: "E0",
    school: `school ${index % 2}`,
    role,
    sex,
    outcome: index < started ? 1 : 0
  }));
}

describe("marts.group_comparisons", () => {
  it("sets each group beside the largest, crude and within the same role and region", async () => {
    const rows = await compare([
      ...staff("Female", "assistant", 30, 10),
      ...staff("Female", "other", 5, 15),
      ...staff("Male", "assistant", 6, 2),
      ...staff("Male", "other", 8, 24)
    ]);
    const about = {category_1: "Male", reference: "Female", dimension_1: "sex", unknown_share: 0};
    expect(rows).toMatchObject([
      {
        ...about,
        family_id: "participation_by_group",
        difference: expect.closeTo(-23.333, 3),
        ratio: expect.closeTo(0.6, 9),
        base: 40
      },
      // Within a role men start as often as women: the whole gap is where they work.
      {...about, family_id: "participation_by_group_adjusted", difference: null, ratio: expect.closeTo(1, 9), base: 40}
    ]);
  });

  it("finds the ratio that was planted, which the roles of men hide", async () => {
    const [crude, adjusted] = await compare(plantedPeople());
    expect(Number(adjusted?.ratio_lower)).toBeLessThan(0.5);
    expect(Number(adjusted?.ratio_upper)).toBeGreaterThan(0.5);
    expect(Number(crude?.ratio)).toBeLessThan(Number(adjusted?.ratio));
    expect(Number(adjusted?.p_value)).toBeLessThan(1e-6);
  });

  it("gives what it could be at worst, and no figure, where more than a fifth are unknown", async () => {
    const [crude, adjusted] = await compare([
      ...staff("Female", "other", 10, 10),
      ...staff("Male", "other", 4, 6),
      ...staff(null, "other", 5, 5)
    ]);
    // Of ten unknown, the five who did not start go to the men and the five who did to the women, or the other way round.
    expect(crude).toMatchObject({
      difference: null,
      ratio: null,
      p_value: null,
      interval_level: null,
      symbol_reason: "not_enough_data",
      unknown_share: 0.25,
      lower: expect.closeTo(100 * (4 / 15 - 15 / 25), 9),
      upper: expect.closeTo(100 * (9 / 15 - 10 / 25), 9),
      ratio_lower: expect.closeTo(4 / 15 / (15 / 25), 9),
      ratio_upper: expect.closeTo(9 / 15 / (10 / 25), 9)
    });
    expect(adjusted).toMatchObject({ratio: null, ratio_lower: null, p_value: null, symbol_reason: "not_enough_data"});
  });

  it("says nothing of like and like where most of a group work where the others do not", async () => {
    const [, adjusted] = await compare([
      ...staff("Female", "assistant", 30, 10),
      ...staff("Female", "other", 1, 2),
      ...staff("Male", "caretaker", 5, 5),
      ...staff("Male", "other", 1, 2)
    ]);
    expect(adjusted).toMatchObject({
      ratio: null,
      symbol_reason: "not_enough_data",
      dropped_share: expect.closeTo(10 / 13, 9)
    });
  });

  it("has no rows where there is one group alone", async () => {
    expect(await compare(staff("Female", "other", 3, 3))).toEqual([]);
  });
});
