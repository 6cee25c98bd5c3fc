import {byCodeUnits, type Component, componentsOf} from "../gate/protect/components.js";
import type {Relation, Term} from "../gate/protect/problem.js";
import {type AttackOptions, deriveRanges} from "./attack.js";
import type {Disclosure} from "./judge.js";
import {boundsOf, complementId, type Range} from "./published.js";

/** Groups with more cells times hidden ones than this are left to the gate, which knows which cells are worth asking of. */
export const MOST_WORK = 20_000;

export interface InsiderOptions {
  mostWork?: number; // groups with more cells times hidden ones are left out
  hidden: ReadonlySet<string>; // cells of people whose numbers are not shown
  judge(ranges: ReadonlyMap<string, Range>): readonly Disclosure[];
}

/** What one of those in a cell, the insider's, can tell. */
export type ToInsider = Disclosure & {insider: string};

/**
 * Returns what somebody can tell of others, who knows of themselves that they stand in a hidden cell, and so in every
 * total above it: by each disclosure the cell of theirs. Whoever knew of somebody in every hidden cell would know more
 * than any of them: only where that one can tell are the hidden cells asked about one by one. In what is shown as more
 * than none an insider learns nothing, so cells that nothing joins to a hidden one are left out. `asked` is of how many
 * hidden cells it is said; very large groups are left out.
 */
export async function insiderDisclosures(
  options: AttackOptions,
  {hidden, judge, mostWork = MOST_WORK}: InsiderOptions
): Promise<{asked: number; disclosures: ToInsider[]}> {
  const ownIn = ({cellIds}: Group): string[] => cellIds.filter((id) => hidden.has(id));
  const groups = groupsOf(options).filter((group) => {
    const work = group.cellIds.length * ownIn(group).length;
    return group.relations.length > 0 && work > 0 && work <= mostWork;
  });
  const own = groups.flatMap(ownIn);
  const found: ToInsider[] = [];
  if (own.length === 0) return {asked: 0, disclosures: found};
  const all = await deriveRanges(knowing(own, within(options, groups)));
  const told = new Set(judge(all).map(({id}) => id));
  const above = cellsAbove(options.relations);
  const isTold = ({cellIds}: Group): boolean => {
    const ids = new Set(cellIds);
    const complements = (options.pairs ?? []).filter(({part}) => ids.has(part)).map(complementId);
    return [...cellIds, ...complements].some((id) => told.has(id));
  };
  for (const group of groups.filter(isTold)) {
    // What was safe from who knew more is safe from each of them.
    const problem = {...within(options, [group]), only: told};
    for (const id of ownIn(group)) {
      const record = [id, ...reachedFrom(id, above)].filter((cell) => hidden.has(cell));
      const ranges = await deriveRanges(knowing(record, problem));
      // Where no counts fit, nobody stands in this cell.
      const disclosures = judge(ranges).filter(({rule}) => rule !== "no counts fit");
      found.push(...disclosures.map((disclosure) => ({...disclosure, insider: id})));
    }
  }
  return {asked: own.length, disclosures: found};
}

/**
 * Returns the ranges for people who know one record, their own: every cell that holds it has somebody in it. `records`
 * gives the cells of one record each; the answer has one map for each record that this tells more than the published
 * numbers say, by its place among the records. A record whose cells are all published as more than none tells nothing
 * new, and what others in a cell may be is one less at both ends: as many numbers as for everybody.
 */
export async function deriveInsiderRanges(
  records: readonly (readonly string[])[],
  options: AttackOptions
): Promise<Map<number, Map<string, Range>>> {
  const lowest = new Map(options.cells.map((cell) => [cell.id, boundsOf(cell).lower]));
  const answers = new Map<string, Map<string, Range>>();
  const found = new Map<number, Map<string, Range>>();
  for (const [place, record] of records.entries()) {
    const told = [...new Set(record)].filter((id) => lowestOf(lowest, id) < 1).sort();
    if (told.length === 0) continue;
    const key = JSON.stringify(told);
    const own = told.map((cell) => ({terms: [{cell, factor: 1}], lower: 1}));
    const ranges =
      answers.get(key) ?? (await deriveRanges({...options, constraints: [...(options.constraints ?? []), ...own]}));
    answers.set(key, ranges);
    found.set(place, ranges);
  }
  return found;
}

function lowestOf(lowest: ReadonlyMap<string, number>, id: string): number {
  const found = lowest.get(id);
  if (found === undefined) throw new Error(`unknown cell: ${id}`);
  return found;
}

function knowing(record: readonly string[], options: AttackOptions): AttackOptions {
  const own = record.map((cell) => ({terms: [{cell, factor: 1}], lower: 1}));
  return {...options, constraints: [...(options.constraints ?? []), ...own]};
}

/** The cells in groups that anything joins. */
function groupsOf({cells, relations, constraints = [], rates = [], pairs = []}: AttackOptions): Group[] {
  const bond = (...ids: readonly string[]) => ({terms: ids.map((cell) => ({cell, factor: 1}))});
  return componentsOf(
    cells.map(({id}) => id),
    [
      ...relations,
      ...constraints,
      ...rates.map(({numerator, denominator}) => bond(numerator, denominator)),
      ...pairs.map(({part, whole}) => bond(part, whole))
    ]
  );
}

type Group = Component<{terms: readonly Term[]}>;

function within(options: AttackOptions, groups: readonly Group[]): AttackOptions {
  const {cells, relations, constraints = [], rates = [], pairs = []} = options;
  const ids = new Set(groups.flatMap(({cellIds}) => cellIds));
  const isIn = ({terms}: {terms: readonly Term[]}): boolean => ids.has(terms[0]?.cell ?? "");
  return {
    ...options,
    cells: cells.filter(({id}) => ids.has(id)),
    relations: relations.filter(isIn),
    constraints: constraints.filter(isIn),
    rates: rates.filter(({numerator}) => ids.has(numerator)),
    pairs: pairs.filter(({part}) => ids.has(part))
  };
}

/** Whoever is in a part is in its total, and whoever is in what is never above another is in that other. */
function cellsAbove(relations: readonly Relation[]): Map<string, string[]> {
  const above = new Map<string, string[]>();
  for (const {terms} of relations) {
    const greater = terms.filter(({factor}) => factor < 0).map(({cell}) => cell);
    for (const {cell, factor} of terms) if (factor > 0) above.set(cell, [...(above.get(cell) ?? []), ...greater]);
  }
  return above;
}

function reachedFrom(id: string, above: ReadonlyMap<string, readonly string[]>): string[] {
  const seen = new Set<string>();
  const open = [id];
  for (let next = open.pop(); next !== undefined; next = open.pop())
    for (const cell of above.get(next) ?? [])
      if (!seen.has(cell)) {
        seen.add(cell);
        open.push(cell);
      }
  return [...seen].sort(byCodeUnits);
}
