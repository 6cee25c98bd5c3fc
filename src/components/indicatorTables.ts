import {figuresOf} from "./breakdown.js";
import {builder} from "./element.js";
import {byName, byOf, splitBy} from "./explore/breakdowns.js";
import {count, list, plural, sentence} from "./format.js";
import {groups} from "./groups.js";
import type {Figure, Release} from "./release.js";

/** Says how many figures of an indicator are published, for which areas, and how many say why there is no number. */
export function publishedSentence(release: Release, indicator: string): string {
  const figures = figuresOf(release, indicator);
  if (figures.length === 0) return "This release has no figure of it.";
  const tables = new Set(figures.map(byOf)).size;
  const without = figures.filter(({value, bound}) => value === null && bound === null).length;
  const silent =
    without === 0 ? "" : `; ${count(without)} of them ${without === 1 ? "says" : "say"} why there is no number`;
  return `This release has ${plural(figures.length, "figure")} of it in ${plural(tables, "table")}, for ${levelsOf(figures)}${silent}.`;
}

/** Returns the tables that hold an indicator's figures, each with its areas and size, and a link to choose among them. */
export function breakdownList(release: Release, indicator: string, {document}: {document: Document}): HTMLElement {
  const h = builder(document);
  const tables = [...groups(figuresOf(release, indicator), byOf)].toSorted(
    ([a], [b]) => splitBy(a).length - splitBy(b).length || (a < b ? -1 : 1)
  );
  const items = tables.map(([by, figures]) => {
    const name = by === "" ? "Totals" : sentence(`by ${list(splitBy(by).map(byName))}`);
    const address = new URLSearchParams({indicator, ...(by === "" ? {} : {by})});
    return h(
      "li",
      {},
      h("a", {href: `/explore?${address}`}, name),
      " ",
      h("span", {class: "quiet"}, `${plural(figures.length, "figure")}, ${levelsOf(figures)}`)
    );
  });
  return h("ul", {class: "tables"}, ...items);
}

function levelsOf(figures: readonly Figure[]): string {
  return list(LEVELS.filter(([level]) => figures.some(({area_level}) => area_level === level)).map(([, name]) => name));
}

const LEVELS = [
  ["national", "England"],
  ["region", "regions"],
  ["local_lsc", "local LSCs"],
  ["lea", "LEAs"]
] as const;
