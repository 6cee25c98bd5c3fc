import {type AdminLea, adminLeas, apportion} from "./adminAreas.js";
import {ADMIN_TRUTH} from "./adminTruth.js";
import type {SimulatedFile} from "./file.js";
import {type ProgrammeRow, programmeFile} from "./programmeFile.js";
import {hltaProviders, type SimulatedProvider} from "./providers.js";
import type {Random} from "./random.js";
import type {World} from "./world.js";

const MONTHS = ["2004-04", "2004-05", "2004-06"] as const;
const RECEIVED = ["2004-05-11", "2004-06-09", "2004-06-30"] as const;

/** How many of the places offered are taken, and of the places taken start, month by month from April 2004. */
const PACE = [
  {taken: 0.09, starts: 0.08},
  {taken: 0.14, starts: 0.14},
  {taken: 0.17, starts: 0.18}
] as const;

interface Route {
  programme: "Q09" | "Q10";
  route: string;
  share: number; // of the places funded
  start: string;
  end: string;
  days: number;
}

const ROUTES: readonly Route[] = [
  {programme: "Q09", route: "assessment_only", share: 0.45, start: "2004-04-19", end: "2004-07-09", days: 3},
  {programme: "Q10", route: "full_training", share: 0.55, start: "2004-04-26", end: "2005-04-15", days: 50}
];

/** Returns TTA's returns of HLTA places and starts by LEA, from April 2004; April's was sent twice. */
export function simulateHlta(world: World): SimulatedFile[] {
  const source = world.random.stream("hlta");
  const leas = adminLeas(world);
  const providers = hltaProviders(world);
  const places = ROUTES.map(({share}) =>
    apportion(
      Math.round(ADMIN_TRUTH.hltaPlacesFunded * share),
      leas.map((lea) => lea.headcount)
    )
  );
  const series = ROUTES.flatMap((route, at) =>
    leas.flatMap((lea, index) => {
      const funded = places[at]?.[index] ?? 0;
      return funded > 0 ? [follow(source, {route, lea, funded, provider: nearest(providers, lea, index + at)})] : [];
    })
  );
  const files = MONTHS.map((month, at) =>
    programmeFile(
      {sender: "TTA", period: month, received: RECEIVED[at] ?? "", submission: at === 0 ? 2 : 1},
      series.flatMap((rows) => rows[at] ?? [])
    )
  );
  return [draft(files[0]), ...files];
}

/** One LEA and route through the months: places open in April, are taken and filled, and end in an assessment. */
function follow(
  source: Random,
  {route, lea, funded, provider}: {route: Route; lea: AdminLea; funded: number; provider: SimulatedProvider}
): ProgrammeRow[] {
  let taken = 0;
  let started = 0;
  let inTraining = 0;
  return MONTHS.map((month, at) => {
    const pace = PACE[at] ?? {taken: 0, starts: 0};
    const newlyTaken = Math.min(funded - taken, around(source, funded * pace.taken));
    taken += newlyTaken;
    const starts = Math.min(taken - started, around(source, taken * pace.starts));
    const ready = route.programme === "Q09" ? around(source, inTraining * 0.6) : 0;
    const assessed = Math.min(inTraining, ready);
    const passed = Array.from({length: assessed}, () => source.chance(ADMIN_TRUTH.hltaPassRate)).filter(Boolean).length;
    const withdrawals = inTraining > assessed && source.chance(0.04 * inTraining) ? 1 : 0;
    started += starts;
    inTraining += starts - assessed - withdrawals;
    return {
      programme_id: route.programme,
      route_or_level: route.route,
      cohort: "2004-05",
      provider_id: provider.provider_id,
      lea_code: lea.code,
      month,
      cohort_start_date: route.start,
      cohort_planned_end_date: route.end,
      places_planned: at === 0 ? funded : 0,
      places_funded: at === 0 ? funded : 0,
      places_offered: at === 0 ? funded : newlyTaken,
      places_taken: newlyTaken,
      starts,
      completions: assessed,
      withdrawals,
      assessed,
      passed,
      days: route.days
    };
  });
}

/** TTA's first return for April had more places taken than offered in some rows: they are held, and it was sent again. */
function draft(file: SimulatedFile | undefined): SimulatedFile {
  if (file === undefined) throw new Error("missing file: TTA");
  const [offered, taken] = [file.header.indexOf("places_offered"), file.header.indexOf("places_taken")];
  const rows = file.rows.map((row, index) =>
    index % 40 === 7 ? row.map((cell, at) => (at === taken ? String(Number(row[offered]) + 2) : cell)) : row
  );
  return {...file, submission: 1, received: "2004-05-06", rows};
}

/** The providers of a region take its LEAs in turn. */
function nearest(providers: readonly SimulatedProvider[], lea: AdminLea, turn: number): SimulatedProvider {
  const near = providers.filter((provider) => provider.lea.region === lea.region);
  const from = near.length > 0 ? near : providers;
  const provider = from[turn % from.length];
  if (provider === undefined) throw new Error("missing provider: HLTA");
  return provider;
}

function around(source: Random, mean: number): number {
  return Math.max(0, Math.floor(mean * (0.7 + 0.6 * source.next()) + source.next()));
}
