import type {Release} from "./release.js";

/** Returns the name of an area; its code where it has none. */
export const areaName = ({areas}: Pick<Release, "areas">, code: string): string =>
  named(areas, {id: "area_code", name: "area_name"}).get(code) ?? code;

/** Returns the name of a region as a sentence has it: "the North East", "London". */
export const regionName = (release: Pick<Release, "areas">, code: string): string =>
  areaName(release, code).replace(/^(?=(?:North|South|East|West)\b)/, "the ");

/** Returns the name of a role; its identifier where it has none. */
export const roleName = ({roles}: Pick<Release, "roles">, id: string): string =>
  named(roles, {id: "role_id", name: "role_name"}).get(id) ?? id;

/** Returns the name of a career route; its identifier where it has none. */
export const routeName = ({routes}: Pick<Release, "routes">, id: string): string =>
  named(routes, {id: "route_id", name: "route_name"}).get(id) ?? id;

/** Returns the name of a programme or qualification; its identifier where it has none. */
export const programmeName = ({programmes}: Pick<Release, "programmes">, id: string): string =>
  named(programmes, {id: "programme_id", name: "programme_name"}).get(id) ?? id;

/** Returns an indicator's name in the catalogue; its identifier where it has none. */
export const indicatorName = ({definitions}: Pick<Release, "definitions">, id: string): string =>
  named(definitions, {id: "indicator_id", name: "indicator_name"}).get(id) ?? id;

/** The tables never change, and many pages look names up. */
const known = new WeakMap<object, ReadonlyMap<unknown, string>>();

function named<Row extends object>(
  rows: readonly Row[],
  {id, name}: {id: keyof Row; name: keyof Row}
): ReadonlyMap<unknown, string> {
  const found = known.get(rows) ?? new Map(rows.map((row) => [row[id], String(row[name])]));
  known.set(rows, found);
  return found;
}
