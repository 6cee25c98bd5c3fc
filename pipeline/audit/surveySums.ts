import {breakdownsOf, type FigureKey, type Surface} from "../contracts/published/surface.js";

/** A survey percentage as a reader has it. */
export interface SurveyFigure extends FigureKey {
  shown: number | null; // in whole per cent
  isWithheld: boolean; // because it tells too much, and not for want of answers
  base: number | null; // rounded
}

/** Percentages that come to another, or to all who answered where there is no `total`. */
export interface SurveySumOf<Figure extends SurveyFigure> {
  total?: Figure;
  parts: readonly Figure[];
}

/** Returns the survey percentages that come to others, as the surface declares, in the order of their first parts. */
export function surveySumsOf<Figure extends SurveyFigure>(
  figures: readonly Figure[],
  {surveySums = []}: Pick<Surface, "surveySums">
): SurveySumOf<Figure>[] {
  return surveySums.flatMap(({indicator, over, isOfAll}) => {
    const own = figures.filter(({indicator_id: id}) => id === indicator);
    const totals = new Map<string, Figure>();
    const sums = new Map<string, Figure[]>();
    for (const figure of own) {
      const by = breakdownsOf(figure);
      const key = JSON.stringify([
        [figure.period_type, figure.period, figure.area_code, figure.unit],
        by.filter(([breakdown]) => breakdown !== over)
      ]);
      if (by.some(([breakdown]) => breakdown === over)) sums.set(key, [...(sums.get(key) ?? []), figure]);
      else totals.set(key, figure);
    }
    return [...sums].flatMap(([key, parts]) => {
      const total = totals.get(key);
      if (isOfAll) return [{parts}];
      return total ? [{total, parts}] : [];
    });
  });
}

/** What is left of a percentage that is not shown, and what the rest of its sum says of the number who answered. */
export interface LeftOf<Figure> {
  figure: Figure;
  from: number;
  to: number;
  base: number;
}

/**
 * Returns between which per cents the withheld ones of a sum must lie, given that those shown may each be half a per cent
 * off; none where nothing shown says how many answered.
 */
export function withheldIn<Figure extends SurveyFigure>({total, parts}: SurveySumOf<Figure>): LeftOf<Figure>[] {
  const base = [...parts, ...(total ? [total] : [])].find((figure) => figure.base !== null)?.base ?? 0;
  if (base === 0) return [];
  const whole = total ? rangeOf(total) : {from: 100, to: 100};
  const least = parts.reduce((sum, part) => sum + rangeOf(part).from, 0);
  const most = parts.reduce((sum, part) => sum + rangeOf(part).to, 0);
  const left = parts
    .filter(({isWithheld}) => isWithheld)
    .map((figure) => {
      const {from, to} = rangeOf(figure);
      return {figure, base, ...within(whole.from - (most - to), whole.to - (least - from))};
    });
  return total?.isWithheld ? [...left, {figure: total, base, ...within(least, most)}] : left;
}

function rangeOf({shown}: SurveyFigure): {from: number; to: number} {
  return shown === null ? {from: 0, to: 100} : within(shown - 0.5, shown + 0.5);
}

const within = (from: number, to: number) => ({from: Math.max(0, from), to: Math.min(100, to)});
