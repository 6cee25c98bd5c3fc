import type {Bounds, Constraint} from "./published.js";

/** Sums of fractions are right to about this. */
const TOLERANCE = 1e-6;
/** Bounds that creep towards each other are left to the linear programs. */
const ROUNDS = 50;

/**
 * Narrows the bounds in place by each constraint alone, over and over, to whole numbers: what is left for one cell when
 * the others of the constraint are at their least or most. Returns false when no counts fit.
 */
export function propagate(bounds: Map<string, Bounds>, constraints: readonly Constraint[]): boolean {
  for (let round = 0; round < ROUNDS; round++) {
    let hasMoved = false;
    for (const constraint of constraints) {
      const outcome = narrow(bounds, constraint);
      if (outcome === "contradictory") return false;
      hasMoved ||= outcome === "moved";
    }
    if (!hasMoved) break;
  }
  return true;
}

function narrow(bounds: Map<string, Bounds>, constraint: Constraint): "moved" | "same" | "contradictory" {
  const {terms, lower = Number.NEGATIVE_INFINITY, upper = Number.POSITIVE_INFINITY} = constraint;
  const parts = terms.map(({cell, factor}) => {
    const now = boundsIn(bounds, cell);
    const [one, other] = [factor * now.lower, factor * now.upper];
    return {cell, factor, now, least: Math.min(one, other), most: Math.max(one, other)};
  });
  const least = sumOf(parts.map((part) => part.least));
  const most = sumOf(parts.map((part) => part.most));

  let hasMoved = false;
  for (const {cell, factor, now, ...part} of parts) {
    const atMost = (upper - without(least, part.least)) / factor;
    const atLeast = (lower - without(most, part.most)) / factor;
    const next = {
      lower: Math.max(now.lower, Math.ceil((factor > 0 ? atLeast : atMost) - TOLERANCE) + 0),
      upper: Math.min(now.upper, Math.floor((factor > 0 ? atMost : atLeast) + TOLERANCE))
    };
    if (next.lower > next.upper) return "contradictory";
    if (next.lower > now.lower || next.upper < now.upper) {
      bounds.set(cell, next);
      hasMoved = true;
    }
  }
  return hasMoved ? "moved" : "same";
}

/** A sum whose endless parts, all of one sign, are counted apart, so that one part can be taken out again. */
interface Sum {
  finite: number;
  endless: number;
  sign: number;
}

function sumOf(parts: readonly number[]): Sum {
  const sum = {finite: 0, endless: 0, sign: 0};
  for (const part of parts) {
    if (Number.isFinite(part)) sum.finite += part;
    else {
      sum.endless++;
      sum.sign = part;
    }
  }
  return sum;
}

function without({finite, endless, sign}: Sum, part: number): number {
  if (Number.isFinite(part)) return endless > 0 ? sign : finite - part;
  return endless > 1 ? sign : finite;
}

function boundsIn(bounds: ReadonlyMap<string, Bounds>, cell: string): Bounds {
  const found = bounds.get(cell);
  if (found === undefined) throw new Error(`unknown cell: ${cell}`);
  return found;
}
