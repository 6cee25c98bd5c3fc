import {UserError} from "../error.js";
import type {PublishedReader} from "./reader.js";

export interface Name {
  id: string;
  name: string;
}

/** Names of what figures are broken down by, under the column that holds the identifier. */
export type Names = Readonly<Record<"area_code" | "role_id" | "route_id" | "programme_id", readonly Name[]>>;

/** Reads the names of areas, roles and programmes from the published files. */
export async function readNames(reader: PublishedReader): Promise<Names> {
  const read = async (table: string, id: string, name: string): Promise<Name[]> => {
    const rows = await reader.rows(`select ${id} as id, ${name} as name from published.${table} order by ${id}`);
    return rows.map((row) => ({id: String(row.id), name: String(row.name)}));
  };
  const routes = await reader.rows(
    "select distinct route_id from published.indicators where route_id is not null order by route_id"
  );
  return {
    area_code: await read("areas", "area_code", "area_name"),
    role_id: await read("roles", "role_id", "role_name"),
    programme_id: await read("programmes", "programme_id", "programme_name"),
    route_id: routes.map(({route_id}) => ({id: String(route_id), name: String(route_id)}))
  };
}

/** Returns the name of an identifier; the identifier itself where it has no name, nothing where there is none. */
export function nameOf(names: readonly Name[], id: string | null): string | undefined {
  return id === null ? undefined : (names.find((candidate) => candidate.id === id)?.name ?? id);
}

/** Returns the identifier that `wanted` gives, by itself, by its whole name or by a part of it that fits one alone. */
export function choose(
  names: readonly Name[],
  {wanted, used, kind}: {wanted: string; used: ReadonlySet<string | null>; kind: string}
): string {
  const text = wanted.trim().toLowerCase();
  const tests: ((of: Name) => boolean)[] = [
    ({id}) => id.toLowerCase() === text,
    ({name}) => name.toLowerCase() === text,
    ({id, name}) => name.toLowerCase().includes(text) || id.toLowerCase().includes(text)
  ];
  for (const isFit of tests) {
    const fits = names.filter(isFit);
    const withFigures = fits.filter(({id}) => used.has(id));
    const [only, ...others] = withFigures.length > 0 ? withFigures : fits;
    if (only && others.length === 0) return only.id;
    if (only) throw new UserError(`explain: ${wanted} fits more than one ${kind}: ${list([only, ...others])}`);
  }
  const choices = names.filter(({id}) => used.has(id));
  throw new UserError(
    `explain: expected ${/^[aeiou]/.test(kind) ? "an" : "a"} ${kind}, got ${wanted}; there are ${list(choices)}`
  );
}

function list(names: readonly Name[]): string {
  const shown = names.slice(0, 12).map(({id, name}) => (id === name ? id : `${name} (${id})`));
  const rest = names.length - shown.length;
  return `${shown.join("; ")}${rest > 0 ? `; and ${rest} more` : ""}`;
}
