import type {FigureKey, Surface} from "../contracts/published/surface.js";
import {ratioOf} from "../contracts/published/surface.js";
import type {Disclosure} from "./judge.js";
import {isPercentage, nameOf} from "./knowledge.js";
import type {ReleaseRow} from "./release.js";

export interface SurveyPolicy {
  base: number;
  fewestChoices: number;
  smallestSurveyBase: number;
  /** The most that the weights of two people in one figure are taken to differ: less is worse for those who answered. */
  surveyWeightRatio: number;
}

/**
 * Returns the survey percentages from which the number of people behind them, or of the others who answered, can be told
 * too nearly. A whole percentage of so many answers bounds that number only as far as weights are alike.
 */
export function surveyDisclosures(
  rows: readonly ReleaseRow[],
  {surface, policy}: {surface: Surface; policy: SurveyPolicy}
): Disclosure[] {
  return rows.flatMap((row) => {
    const figure = row as unknown as FigureKey;
    const {value, base, unit} = row;
    if (typeof value !== "number" || typeof base !== "number" || !isPercentage(String(unit))) return [];
    if (surface.quantities[figure.unit] || ratioOf(surface, figure)) return [];
    return [value, 100 - value].flatMap((percent, index): Disclosure[] => {
      const {lower, upper} = answersOf(percent, {base, policy});
      const values = upper - lower + 1;
      const isSmall = lower < policy.base && upper >= 1;
      if (!isSmall || values >= policy.fewestChoices) return [];
      const rule = index === 0 ? "small count" : "small complement";
      return [{id: `answers behind ${nameOf(figure)}`, rule, lower, upper, values}];
    });
  });
}

/** Returns how many of the answers can stand behind a whole percentage. */
function answersOf(
  percent: number,
  {base, policy}: {base: number; policy: SurveyPolicy}
): {lower: number; upper: number} {
  const ratio = policy.surveyWeightRatio;
  const least = Math.max(0, percent - 0.5) / 100;
  const most = Math.min(100, percent + 0.5) / 100;
  const fewest = Math.max(policy.smallestSurveyBase, base - policy.base + 1);
  const greatest = base + policy.base - 1;
  // Those behind it may all weigh the most, or all the least.
  const share = (of: number, weight: number): number => (of * weight) / (of * weight + (1 - of));
  return {
    lower: Math.ceil(fewest * share(least, 1 / ratio) - 1e-9),
    upper: Math.floor(greatest * share(most, ratio) + 1e-9)
  };
}
