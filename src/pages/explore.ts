import {banner} from "../components/banner.js";
import {exploreData, explorer, indicatorLinks, sqlConsole} from "../components/explore/explorer.js";
import {count, list} from "../components/format.js";
import type {Figure, Origin, Page, Release} from "../components/release.js";

/** Every published figure in the cut that is wanted, as table, chart, file and picture; and all tables to ask in SQL. */
export const explore: Page = {
  origins: ({indicators}) => originsOf(indicators),
  marks: {
    banner: (release, {document}) => banner(originsOf(release.indicators), {document}),
    title,
    lead,
    explorer: (release, {document}) => explorer(release, {document}),
    data: (release, {document}) => exploreData(release, {document}),
    sql: (release, {document}) => sqlConsole(release, {document}),
    indicators: (release, {document}) => indicatorLinks(release, {document})
  }
};

const originsOf = (figures: readonly Figure[]): Set<Origin> => new Set(figures.map(({origin}) => origin));

function title({indicators}: Release): string {
  if (indicators.length === 0) return "This release holds no figures to explore";
  return `Any of ${count(indicators.length)} published figures, in the cut you need`;
}

function lead({indicators}: Release): string {
  const of = (symbol: string): number => indicators.filter((figure) => figure.symbol === symbol).length;
  const gaps: [number, string][] = [
    [of("c"), "withheld to protect people"],
    [of("low"), "low (1 to 9)"],
    [of("u"), "too unreliable to show"]
  ];
  const parts = gaps.filter(([number]) => number > 0).map(([number, word]) => `${count(number)} are ${word}`);
  const told = parts.length > 0 ? ` Of all figures, ${list(parts)}; each says so.` : "";
  return `Choose an indicator, a breakdown, areas and a period: chart and table follow, with interval, base and coverage.${told}`;
}
