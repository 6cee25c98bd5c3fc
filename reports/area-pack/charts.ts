import {returnsOf} from "../../src/components/areas/areaReturns.js";
import {comparisonAt, HEADLINE_FIGURES, headlineAt} from "../../src/components/areas/headlineFigures.js";
import {type Area, areasWithin, figureAt, figuresAt} from "../../src/components/areas/place.js";
import {staffMixTable} from "../../src/components/areas/staffMix.js";
import {categoryOf} from "../../src/components/breakdown.js";
import type {Comparison, Figure, Release} from "../../src/components/release.js";
import type {ChartEvidence, Charts} from "../claims/drawn.js";

/** Returns what the headings of an area's pack are held against, by the name of the table. */
export const packCharts = (release: Release, area: Area): Charts => ({
  beside: standing(release, area),
  mix: {cites: staffMixTable(release, area).about ?? []},
  "local-lscs": surveyed(release, area),
  measures: besideEngland(release, {area, indicator: "CAP-05"}),
  plan: planned(release, area),
  money: spent(release, area),
  returns: returned(release, area)
});

/** Returns what the first sentence of a pack is held against: the share offered training, and its test. */
export function offersEvidence(release: Release, area: Area): ChartEvidence {
  const figure = headlineAt(release, "OFF-01", area.area_code);
  const tested = comparisonAt(release, {family: "offers", area});
  const isKnown = typeof figure?.value === "number";
  const isClear = isKnown && tested?.is_different === "yes";
  return {
    cites: [figure, tested].filter((found) => found !== undefined),
    numbers: numbersOf(figure),
    holds: [
      [/clearly more/, isClear && (tested?.difference ?? 0) > 0],
      [/clearly fewer/, isClear && (tested?.difference ?? 0) < 0],
      [/could be chance/, isKnown && tested?.is_different === "no"]
    ]
  };
}

function standing(release: Release, area: Area): ChartEvidence {
  const figures = HEADLINE_FIGURES.flatMap(({indicator}) => headlineAt(release, indicator, area.area_code) ?? []);
  const tests = HEADLINE_FIGURES.flatMap(({family}) => comparisonAt(release, {family, area}) ?? []);
  const having = (answer: string): Comparison[] => tests.filter(({is_different}) => is_different === answer);
  return {
    cites: [...figures, ...tests],
    numbers: [having("yes").length, having("no").length, ...figures.flatMap(numbersOf)],
    holds: [
      [/clearly (?:higher|lower)/, having("yes").length > 0],
      [/Nothing can be said/, having("yes").length + having("no").length === 0]
    ]
  };
}

function surveyed(release: Release, area: Area): ChartEvidence {
  const parts = areasWithin(release, area.area_code, {level: "local_lsc"});
  const figures = parts.flatMap(({area_code}) => headlineAt(release, "OFF-01", area_code) ?? []);
  const silent = figures.filter(({symbol_reason}) => symbol_reason === "not_returned").length;
  return {cites: figures, numbers: [parts.length, silent], holds: [[/did not return/, silent > 0]]};
}

function besideEngland(release: Release, {area, indicator}: {area: Area; indicator: string}): ChartEvidence {
  const figures = [area.area_code, "ENG"].flatMap((area_code) => figureAt(release, indicator, {area_code}) ?? []);
  return {cites: figures, numbers: figures.flatMap(numbersOf)};
}

function planned(release: Release, {area_code}: Area): ChartEvidence {
  const figures = ["PLN-01", "PLN-02"].flatMap((of) => figuresAt(release, of, {area_code, by: ["plan version"]}));
  const leas = areasWithin(release, area_code, {level: "lea"});
  return {cites: figures, numbers: [leas.length, ...figures.flatMap(numbersOf)]};
}

function spent(release: Release, {area_code}: Area): ChartEvidence {
  const figures = [area_code, "ENG"].flatMap((code) =>
    figuresAt(release, "FIN-01", {area_code: code, by: ["funding line"], where: {unit: "per cent"}}).filter(
      (figure) => categoryOf(figure, "funding line") === "Grant 25"
    )
  );
  return {cites: figures, numbers: figures.flatMap(numbersOf)};
}

function returned(release: Release, area: Area): ChartEvidence {
  const returns = returnsOf(release, area);
  const missing = returns.filter(({status}) => !["received", "resubmitted", "late"].includes(status));
  return {
    cites: returns,
    numbers: [returns.length, missing.length],
    holds: [[/not come$/, missing.length > 0]]
  };
}

const numbersOf = (figure: Figure | undefined): (number | null)[] =>
  figure
    ? [
        figure.value,
        figure.lower,
        figure.upper,
        figure.numerator,
        figure.denominator,
        figure.senders_returned,
        figure.senders_expected
      ]
    : [];
