import type {AttackOptions} from "../audit/attack.js";
import type {Pair} from "../audit/published.js";
import {attackInside, whole} from "./attackInside.js";
import type {Cell} from "./cells.js";
import {hideTold, type Needs, needsOf} from "./hideTold.js";
import {POLICY} from "./policy.js";
import type {Relation} from "./protect/problem.js";
import {roundCounts} from "./protect/roundCounts.js";
import type {Shown} from "./protected.js";

export interface ProtectionOptions {
  cells: readonly Cell[];
  relations: readonly Relation[];
  pairs: readonly Pair[]; // shares of a group: what is left of the whole is a number of people too
  seed: string;
  previous?: ReadonlyMap<string, number>; // what was shown of each cell in the release before
}

/** What protecting cost, and what it bought; printed with the policy. */
export interface Protection {
  shown: ReadonlyMap<string, Shown>;
  cells: number;
  small: number; // cells that are truly 1 to 9
  hidden: number;
  meanError: number;
  greatestError: number;
  groups: number; // rounded apart, since nothing joins them
  unproved: number; // of them, those whose rounding was not proved to be the best
  fewest: number; // the fewest numbers that a cell of 1 to 9 can be for an attacker, as far as it was worked out
}

/** How often what was found to be unsafe may be hidden before the release is refused. */
const ROUNDS = 20;

/**
 * Rounds all cells of a release together, hides what rounding cannot keep safe, and proves it by attacking the result:
 * returns what may be shown of each cell. Throws where something stays unsafe, so that nothing is published.
 */
export async function protectCells(options: ProtectionOptions): Promise<Protection> {
  const rounding = await roundTogether(options);
  const hidden = new Set(rounding.loose);
  const needs: Needs = new Map();
  const memory: NonNullable<AttackOptions["memory"]> = new Map();
  for (let round = 0; round < ROUNDS; round++) {
    const given = {...options, rounded: rounding.rounded, hidden};
    const {told, fewest} = await attackInside(given, memory);
    if (told.length === 0) return describe(rounding, {hidden, options, fewest});
    const more = await hideTold(given, needsOf(told, needs));
    if (more.hidden.length === 0 && more.unprotected.length > 0)
      throw new Error(`unsafe cells: ${more.unprotected.length} could be told whatever else is hidden`);
    for (const id of more.hidden) hidden.add(id);
  }
  throw new Error(`unsafe cells: some could still be told after hiding ${ROUNDS} times`);
}

interface Rounding {
  rounded: ReadonlyMap<string, number>;
  loose: ReadonlySet<string>;
  groups: number;
  unproved: number;
}

async function roundTogether({cells, relations, seed, previous}: ProtectionOptions): Promise<Rounding> {
  // What is low whatever it might be rounded to is not for rounding to choose.
  const counts = cells.map(({id, count, isPublic, isLow}) => ({
    id,
    count: whole(count),
    isPublic,
    isDown: isLow,
    previous: previous?.get(id)
  }));
  const counted = new Map(counts.map(({id, count}) => [id, count]));
  const {rounded, loose, components} = await roundCounts({
    cells: counts,
    relations: relations.filter((relation) => isBinding(relation, counted)),
    seed,
    base: POLICY.roundingBase,
    nodeLimit: POLICY.solverNodes,
    iterationLimit: POLICY.solverIterations
  });
  const ended = (status: string): number => components.filter((component) => component.status === status).length;
  if (ended("failed") > 0)
    throw new Error(`unsafe cells: ${ended("failed")} groups have no rounding whatever is hidden`);
  return {rounded, loose, groups: components.length, unproved: ended("feasible")};
}

/** That one number is at most another binds no rounding where the two are far apart; left in, it would join their groups. */
function isBinding({terms: [smaller, greater], sense}: Relation, counts: ReadonlyMap<string, number>): boolean {
  if (sense === "equal") return true;
  const base = POLICY.roundingBase;
  const up = Math.ceil((counts.get(smaller?.cell ?? "") ?? 0) / base);
  const down = Math.floor((counts.get(greater?.cell ?? "") ?? 0) / base);
  return up > down;
}

function describe(
  {rounded, groups, unproved}: Rounding,
  {hidden, options, fewest}: {hidden: ReadonlySet<string>; options: ProtectionOptions; fewest: number}
): Protection {
  const shown = new Map<string, Shown>();
  const {roundingBase: base} = POLICY;
  let [total, greatest, counted, small] = [0, 0, 0, 0];
  for (const {id, count, isPublic} of options.cells) {
    // What was let go stands between two multiples of the base, and is hidden.
    const value = isPublic ? count : base * Math.round((rounded.get(id) ?? 0) / base);
    shown.set(id, {rounded: value, isHidden: hidden.has(id)});
    if (isPublic) continue;
    if (count > 0 && count < base) small += 1;
    if (hidden.has(id)) continue;
    counted += 1;
    total += Math.abs(value - count);
    greatest = Math.max(greatest, Math.abs(value - count));
  }
  return {
    shown,
    cells: options.cells.length,
    small,
    hidden: hidden.size,
    meanError: counted > 0 ? total / counted : 0,
    greatestError: greatest,
    groups,
    unproved,
    fewest
  };
}
