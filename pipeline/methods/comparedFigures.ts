import type {Comparison} from "./compareDomains.js";

/** A comparison of two percentages as it is shown; a null is what the sample cannot give. */
export interface ComparedFigures {
  unit: "percentage points";
  difference: number | null;
  lower: number | null;
  upper: number | null;
  ratio: number | null;
  ratio_lower: number | null;
  ratio_upper: number | null;
  interval_level: number | null;
  p_value: number | null;
  base: number;
  effective_base: number | null;
  symbol_reason: "not_enough_data" | null;
}

/**
 * Returns a comparison of two shares in the columns of a table: the difference in percentage points with its 95% limits and
 * its test, the ratio with its own, and the bases of the thinner side, on which a comparison rests.
 */
export function figuresOf({first, second, difference, ratio}: Omit<Comparison, "group" | "domain">): ComparedFigures {
  const effective = [first.effectiveBase, second.effectiveBase].filter((size) => size !== null);
  const points = (value: number | null): number | null => (value === null ? null : 100 * value);
  return {
    unit: "percentage points",
    difference: points(difference.estimate),
    lower: points(difference.lower),
    upper: points(difference.upper),
    ratio: ratio.estimate,
    ratio_lower: ratio.lower,
    ratio_upper: ratio.upper,
    interval_level: difference.lower === null ? null : 0.95,
    p_value: difference.pValue,
    base: Math.min(first.base, second.base),
    effective_base: effective.length < 2 ? null : Math.min(...effective),
    symbol_reason: difference.estimate === null ? "not_enough_data" : null
  };
}
