import type {Random} from "./random.js";
import type {Lea} from "./world.js";

type Cells = Readonly<Record<string, string>>;

const FRAME_FAULT_RATE = 0.002;
const STAFF_FAULT_RATE = 0.008;
const STAFF_ODDITY_RATE = 0.008;
const SCHOOL_FAULT_RATE = 0.008;

/** Returns the rows of a frame with faults; sampled schools have none, so that no form loses its school. */
export function spoilFrame(random: Random, {rows, leas}: {rows: readonly Cells[]; leas: readonly Lea[]}): Cells[] {
  const elsewhere = (llsc: string | undefined) => random.pick(leas.filter((lea) => lea.llsc !== llsc)).code;
  return rows.flatMap((row) => {
    if (row.is_sampled === "yes" || !random.chance(FRAME_FAULT_RATE)) return [row];
    return random.weighted<() => Cells[]>([
      [() => [{...row, lea_code: elsewhere(row.llsc_code)}], 4],
      [() => [{...row, size_band: "Med"}], 2],
      [() => [{...row, lea_code: ""}], 1],
      [() => [row, row], 3]
    ])();
  });
}

/** Returns the rows of staff questionnaires with faults, for which a contract holds them, and oddities, of which it warns. */
export function spoilStaff(random: Random, rows: readonly Cells[]): Cells[] {
  return rows.flatMap((row) => {
    if (random.chance(STAFF_ODDITY_RATE)) return [oddity(random, row)];
    if (!random.chance(STAFF_FAULT_RATE)) return [row];
    return random.weighted<() => Cells[]>([
      [() => [{...row, main_role_id: random.pick(["R99", "TA", "T.A.", "R1"])}], 4],
      [() => [{...row, main_role_hours: String(Number(row.main_role_hours) * 4 + 45)}], 2],
      [() => [{...row, offered_24_months: random.pick(["Y", "9", "YES"])}], 3],
      [() => [{...row, second_role_id: row.main_role_id ?? "", second_role_hours: "2"}], 1],
      [() => [{...row, offered_24_months: "no", last_offer_band: "0_12"}], 2],
      [() => [{...row, form_date: "15/03/04"}], 2],
      [() => [{...row, selection_within_school: ""}], 1],
      [() => [row, row], 3]
    ])();
  });
}

function oddity(random: Random, row: Cells): Cells {
  if (row.taken_e_skills === "no" && row.offered_e_skills === "no") return {...row, taken_e_skills: "yes"};
  if (row.wants_training === "no") return {...row, wanted_topic: "e_skills"};
  if (row.full_level_2 === "no") return {...row, full_level_2: "yes"};
  return {...row, main_role_hours: String(random.integer(49, 55)), second_role_hours: "", second_role_id: ""};
}

/** Returns the rows of school questionnaires with faults. */
export function spoilSchool(random: Random, rows: readonly Cells[]): Cells[] {
  return rows.flatMap((row) => {
    if (!random.chance(SCHOOL_FAULT_RATE)) return [row];
    return random.weighted<() => Cells[]>([
      [() => [{...row, offered_count: String(Number(row.headcount) + 2)}], 4],
      [() => [{...row, headcount: "several"}], 2],
      [() => [row, row], 2]
    ])();
  });
}
