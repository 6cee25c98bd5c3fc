import {byCodeUnits, type Component, componentsOf} from "../gate/protect/components.js";
import type {Relation, Term} from "../gate/protect/problem.js";
import {type AttackOptions, deriveRanges} from "./attack.js";
import {type Disclosure, suspectedIn} from "./judge.js";
import {boundsOf, type Range} from "./published.js";

/** So much is asked of one group, in cells attacked anew, and what is open then is left in doubt: far more than it takes. */
const MOST_WORK = 20_000_000;

export interface InsiderOptions {
  mostWork?: number; // how many cells of one group are attacked anew, at most
  hidden: ReadonlySet<string>; // cells of people whose numbers are not shown
  judge(ranges: ReadonlyMap<string, Range>): readonly Disclosure[];
}

/** What one of those in a cell, the insider's, can tell. */
export type ToInsider = Disclosure & {insider: string};

export interface Insiders {
  asked: number; // hidden cells of which it is said what one of those in them can tell
  left: number; // those of which it is not, since it would be too much work: each is a disclosure, in doubt
  disclosures: ToInsider[];
}

/**
 * Returns what somebody can tell of others, who knows of themselves that they stand in a hidden cell, and so in every
 * total above it: by each disclosure the cell of theirs. Whoever knew of somebody in each of many hidden cells would know
 * more than any of them: only where that one can tell are the halves of them asked about, and so on to one cell. In what
 * is shown as more than none an insider learns nothing, so cells that nothing joins to a hidden one are left out.
 */
export async function insiderDisclosures(
  options: AttackOptions,
  {hidden, judge, mostWork = MOST_WORK}: InsiderOptions
): Promise<Insiders> {
  const above = cellsAbove(options.relations);
  const recordOf = (id: string): string[] => [id, ...reachedFrom(id, above)].filter((cell) => hidden.has(cell));
  const insiders: Insiders = {asked: 0, left: 0, disclosures: []};
  for (const group of groupsOf(options)) {
    const own = group.cellIds.filter((id) => hidden.has(id));
    if (group.relations.length === 0 || own.length === 0) continue;
    const found = await insidersIn(within(options, group), {own, recordOf, judge, mostWork});
    insiders.asked += found.asked;
    insiders.left += found.left;
    insiders.disclosures.push(...found.disclosures);
  }
  return insiders;
}

async function insidersIn(
  options: AttackOptions,
  {
    own,
    recordOf,
    judge,
    mostWork
  }: Required<Omit<InsiderOptions, "hidden">> & {own: readonly string[]; recordOf(id: string): string[]}
): Promise<Insiders> {
  const insiders: Insiders = {asked: own.length, left: 0, disclosures: []};
  const open: {ids: readonly string[]; only?: ReadonlySet<string>}[] = [{ids: own}];
  let work = 0;
  for (let next = open.pop(); next; next = open.pop()) {
    const {ids, only} = next;
    work += options.cells.length;
    if (work > mostWork) {
      insiders.left += ids.length;
      insiders.disclosures.push(...ids.map(inDoubt));
      continue;
    }
    const ranges = await deriveRanges(
      knowing(new Set(ids.flatMap(recordOf)), {...options, only: only ?? options.only})
    );
    const [id] = ids;
    if (ids.length === 1 && id !== undefined) {
      // Where no counts fit, nobody stands in this cell.
      const told = judge(ranges).filter(({rule}) => rule !== "no counts fit");
      insiders.disclosures.push(...told.map((disclosure) => ({...disclosure, insider: id})));
      continue;
    }
    const suspected = suspectedIn(judge(asSmall(ranges, options)), options);
    if (suspected.size === 0) continue;
    const middle = Math.ceil(ids.length / 2);
    // What was safe from who knew more is safe from who knows less.
    open.push({ids: ids.slice(middle), only: suspected}, {ids: ids.slice(0, middle), only: suspected});
  }
  insiders.asked -= insiders.left;
  return insiders;
}

const inDoubt = (id: string): ToInsider => ({
  id,
  rule: "solver in doubt",
  lower: 0,
  upper: Number.POSITIVE_INFINITY,
  values: 0,
  insider: id
});

/** Who knows more may know that a number is not small: it is judged as if it could be what is published of it. */
function asSmall(ranges: ReadonlyMap<string, Range>, {cells}: AttackOptions): Map<string, Range> {
  const lowest = new Map(cells.map((cell) => [cell.id, boundsOf(cell).lower]));
  return new Map([...ranges].map(([id, range]) => [id, {...range, lower: lowest.get(id) ?? 0}]));
}

function knowing(record: ReadonlySet<string>, options: AttackOptions): AttackOptions {
  const own = [...record].map((cell) => ({terms: [{cell, factor: 1}], lower: 1}));
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

function within(options: AttackOptions, {cellIds}: Group): AttackOptions {
  const {cells, relations, constraints = [], rates = [], pairs = []} = options;
  const ids = new Set(cellIds);
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
