import {readFileSync} from "node:fs";
import {join} from "node:path";
import {parse} from "csv-parse/sync";
import {type Census, takeCensus} from "./census.js";
import {type Random, random} from "./random.js";
import {makeSchools, type School} from "./school.js";

export interface Area {
  code: string;
  name: string;
  headcount: number; // support staff, January 2004
  fte: number;
}
export interface LocalLsc extends Area {
  region: string;
}
export interface Lea extends Area {
  type: string;
  llsc: string;
  region: string;
}

/** The simulated country: real names of areas, everything else made up. */
export interface World {
  seed: number;
  scale: number; // multiplies samples and learners, never the country itself
  random: Random; // take a stream of your own: world.random.stream("provider")
  regions: readonly Area[];
  lscs: readonly LocalLsc[];
  leas: readonly Lea[];
  schools: readonly School[];
  census: Census;
}

export interface WorldOptions {
  seed: number;
  scale: number;
  referenceFolder: string;
}

/** Returns the country that a seed makes, of the areas in the reference tables. */
export function buildWorld({seed, scale, referenceFolder}: WorldOptions): World {
  const table = (name: string): Record<string, string>[] =>
    parse(readFileSync(join(referenceFolder, `${name}.csv`)), {columns: true, bom: true});
  const source = random(seed);
  const places = table("leas").map((row) => ({
    code: field(row, "lea_code"),
    name: field(row, "lea_name"),
    type: field(row, "lea_type"),
    llsc: field(row, "llsc_code"),
    region: field(row, "region_code"),
    weight: weight(source, field(row, "lea_code"), field(row, "lea_type"))
  }));
  const schools = makeSchools(source, places);
  const census = takeCensus(source, schools);
  const leas = places.map(({weight: _, ...lea}) => ({...lea, ...count(census, lea.code)}));
  const total = (inside: (lea: Lea) => boolean) => ({
    headcount: leas.filter(inside).reduce((sum, lea) => sum + lea.headcount, 0),
    fte: leas.filter(inside).reduce((sum, lea) => sum + lea.fte, 0)
  });
  return {
    seed,
    scale,
    random: source,
    regions: table("regions").map((row) => {
      const code = field(row, "region_code");
      return {code, name: field(row, "region_name"), ...total(({region}) => region === code)};
    }),
    lscs: table("local_lscs").map((row) => {
      const code = field(row, "llsc_code");
      return {
        code,
        name: field(row, "llsc_name"),
        region: field(row, "region_code"),
        ...total(({llsc}) => llsc === code)
      };
    }),
    leas,
    schools,
    census
  };
}

/** How large an LEA is beside an average unitary one. */
function weight(source: Random, code: string, type: string): number {
  if (code === "201" || type === "isles_of_scilly") return 0.015;
  const spread = 0.6 + 0.9 * source.stream(`weight/${code}`).next();
  const usual = WEIGHTS[type];
  if (!usual) throw new Error(`unknown LEA type: ${type}`);
  return usual * spread;
}

const WEIGHTS: Readonly<Record<string, number>> = {
  county: 4.2,
  metropolitan_district: 1.5,
  unitary: 1,
  inner_london: 0.6,
  outer_london: 0.8
};

function count({cells}: Census, lea: string): {headcount: number; fte: number} {
  const own = cells.filter((cell) => cell.lea === lea);
  return {
    headcount: own.reduce((sum, {headcount}) => sum + headcount, 0),
    fte: own.reduce((sum, {fte}) => sum + fte, 0)
  };
}

function field(row: Record<string, string>, name: string): string {
  const value = row[name];
  if (value === undefined) throw new Error(`missing column: ${name}`);
  return value;
}
