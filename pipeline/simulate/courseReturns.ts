import {adminLeas} from "./adminAreas.js";
import {ADMIN_TRUTH} from "./adminTruth.js";
import type {SimulatedFile} from "./file.js";
import {PROGRAMME_XLSX, type ProgrammeRow, programmeFile} from "./programmeFile.js";
import type {Random} from "./random.js";
import type {World} from "./world.js";

const SENDING_LEAS = 0.4;
const TERMS = [
  ["2003-09", "2003-10-20"],
  ["2004-01", "2004-02-20"],
  ["2004-04", "2004-05-20"]
] as const;
const COURSES = [
  ["Q04", "induction_primary", 0.012],
  ["Q04", "induction_secondary", 0.006],
  ["Q05", "introductory", 0.005]
] as const;

/** Returns NAA's return of the first courses for exams officers, at ten places in the last weeks of April 2004. */
export function simulateExams(world: World): SimulatedFile[] {
  const source = world.random.stream("programme/exams");
  const leas = adminLeas(world).filter(({headcount}) => headcount > 500);
  const rows = Array.from({length: ADMIN_TRUTH.examsLocations}, (_, index): ProgrammeRow => {
    const taken = source.integer(21, 30);
    const starts = taken - source.integer(0, 3);
    const start = `2004-04-${source.integer(19, 28)}`;
    return {
      programme_id: "Q42",
      route_or_level: "course",
      cohort: `April 2004 location ${index + 1}`,
      provider_id: String(930_001 + index),
      lea_code: source.pick(leas).code,
      month: "2004-04",
      cohort_start_date: start,
      cohort_planned_end_date: "2004-04-30",
      places_planned: 30,
      places_funded: 30,
      places_offered: 30,
      places_taken: taken,
      starts,
      completions: starts - source.integer(0, 2),
      days: 2
    };
  });
  return [programmeFile({sender: "NAA", period: "2004-04", received: "2004-05-19"}, rows)];
}

/** Returns the National Programme's plan of places for its pathfinder of September 2004; nobody has started. */
export function simulateBehaviour(world: World): SimulatedFile[] {
  const source = world.random.stream("programme/behaviour");
  const rows = [...world.regions].flatMap(({code}, index) =>
    (
      [
        ["Q23", "intermediate"],
        ["Q24", "advanced"]
      ] as const
    ).map(([programme, route]): ProgrammeRow => {
      const places = source.integer(4, 9) * 5;
      return {
        programme_id: programme,
        route_or_level: route,
        cohort: `Pathfinder ${code}`,
        provider_id: String(950_001 + index),
        month: "2004-06",
        cohort_start_date: "2004-09-20",
        cohort_planned_end_date: "2005-07-15",
        places_planned: places,
        places_funded: places
      };
    })
  );
  return [programmeFile({sender: "NPBA", period: "2004-06", received: "2004-06-22"}, rows)];
}

/** Returns the LEAs' termly returns of induction; most LEAs send none. */
export function simulateInduction(world: World): SimulatedFile[] {
  const source = world.random.stream("programme/induction");
  return adminLeas(world).flatMap((lea) => {
    const own = source.stream(lea.code);
    if (lea.headcount < 100 || !own.chance(SENDING_LEAS)) return [];
    const form = own.chance(0.3) ? PROGRAMME_XLSX : undefined;
    return TERMS.filter(() => own.chance(0.85)).map(([period, received]) =>
      programmeFile(
        {sender: lea.code, period, received: own.chance(0.06) ? "2004-07-05" : received, ...(form && {form})},
        COURSES.map(([programme, route, rate]) =>
          induction(own, {programme, route, mean: lea.headcount * rate, lea: lea.code, period})
        )
      )
    );
  });
}

/** Now and then an LEA writes its own number for a programme: such a row is held. */
function induction(
  source: Random,
  of: {programme: string; route: string; mean: number; lea: string; period: string}
): ProgrammeRow {
  const starts = Math.round(of.mean * (0.6 + 0.8 * source.next()));
  const taken = starts + source.integer(0, 3);
  const completions = Math.round(starts * (0.88 + 0.1 * source.next()));
  return {
    programme_id: source.chance(0.02) ? `IND${of.programme}` : of.programme,
    route_or_level: of.route,
    cohort: `Term ${of.period}`,
    provider_id: `940${of.lea}`,
    lea_code: of.lea,
    month: of.period,
    cohort_start_date: `${of.period}-${source.integer(10, 20)}`,
    cohort_planned_end_date: `${of.period}-28`,
    places_planned: taken + source.integer(0, 8),
    places_offered: taken + source.integer(0, 5),
    places_taken: taken,
    starts,
    completions,
    withdrawals: starts - completions,
    days: 4
  };
}
