import type {FigureKey, Surface} from "../contracts/published/surface.js";
import {ratioOf} from "../contracts/published/surface.js";
import type {Disclosure} from "./judge.js";
import {isPercentage, nameOf} from "./knowledge.js";
import type {ReleaseRow} from "./release.js";
import {type SurveyFigure, surveySumsOf, withheldIn} from "./surveySums.js";

export interface SurveyPolicy {
  base: number;
  fewestChoices: number;
  smallestSurveyBase: number;
  /** The most that the weights of two people in one figure are taken to differ: less is worse for those who answered. */
  surveyWeightRatio: number;
}

/**
 * Returns the survey percentages from which the number of people behind them, or of the others who answered, can be told
 * too nearly: those that are shown, those that the rest of a sum leaves, and those withheld though all their parts are
 * shown. A whole percentage of so many answers bounds that number only as far as weights are alike.
 */
export function surveyDisclosures(
  rows: readonly ReleaseRow[],
  {surface, policy}: {surface: Surface; policy: SurveyPolicy}
): Disclosure[] {
  const figures = rows.flatMap((row) => surveyFigureOf(row, surface) ?? []);
  const shown = figures.flatMap((figure) => {
    const {shown: percent, base} = figure;
    if (percent === null || base === null) return [];
    const range = {from: Math.max(0, percent - 0.5), to: Math.min(100, percent + 0.5), base};
    return answersTold(range, policy).map((told) => ({...told, id: idOf(figure)}));
  });
  const left = surveySumsOf(figures, surface).flatMap((sum) =>
    withheldIn(sum).flatMap((found): Disclosure[] => {
      const id = idOf(found.figure);
      const [told] = answersTold(found, policy);
      if (told) return [{...told, id}];
      const isTotal = found.figure === sum.total;
      const isReadOff = isTotal && sum.parts.every((part) => part.shown !== null);
      return isReadOff ? [{id, ...smallerSide(found, policy)}] : [];
    })
  );
  return [...shown, ...left];
}

/** What may be known of a percentage: between which per cents it lies, of how many answers, rounded. */
interface PercentRange {
  from: number;
  to: number;
  base: number;
}

/** Returns what a range of per cents tells too nearly, of those behind it and of the others who answered. */
export function answersTold(range: PercentRange, policy: SurveyPolicy): Told[] {
  return bothSides(range, policy).filter(
    ({lower, upper, values}) => lower < policy.base && upper >= 1 && values < policy.fewestChoices
  );
}

type Told = Omit<Disclosure, "id">;

function bothSides({from, to, base}: PercentRange, policy: SurveyPolicy): [behind: Told, others: Told] {
  return [
    {rule: "small count", ...answersBetween({from, to, base}, policy)},
    {rule: "small complement", ...answersBetween({from: 100 - to, to: 100 - from, base}, policy)}
  ];
}

/** Returns what a range of per cents tells of the smaller of both. */
function smallerSide(range: PercentRange, policy: SurveyPolicy): Told {
  const [behind, others] = bothSides(range, policy);
  return others.upper < behind.upper ? others : behind;
}

/** Returns how many of the answers can stand behind a percentage. */
function answersBetween({from, to, base}: PercentRange, policy: SurveyPolicy): Omit<Told, "rule"> {
  const ratio = policy.surveyWeightRatio;
  const fewest = Math.max(policy.smallestSurveyBase, base - policy.base + 1);
  const greatest = base + policy.base - 1;
  // Those behind it may all weigh the most, or all the least.
  const share = (of: number, weight: number): number => (of * weight) / (of * weight + (1 - of));
  const lower = Math.ceil(fewest * share(from / 100, 1 / ratio) - 1e-9) + 0; // + 0 so that -0 is 0
  const upper = Math.floor(greatest * share(to / 100, ratio) + 1e-9);
  return {lower, upper, values: upper - lower + 1};
}

function surveyFigureOf(row: ReleaseRow, surface: Surface): SurveyFigure | undefined {
  const figure = row as unknown as FigureKey;
  const {value, base, unit, symbol, bound} = row;
  if (!isPercentage(String(unit)) || surface.quantities[figure.unit] || ratioOf(surface, figure)) return;
  if (bound !== null) return;
  return {
    ...figure,
    shown: typeof value === "number" ? value : null,
    isWithheld: symbol === "c",
    base: typeof base === "number" ? base : null
  };
}

const idOf = (figure: FigureKey): string => `answers behind ${nameOf(figure)}`;
