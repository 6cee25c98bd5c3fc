import {count, percent} from "../format.js";
import type {Comparison, Release} from "../release.js";
import {HEADLINE_FIGURES, type HeadlineFigure, headlineAt, verdictOf} from "./headlineFigures.js";
import {areaAt, figureAt} from "./place.js";
import type {MapRate} from "./tileMap.js";
import {NO_ROW} from "./wording.js";

/** The rates of the map, the first shown unless another is chosen. */
const SHOWN = [
  {indicator: "UPT-03", id: "learners", title: "Learners per 1,000 staff", unit: "learners per 1,000 staff"},
  {indicator: "OFF-01", id: "offered", title: "Offered training", unit: "of staff offered training"},
  {indicator: "UPT-02", id: "began", title: "Began training", unit: "of staff began training"}
] as const;

/** Returns the rates that the map of local LSCs can show: each drawn in towards the mean of all (REG-03). */
export function mapRates(release: Release): MapRate[] {
  return SHOWN.map(({indicator, ...shown}) => ({
    ...shown,
    write: indicator === "UPT-03" ? count : percent,
    figureOf: (area_code) =>
      figureAt(release, "REG-03", {area_code, by: ["rate compared"], where: {category_1: indicator}}),
    missingAt: (area_code) => headlineAt(release, indicator, area_code) ?? NO_ROW,
    isDifferent: (area_code) => {
      const verdict = verdictOf(release, {headline: headline(indicator), area: areaAt(release, area_code)});
      return verdict === "higher" || verdict === "lower" ? verdict : undefined;
    }
  }));
}

function headline(indicator: HeadlineFigure["indicator"]): HeadlineFigure {
  const found = HEADLINE_FIGURES.find((one) => one.indicator === indicator);
  if (!found) throw new Error(`unknown headline: ${indicator}`);
  return found;
}

/** Returns the latest comparisons of local LSCs in a family. */
export function latestFamily({comparisons}: Pick<Release, "comparisons">, family: string): Comparison[] {
  const all = comparisons.filter(({family_id}) => family_id === `${family}_by_local_lsc`);
  const last = all
    .map(({period}) => period)
    .toSorted()
    .at(-1);
  return all.filter(({period}) => period === last);
}
