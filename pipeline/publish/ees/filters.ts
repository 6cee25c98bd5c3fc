import {DIMENSIONS} from "../../contracts/dimensions.js";
import type {Figure} from "../figures.js";
import type {Name} from "../names.js";

/** A column by which rows are told apart, each with Total for all of them together. */
export interface Filter {
  column: string;
  label: string;
  hint: string;
}

export const TOTAL = "Total";

export const ORIGIN: Filter = {
  column: "origin",
  label: "Origin of the figures",
  hint: "Total is every figure, whatever its origin; choose one to see which figures are of that origin"
};
export const ORIGIN_LABELS: Readonly<Record<Figure["origin"], string>> = {
  real: "Real",
  synthetic: "Synthetic",
  estimated: "Estimated"
};

/** Columns whose names the standard prescribes, or keeps for something else. */
const PRESCRIBED: Readonly<Record<string, string>> = {
  phase: "education_phase",
  "ethnic group": "ethnicity_detailed",
  characteristic: "person_characteristic",
  register: "provider_register"
};
const HINTS: Readonly<Record<string, string>> = {
  "ethnic group": "Groups as the Census of 2001 has them",
  role: "A person counts once in each role held and once in the total",
  route: "Routes overlap and never add up"
};

const KINDS = {
  role_id: {column: "role", label: "Role", hint: HINTS.role ?? ""},
  route_id: {column: "route", label: "Career route", hint: HINTS.route ?? ""},
  programme_id: {column: "programme", label: "Programme", hint: ""},
  nqf_level: {column: "qualification_level", label: "Qualification level", hint: ""}
} as const satisfies Partial<Record<keyof Figure, Filter>>;

type Kind = keyof typeof KINDS;

/** Every filter that a file can have, but for the origin, in the order in which files have them. */
export const FILTERS: readonly Filter[] = [
  ...Object.values(KINDS),
  ...Object.entries(DIMENSIONS)
    .filter(([dimension]) => !Object.values(KINDS).some(({column}) => column === columnOf(dimension))) // roles by name
    .map(([dimension, label]) => ({column: columnOf(dimension), label, hint: HINTS[dimension] ?? ""}))
];

/** Breakdowns whose categories are identifiers: what each is the identifier of. */
const CODED = {
  priority: "priorities",
  target: "targets",
  "rate compared": "indicators"
} as const satisfies Partial<Record<keyof typeof DIMENSIONS, string>>;

/** Names by identifier: of roles, routes and programmes, and of what categories are identifiers of. */
export type FilterNames = Readonly<
  Record<Exclude<Kind, "nqf_level"> | (typeof CODED)[keyof typeof CODED], readonly Name[]>
>;

/** Returns what tells a figure's filters: the item of each column that is not Total. */
export function filterReader(names: FilterNames): (figure: Figure) => ReadonlyMap<string, string> {
  const items: Record<Exclude<Kind, "nqf_level">, ReadonlyMap<string, string>> = {
    role_id: distinct(names.role_id),
    route_id: distinct(names.route_id),
    programme_id: distinct(names.programme_id)
  };
  const words = new Map<string, ReadonlyMap<string, string>>(
    Object.entries(CODED).map(([dimension, of]) => [
      dimension,
      new Map(names[of].map(({id, name}) => [id, `${id}: ${name}`]))
    ])
  );
  return (figure) => {
    const found = new Map<string, string>();
    for (const kind of ["role_id", "route_id", "programme_id"] as const) {
      const id = figure[kind];
      if (id !== null) found.set(KINDS[kind].column, items[kind].get(id) ?? id);
    }
    if (figure.nqf_level !== null) found.set(KINDS.nqf_level.column, `Level ${figure.nqf_level}`);
    for (const place of [1, 2, 3] as const) {
      const dimension = figure[`dimension_${place}`];
      const category = figure[`category_${place}`];
      if (dimension === null || category === null) continue;
      const item = dimension === "collection" ? sentence(category) : category;
      found.set(columnOf(dimension), words.get(dimension)?.get(category) ?? item);
    }
    return found;
  };
}

function columnOf(dimension: string): string {
  return PRESCRIBED[dimension] ?? dimension.replaceAll(/[^a-z0-9]+/g, "_");
}

/** Returns "Staff questionnaire" for "staff_questionnaire". */
function sentence(identifier: string): string {
  const words = identifier.replaceAll("_", " ");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** Names by identifier, with the identifier behind a name that several have. */
function distinct(names: readonly Name[]): ReadonlyMap<string, string> {
  const seen = new Map<string, number>();
  for (const {name} of names) seen.set(name, (seen.get(name) ?? 0) + 1);
  return new Map(names.map(({id, name}) => [id, (seen.get(name) ?? 0) > 1 ? `${name} (${id})` : name]));
}
