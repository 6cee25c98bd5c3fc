import type {CountCell, Relation} from "../pipeline/gate/protect/problem.js";

/** Linked tables of one set of people: each table with all its totals, and a cell that several share only once. */
export interface LinkedTables {
  cells: CountCell[];
  relations: Relation[];
}

/** The dimensions that make a release of about our size, with the number of categories of each. */
export const DIMENSIONS = {region: 9, role: 8, route: 5, level: 4, sex: 2, ethnicity: 5} as const;

/** The five tables of the release. */
export const TABLES: readonly (readonly (keyof typeof DIMENSIONS)[])[] = [
  ["region", "role", "route"],
  ["region", "sex", "ethnicity"],
  ["role", "route", "level"],
  ["role", "sex", "ethnicity"],
  ["route", "level", "sex", "ethnicity"]
];

/**
 * Returns the tables of so many invented people whose categories are unevenly filled (each category about 0.57 times the
 * one before), drawn from the seed. A cell's id names its dimensions and categories; a dimension that is not named is a
 * total.
 */
export function linkedTables({
  people,
  seed,
  tables = TABLES,
  dimensions = DIMENSIONS,
  evenness = 0.57
}: {
  people: number;
  seed: number;
  tables?: readonly (readonly string[])[];
  dimensions?: Readonly<Record<string, number>>;
  evenness?: number;
}): LinkedTables {
  const random = randomNumbers(seed);
  const names = Object.keys(dimensions);
  const counts = new Map<string, number>();
  const relations: Relation[] = [];
  const done = new Set<string>();

  for (const table of tables) {
    for (const key of everyCell(table, dimensions)) if (!counts.has(idOf(key))) counts.set(idOf(key), 0);
  }
  for (let person = 0; person < people; person++) {
    const where = new Map(names.map((name) => [name, draw(random(), {size: dimensions[name] ?? 1, evenness})]));
    const ids = new Set(
      tables.flatMap((table) =>
        subsets(table).map((part) => idOf(new Map(part.map((name) => [name, where.get(name)]))))
      )
    );
    for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  for (const table of tables) {
    for (const key of everyCell(table, dimensions)) {
      for (const name of table.filter((dimension) => !key.has(dimension))) {
        const whole = idOf(key);
        if (done.has(`${whole}/${name}`)) continue;
        done.add(`${whole}/${name}`);
        const parts = Array.from({length: dimensions[name] ?? 1}, (_, category) => ({
          cell: idOf(new Map([...key, [name, category]])),
          factor: 1
        }));
        relations.push({terms: [{cell: whole, factor: -1}, ...parts], sense: "equal"});
      }
    }
  }
  return {cells: [...counts].map(([id, count]) => ({id, count})), relations};
}

/** Returns a source of numbers from 0 to 1 (mulberry32): the same for the same seed. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Key = ReadonlyMap<string, number | undefined>;

function idOf(key: Key): string {
  return [...key]
    .map(([name, category]) => `${name}=${category}`)
    .sort()
    .join(",");
}

/** Every cell of a table, totals among them. */
function everyCell(table: readonly string[], dimensions: Readonly<Record<string, number>>): Map<string, number>[] {
  let keys: Map<string, number>[] = [new Map()];
  for (const name of table) {
    keys = keys.flatMap((key) => [
      key,
      ...Array.from({length: dimensions[name] ?? 1}, (_, category) => new Map([...key, [name, category]]))
    ]);
  }
  return keys;
}

function subsets(table: readonly string[]): string[][] {
  let parts: string[][] = [[]];
  for (const name of table) parts = parts.concat(parts.map((part) => [...part, name]));
  return parts;
}

function draw(at: number, {size, evenness}: {size: number; evenness: number}): number {
  const weights = Array.from({length: size}, (_, category) => evenness ** category);
  let left = at * weights.reduce((sum, weight) => sum + weight, 0);
  const category = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  return category < 0 ? size - 1 : category;
}
