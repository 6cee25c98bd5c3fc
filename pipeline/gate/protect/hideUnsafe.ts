import {deriveRanges} from "../../audit/attack.js";
import {type Disclosure, judgeRanges} from "../../audit/judge.js";
import {boundsOf, complementId, type Pair, type PublishedCell} from "../../audit/published.js";
import type {CountCell, Relation} from "./problem.js";
import {suppress} from "./suppress.js";

/** Rounded counts that may still tell too much. A cell without a rounded count is hidden from the start. */
export interface UnsafeOptions {
  cells: readonly CountCell[];
  relations: readonly Relation[];
  rounded: ReadonlyMap<string, number>;
  pairs?: readonly Pair[];
  /** 10 when not given. */
  base?: number;
  /** How many numbers a small count must be able to be; 5 when not given. */
  fewest?: number;
}

/** The cells to hide, in the order of their ids, and what stays disclosed even so: then nothing may be published. */
export interface Hiding {
  hidden: readonly string[];
  disclosed: readonly Disclosure[];
}

/**
 * Returns which rounded counts to hide so that no count or complement from 1 to base − 1 keeps fewer than the fewest
 * numbers: attacks what is shown, hides what can be told and, by flows, what it takes to keep that hidden, and attacks
 * again. Where the relations give small counts away whatever is done to them (five parts that are not none, of fewer
 * than ten), rounding alone cannot help. Relations are those that bind the true counts.
 */
export async function hideUnsafe(options: UnsafeOptions): Promise<Hiding> {
  const {cells, relations, rounded, pairs = [], base = 10, fewest = 5} = options;
  const truth = new Map(cells.map(({id, count}) => [id, count]));
  const hidden = new Set(cells.filter(({id, isPublic}) => !isPublic && !rounded.has(id)).map(({id}) => id));
  for (;;) {
    const shown = cells.map((cell) => shownOf(cell, {rounded: rounded.get(cell.id), hidden, base}));
    const ranges = await deriveRanges({cells: shown, relations, pairs, atLeast: fewest, largestSmall: base - 1});
    const disclosed = judgeRanges({ranges, truth, pairs, fewest, largestSmall: base - 1});
    const before = hidden.size;
    for (const id of toHide(disclosed, {pairs, truth})) hidden.add(id);
    if (disclosed.length === 0 || hidden.size === before) return {hidden: [...hidden].sort(), disclosed};

    const readable = new Map(shown.map((cell) => [cell.id, boundsOf(cell)]));
    const {hidden: more} = await suppress({
      cells: cells.map(({id, count, isPublic}) => ({
        id,
        count,
        isHidden: hidden.has(id),
        mustShow: isPublic,
        shown: readable.get(id)
      })),
      relations,
      protect: {span: fewest - 1}
    });
    for (const id of more) hidden.add(id);
  }
}

/** Cells to hide: for a complement its part and its whole. */
function toHide(
  disclosed: readonly Disclosure[],
  {pairs, truth}: {pairs: readonly Pair[]; truth: ReadonlyMap<string, number>}
): string[] {
  const complements = new Map(pairs.map((pair) => [complementId(pair), pair]));
  return disclosed.flatMap(({id}) => {
    const pair = complements.get(id);
    if (pair) return [pair.part, pair.whole];
    return truth.has(id) ? [id] : [];
  });
}

function shownOf(
  {id, count, isPublic}: CountCell,
  {rounded, hidden, base}: {rounded: number | undefined; hidden: ReadonlySet<string>; base: number}
): PublishedCell {
  if (isPublic) return {id, published: {exact: count}};
  if (rounded === undefined || hidden.has(id)) return {id, published: "hidden", base};
  return {id, published: rounded === 0 && count > 0 ? "low" : rounded, base};
}
