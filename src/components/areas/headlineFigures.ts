import {list, percent, plural, sentence, tenths, word} from "../format.js";
import type {Comparison, Figure, Release} from "../release.js";
import {coverage} from "../select.js";
import {type Area, figureAt} from "./place.js";

/** A figure that every area's page begins with, and that areas are compared in. */
export interface HeadlineFigure {
  indicator: "OFF-01" | "UPT-01" | "UPT-02" | "UPT-03";
  family: string; // of its comparisons; the level of areas follows
  title: string; // of a column
  noun: string; // in a sentence
  senders: string; // who reports it
  write(value: number): string;
}

export const HEADLINE_FIGURES: readonly HeadlineFigure[] = [
  {
    indicator: "OFF-01",
    family: "offers",
    title: "Offered training",
    noun: "the share offered training",
    senders: "local LSCs",
    write: percent
  },
  {
    indicator: "UPT-01",
    family: "uptake",
    title: "Took up an offer",
    noun: "the share who took up an offer",
    senders: "local LSCs",
    write: percent
  },
  {
    indicator: "UPT-02",
    family: "participation",
    title: "Began training",
    noun: "the share who began training",
    senders: "local LSCs",
    write: percent
  },
  {
    indicator: "UPT-03",
    family: "learners",
    title: "Learners per 1,000 staff",
    noun: "the rate of learners",
    senders: "providers",
    write: tenths
  }
];

/** Returns the figure of an area for a headline; nothing where there is no row. */
export function headlineAt(
  release: Release,
  indicator: HeadlineFigure["indicator"],
  area_code: string
): Figure | undefined {
  return figureAt(release, indicator, {area_code, where: indicator === "UPT-03" ? {period_type: "academic"} : {}});
}

/** Returns the latest comparison of an area's headline with the rest of England, or with all areas of its level. */
export function comparisonAt(
  {comparisons}: Pick<Release, "comparisons">,
  {family, area}: {family: string; area: Area}
): Comparison | undefined {
  const id = `${family}_by_${area.area_level}`;
  return comparisons
    .filter(({family_id, area_code}) => family_id === id && area_code === area.area_code)
    .toSorted((a, b) => (a.period < b.period ? -1 : 1))
    .at(-1);
}

/** Returns what can be said of an area's four figures beside the rest of England: what differs clearly, and what does not. */
export function standing(release: Release, area: Area): string {
  const judged = HEADLINE_FIGURES.map((headline) => ({
    said: `${headline.noun}${incompleteSaid(release, {headline, area})}`,
    verdict: verdictOf(release, {headline, area})
  }));
  const nouns = (verdict: Verdict): string[] => judged.filter((row) => row.verdict === verdict).map(({said}) => said);
  const clear = (["higher", "lower"] as const).flatMap((verdict) => {
    const found = nouns(verdict);
    return found.length === 0 ? [] : [`${list(found)} ${found.length === 1 ? "is" : "are"} clearly ${verdict}`];
  });
  const chance = nouns("could be chance").length;
  if (clear.length > 0) {
    const others = chance === 0 ? "" : `; for ${plural(chance, "other")} a difference could be chance`;
    return sentence(`${list(clear)} than in the rest of England${others}`);
  }
  if (chance === 0) return "Nothing can be said of how this area stands beside the rest of England";
  if (chance === 1) return "The one figure that can be judged does not differ clearly from the rest of England";
  const of =
    chance === judged.length ? `the ${word(chance)} figures` : `the ${word(chance)} figures that can be judged`;
  return `None of ${of} differs clearly from the rest of England`;
}

/** Returns " (4 of 5 providers returned)" where returns behind an area's headline are missing: a clear difference may be theirs. */
export function incompleteSaid(release: Release, {headline, area}: {headline: HeadlineFigure; area: Area}): string {
  const found = headlineAt(release, headline.indicator, area.area_code);
  if (!found || (found.senders_returned ?? 0) >= (found.senders_expected ?? 0)) return "";
  return ` (${coverage(found, headline.senders)} returned)`;
}

export type Verdict = "higher" | "lower" | "could be chance" | "cannot be said";

/** Returns how an area's headline stands beside the rest of England, by the rule for many comparisons. */
export function verdictOf(release: Release, {headline, area}: {headline: HeadlineFigure; area: Area}): Verdict {
  const found = comparisonAt(release, {family: headline.family, area});
  if (!found || found.is_different === "cannot say") return "cannot be said";
  if (found.is_different !== "yes") return "could be chance";
  const [here, nation] = [area.area_code, "ENG"].map((code) => headlineAt(release, headline.indicator, code)?.value);
  const by = found.difference ?? (here ?? 0) - (nation ?? 0);
  return by > 0 ? "higher" : "lower";
}
