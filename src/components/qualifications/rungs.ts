import type {Programme, Release} from "../release.js";
import {FOR_ALL, type Role, routesIn} from "../rolesByRoute.js";

/** The rungs of the ladder in order, and what has no level beside it. */
export const RUNGS = [
  {rung: 1, name: "Induction"},
  {rung: 2, name: "Level 2"},
  {rung: 3, name: "Level 3"},
  {rung: 4, name: "Level 4 and HLTA status"},
  {rung: 5, name: "Foundation degree"},
  {rung: 6, name: "Qualified teacher status"},
  {rung: 0, name: "Beside the ladder: no level stated"}
] as const;

export type Rung = (typeof RUNGS)[number]["rung"];

/** A programme on one rung: to whom it is open, and whom it fits by our judgement. */
export interface Step {
  programme: Programme;
  id: string;
  rung: Rung;
  routes: readonly string[];
  fits: ReadonlyMap<string, string> | undefined; // role → targeted, suitable or relevant; none where nobody judged it
}

/** What one cannot take: materials and standards that others work with, and what is only proposed. */
const NOT_TAKEN = new Set(["materials", "framework", "occupational_standards", "proposal"]);

/** Returns every programme of the plan that a person can take, once on each of its rungs. */
export function stepsOf(release: Pick<Release, "programmes" | "role_qualifications">): Step[] {
  const judged = judgements(release);
  return release.programmes
    .filter((programme) => isOfPlan(programme) && !NOT_TAKEN.has(programme.category ?? ""))
    .flatMap((programme) => {
      const id = programme.programme_id ?? "";
      const routes = routesIn(programme.route_ids);
      return rungsOf(programme).map((rung) => ({programme, id, rung, routes, fits: judged.get(`${id} ${rung}`)}));
    });
}

/** Returns true for a programme of the plan, false for an apprenticeship of today. */
export const isOfPlan = ({place}: Pick<Programme, "place">): boolean => place.startsWith("S0:");

/** Returns whether a step is open to a role: by our judgement where there is one, else by its route. */
export function isFor({fits, routes}: Pick<Step, "fits" | "routes">, role: Pick<Role, "role_id" | "routes">): boolean {
  if (fits) return fits.has(role.role_id);
  return routes.includes(FOR_ALL) || routes.some((route) => role.routes.includes(route));
}

/** A judgement holds for the level that it was made for, and for every rung where it names none. */
function judgements({programmes, role_qualifications}: Pick<Release, "programmes" | "role_qualifications">) {
  const found = new Map<string, Map<string, string>>();
  const rungs = new Map(programmes.map((programme) => [programme.programme_id, rungsOf(programme)]));
  for (const {programme_id, role_id, nqf_level, suitability} of role_qualifications) {
    const meant = nqf_level === null ? (rungs.get(programme_id) ?? []) : [RUNG_OF_LEVEL[nqf_level]];
    for (const rung of meant) {
      const key = `${programme_id} ${rung}`;
      const roles = found.get(key) ?? new Map<string, string>();
      found.set(key, roles.set(role_id ?? "", suitability));
    }
  }
  return found;
}

function rungsOf({category, nqf_level}: Programme): Rung[] {
  if (category === "induction") return [1];
  if (category === "status") return [4]; // some routes to the status state its level, and some do not
  if (category === "foundation_degree") return [5];
  if (category === "progression") return [6];
  const levels = (nqf_level ?? "").split(";").map((level) => RUNG_OF_LEVEL[level]);
  const stated = levels.filter((rung) => rung !== undefined);
  return stated.length === 0 ? [0] : stated;
}

const RUNG_OF_LEVEL: Readonly<Record<string, Rung>> = {"2": 2, "3": 3, "4": 4, "4+": 4};
