import {apportion} from "./adminAreas.js";
import {ADMIN_TRUTH} from "./adminTruth.js";
import type {SimulatedFile} from "./file.js";
import {PROGRAMME_XLSX, type ProgrammeRow, programmeFile} from "./programmeFile.js";
import {businessManagementCentres} from "./providers.js";
import type {World} from "./world.js";

/** A cohort as a whole; its people are shared out among the centres. */
interface Cohort {
  programme: "Q40" | "Q41";
  route: "certificate" | "diploma";
  cohort: string;
  start: string;
  end: string;
  planned: number;
  taken: number;
  starts: number;
  opened: string; // month in which the places were opened
}

const PERIODS = [
  ["2003-09", "2003-10-14"],
  ["2003-10", "2003-11-12"],
  ["2003-11", "2003-12-10"],
  ["2003-12", "2004-01-15"],
  ["2004-01", "2004-02-11"],
  ["2004-02", "2004-03-10"],
  ["2004-03", "2004-04-15"],
  ["2004-04", "2004-05-12"],
  ["2004-05", "2004-06-10"],
  ["2004-06", "2004-07-09"]
] as const;

const {csbmStartsBeforeOctober, csbmStartsInOctober, csbmPlacesPerCohort, dsbmPlacesPerPilot} = ADMIN_TRUTH;
const CERTIFICATE_MONTHS = ["2002-10", "2003-01", "2003-04", "2003-09", "2003-10"];

/** Returns NCSL's monthly returns. The first tells of the cohorts since autumn 2002; the last came after June. */
export function simulateBusinessManagement(world: World): SimulatedFile[] {
  const centres = businessManagementCentres(world);
  const rows = cohorts().flatMap((cohort) => {
    const own = cohort.programme === "Q40" ? centres.slice(0, 9) : [centres[cohort.cohort.endsWith("1") ? 9 : 10]];
    const parts = own.map(() => 1);
    const starts = apportion(cohort.starts, parts);
    const unfilled = apportion(cohort.taken - cohort.starts, parts);
    const untaken = apportion(cohort.planned - cohort.taken, parts);
    return own.flatMap((centre, index) =>
      life(cohort, {
        provider: centre?.provider_id ?? "",
        starts: starts[index] ?? 0,
        taken: (starts[index] ?? 0) + (unfilled[index] ?? 0),
        planned: (starts[index] ?? 0) + (unfilled[index] ?? 0) + (untaken[index] ?? 0)
      })
    );
  });
  return PERIODS.map(([period, received], index) =>
    programmeFile(
      {sender: "NCSL", period, received, form: PROGRAMME_XLSX},
      rows.filter(({month}) => (index === 0 ? String(month) <= period : month === period))
    )
  );
}

function cohorts(): Cohort[] {
  const early = apportion(csbmStartsBeforeOctober, [30, 26, 23, 21]);
  const certificates = [...early, csbmStartsInOctober].map((starts, index) => {
    const month = CERTIFICATE_MONTHS[index] ?? "";
    const end = `${Number(month.slice(0, 4)) + 1}-${month.slice(5)}-30`;
    return certificate({cohort: month, start: `${month}-13`, end, planned: starts + 8, taken: starts + 3, starts});
  });
  const further = [
    certificate({
      cohort: "2004-05 A",
      start: "2004-04-26",
      end: "2005-03-31",
      planned: csbmPlacesPerCohort,
      taken: 571,
      starts: 556
    }),
    certificate({
      cohort: "2004-05 B",
      start: "2004-10-11",
      end: "2005-09-30",
      planned: csbmPlacesPerCohort,
      taken: 0,
      starts: 0
    })
  ];
  const pilots = [1, 2].map((number) => ({
    programme: "Q41" as const,
    route: "diploma" as const,
    cohort: `Pilot ${number}`,
    start: number === 1 ? "2003-11-17" : "2003-12-08",
    end: "2004-11-30",
    planned: dsbmPlacesPerPilot,
    taken: dsbmPlacesPerPilot,
    starts: number === 1 ? 50 : 48,
    opened: number === 1 ? "2003-11" : "2003-12"
  }));
  return [...certificates, ...further, ...pilots];
}

function certificate(of: Omit<Cohort, "programme" | "route" | "opened">): Cohort {
  return {...of, programme: "Q40", route: "certificate", opened: of.starts === 0 ? "2004-04" : of.start.slice(0, 7)};
}

/** A centre's part of a cohort: it starts at once, loses a few on the way, and the rest finish in the last month. */
function life(
  cohort: Cohort,
  {provider, planned, taken, starts}: {provider: string; planned: number; taken: number; starts: number}
): ProgrammeRow[] {
  const base = {
    programme_id: cohort.programme,
    route_or_level: cohort.route,
    cohort: cohort.cohort,
    provider_id: provider,
    cohort_start_date: cohort.start,
    cohort_planned_end_date: cohort.end
  };
  const losses = apportion(Math.round(starts * 0.08), [1, 1, 1]);
  const lost = losses.reduce((left, right) => left + right, 0);
  const last = cohort.end.slice(0, 7);
  const isOpen = starts > 0;
  return [
    {
      ...base,
      month: cohort.opened,
      places_planned: planned,
      places_funded: planned,
      places_offered: isOpen ? planned : 0,
      places_taken: taken,
      starts
    },
    ...(isOpen
      ? losses.map((withdrawals, index) => ({...base, month: later(cohort.opened, 2 * index + 2), withdrawals}))
      : []),
    ...(isOpen
      ? [{...base, month: last, completions: starts - lost, assessed: starts - lost, passed: starts - lost}]
      : [])
  ];
}

function later(month: string, months: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, "0")}`;
}
