import fc from "fast-check";
import type {Pair} from "../../pipeline/audit/published.js";
import {type Cell, cellId} from "../../pipeline/gate/cells.js";
import type {Relation} from "../../pipeline/gate/protect/problem.js";
import {relationsOf} from "../../pipeline/gate/relations.js";
import {sum as sumOf} from "./protect/tables.js";
import {SMALL} from "./surface.js";

const PARENTS = new Map([
  ["ENG", null],
  ["YH", "ENG"],
  ["NE", "ENG"],
  ["LLSC01", "YH"],
  ["LLSC02", "YH"],
  ["LLSC03", "NE"]
]);
const SEXES = ["female", "male"];
const PHASES = ["primary", "secondary"];

/** People of one local LSC, sex and phase: how many began, and how many of them finished. */
interface Group {
  area: string;
  sex: string;
  phase: string;
  starts: number;
  finishers: number;
}

/** Cells with all that binds them, as the gate makes them of figures. */
export interface Linked {
  cells: readonly Cell[];
  relations: readonly Relation[];
  pairs: readonly Pair[];
}

/** Mostly few or none. */
const size = fc.oneof(
  {weight: 3, arbitrary: fc.constant(0)},
  {weight: 4, arbitrary: fc.integer({min: 1, max: 9})},
  {weight: 2, arbitrary: fc.integer({min: 10, max: 60})}
);

/** Tables of starts and finishers by area, sex and phase, singly and together, with all totals. */
export const linkedCells: fc.Arbitrary<Linked> = fc
  .array(fc.tuple(size, fc.nat(100)), {minLength: 12, maxLength: 12})
  .map((numbers) => {
    const groups = ["LLSC01", "LLSC02", "LLSC03"].flatMap((area) =>
      SEXES.flatMap((sex) => PHASES.map((phase) => ({area, sex, phase})))
    );
    return linked(
      groups.map((group, index) => {
        const [starts, percent] = numbers[index] ?? [0, 0];
        return {...group, starts, finishers: Math.round((starts * percent) / 100)};
      })
    );
  });

/**
 * Few cells of mostly few people in sums that overlap at random. Where three or five of them stand in a ring, each pair of
 * neighbours making up a multiple of ten, they have no additive rounding.
 */
export const tangledCells: fc.Arbitrary<Linked> = fc
  .record({
    ring: fc.constantFrom(0, 3, 5),
    fives: fc.array(fc.constantFrom(5, 5, 15, 25), {minLength: 5, maxLength: 5}),
    others: fc.array(size, {minLength: 6, maxLength: 6}),
    sums: fc.array(fc.uniqueArray(fc.nat(5), {minLength: 2, maxLength: 4}), {minLength: 2, maxLength: 6}),
    above: fc.uniqueArray(fc.tuple(fc.nat(5), fc.nat(5)), {maxLength: 4, selector: (pair) => pair.join()})
  })
  .map(({ring, fives, others, sums, above}) => {
    const counts = [...fives.slice(0, ring), ...others];
    const neighbours = fives.slice(0, ring).map((_, place) => [place, (place + 1) % ring]);
    const parts = counts.map((count, place) => named(`part ${place}`, count));
    const wholes = [...neighbours, ...sums].map((places, index) => ({
      whole: named(
        `whole ${index}`,
        places.reduce((total, place) => total + (counts[place] ?? 0), 0)
      ),
      parts: places.map((place) => `part ${place}`)
    }));
    const shares = above.filter(([one, other]) => one !== other && (counts[one] ?? 0) <= (counts[other] ?? 0));
    return {
      cells: [...parts, ...wholes.map(({whole}) => whole)],
      relations: [
        ...wholes.map(({whole, parts}): Relation => sumOf(whole.id, parts)),
        ...shares.map(
          ([one, other]): Relation => ({
            terms: [
              {cell: `part ${one}`, factor: 1},
              {cell: `part ${other}`, factor: -1}
            ],
            sense: "at_most"
          })
        )
      ],
      pairs: shares.map(([one, other]) => ({part: `part ${one}`, whole: `part ${other}`}))
    };
  });

function linked(groups: readonly Group[]): Linked {
  const cells = [...PARENTS.keys()].flatMap((area) => {
    const here = groups.filter((group) => group.area === area || isBelow(group.area, area));
    return cuts(here).flatMap(({breakdowns, of}) => [
      cell("starts", {area, breakdowns, count: sum(of, "starts")}),
      cell("finishers", {area, breakdowns, count: sum(of, "finishers")})
    ]);
  });
  const relations = relationsOf(cells, {surface: SMALL, parents: PARENTS});
  const parts = cells.filter(({quantity}) => quantity === "finishers");
  const pairs = parts.map((part) => ({part: part.id, whole: cellId({...part, quantity: "starts"})}));
  return {cells, relations, pairs};
}

function cuts(groups: readonly Group[]): {breakdowns: Cell["breakdowns"]; of: readonly Group[]}[] {
  const by = (name: "sex" | "phase", value: string) => (group: Group) => group[name] === value;
  return [
    {breakdowns: [], of: groups},
    ...SEXES.map((sex) => ({breakdowns: [["sex", sex]] as const, of: groups.filter(by("sex", sex))})),
    ...PHASES.map((phase) => ({breakdowns: [["phase", phase]] as const, of: groups.filter(by("phase", phase))})),
    ...PHASES.flatMap((phase) =>
      SEXES.map((sex) => ({
        breakdowns: [["phase", phase] as const, ["sex", sex] as const],
        of: groups.filter(by("phase", phase)).filter(by("sex", sex))
      }))
    )
  ];
}

function isBelow(area: string, above: string): boolean {
  for (let next = PARENTS.get(area); next; next = PARENTS.get(next)) if (next === above) return true;
  return false;
}

/** Returns a cell of the academic year 2003-04. */
export function cell(
  quantity: string,
  {area = "ENG", breakdowns = [], count}: {area?: string; breakdowns?: Cell["breakdowns"]; count: number}
): Cell {
  const place = {quantity, periodType: "academic", period: "2003-04", area, breakdowns};
  return {...place, id: cellId(place), count, isPublic: false, isLow: false};
}

const named = (id: string, count: number): Cell => ({...cell("starts", {count}), id});

const sum = (groups: readonly Group[], name: "starts" | "finishers"): number =>
  groups.reduce((total, group) => total + group[name], 0);
