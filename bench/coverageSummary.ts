import {POLICY} from "../pipeline/gate/policy.js";
import {wilson} from "../pipeline/methods/wilson.js";
import type {Figure, SeedResult} from "./coverageSeed.js";
import type {GroupKind} from "./coverageTruth.js";

/** How often the intervals of an indicator held what is true, over the groups of a kind and the seeds. */
export interface Coverage {
  indicator: string;
  kind: GroupKind;
  seeds: number;
  intervals: number;
  covered: number;
  percent: number;
  lower: number; // of the percentage, for the seeds being a sample
  upper: number;
  bias: number; // mean of estimate less truth, in percentage points
  errorRatio: number | null; // standard errors given, over how far estimates truly scatter; null with one seed
}

const KINDS: readonly GroupKind[] = ["England", "region", "staff group", "role", "sex"];

/** Returns the coverage by indicator and kind of group, of figures with enough answers to be published. */
export function summarise(results: readonly SeedResult[]): Coverage[] {
  const indicators = [...new Set(results.flatMap(({figures}) => figures.map(({indicator}) => indicator)))].sort();
  return indicators.flatMap((indicator) =>
    KINDS.flatMap((kind) => {
      const seeds = results.map(({figures}) =>
        figures.filter((of) => of.indicator === indicator && of.kind === kind && of.base >= POLICY.smallestSurveyBase)
      );
      return seeds.some((figures) => figures.length > 0) ? [coverage({indicator, kind}, seeds)] : [];
    })
  );
}

function coverage(of: {indicator: string; kind: GroupKind}, seeds: readonly (readonly Figure[])[]): Coverage {
  const figures = seeds.flat();
  const counts = seeds.map((own) => ({intervals: own.length, covered: own.filter(isCovered).length}));
  const intervals = figures.length;
  const covered = figures.filter(isCovered).length;
  const base = effectiveBase(counts);
  const {estimate, lower, upper} = wilson((covered / intervals) * base, base);
  return {
    ...of,
    seeds: seeds.length,
    intervals,
    covered,
    percent: 100 * estimate,
    lower: 100 * lower,
    upper: 100 * upper,
    bias: mean(figures.map((figure) => figure.estimate - figure.truth)),
    errorRatio: errorRatio(figures)
  };
}

const isCovered = ({lower, upper, truth}: Figure): boolean => lower <= truth && truth <= upper;

/**
 * The intervals of one seed come from one sample and go wrong together: a share of them weighs as much as this many
 * independent ones. Where seeds do not differ at all, each counts once.
 */
function effectiveBase(counts: readonly {intervals: number; covered: number}[]): number {
  const seeds = counts.length;
  const intervals = counts.reduce((sum, of) => sum + of.intervals, 0);
  const share = counts.reduce((sum, of) => sum + of.covered, 0) / intervals;
  const squares = counts.reduce((sum, of) => sum + (of.covered - share * of.intervals) ** 2, 0);
  const variance = ((seeds / (seeds - 1)) * squares) / intervals ** 2;
  return variance > 0 ? Math.min((share * (1 - share)) / variance, intervals) : seeds;
}

/** Root mean square of the errors given over that of what estimates scatter about their own group's mean deviation. */
function errorRatio(figures: readonly Figure[]): number | null {
  const groups = new Map<string, Figure[]>();
  for (const figure of figures) {
    const own = groups.get(figure.group) ?? [];
    own.push(figure);
    groups.set(figure.group, own);
  }
  let given = 0;
  let found = 0;
  for (const own of groups.values()) {
    if (own.length < 2) continue;
    const off = own.map(({estimate, truth}) => estimate - truth);
    const middle = mean(off);
    found += (off.reduce((sum, one) => sum + (one - middle) ** 2, 0) * own.length) / (own.length - 1);
    given += own.reduce((sum, {standardError}) => sum + standardError ** 2, 0);
  }
  return found > 0 ? Math.sqrt(given / found) : null;
}

function mean(of: readonly number[]): number {
  return of.reduce((sum, one) => sum + one, 0) / of.length;
}
