import {coverageAlike} from "../coverageAlike.js";
import {type Build, builder} from "../element.js";
import {type Cell, count, missing} from "../format.js";
import type {Figure, Release} from "../release.js";
import type {Area} from "./place.js";

/** A rate that the map can show, and how. */
export interface MapRate {
  id: string;
  title: string; // "Offered training"
  unit: string; // as a screen reader hears it after the number
  write(value: number): string;
  figureOf(area_code: string): Figure | undefined; // drawn in towards the mean, so that small areas do not stand out
  missingAt(area_code: string): Cell; // why there is no figure
  isDifferent(area_code: string): "higher" | "lower" | undefined;
}

export interface Tile {
  area: Area;
  figure: Figure | undefined;
  class: number | undefined; // 0 for the lowest; none where there is no figure
  mark: string; // why it is not comparable with others; empty where it is
}

const CLASSES = 6;

/**
 * Returns where the classes of some values begin: round numbers, equally far apart, at most six classes, so that unequal
 * numbers of areas fall in them and no class is full by rule.
 */
export function classStarts(values: readonly number[]): number[] {
  if (values.length === 0) return [];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const step =
    [0.1, 0.2, 0.5, 1, 2, 4, 5, 10, 20, 25, 50, 100].find((size) => classesBetween(least, most, size) <= CLASSES) ??
    1000;
  const first = Math.floor(least / step);
  return Array.from({length: classesBetween(least, most, step)}, (_, index) =>
    Number(((first + index) * step).toFixed(1))
  );
}

const classesBetween = (least: number, most: number, step: number): number =>
  Math.floor(most / step) - Math.floor(least / step) + 1;

/** Returns a tile for each local LSC that has a place on the map, from north to south and west to east. */
export function tilesOf(areas: readonly Area[], rate: MapRate): Tile[] {
  const onMap = areas.filter(({tile_column, tile_row}) => tile_column !== null && tile_row !== null);
  const starts = classStarts(onMap.flatMap(({area_code}) => rate.figureOf(area_code)?.value ?? []));
  return onMap
    .toSorted((a, b) => (a.tile_row ?? 0) - (b.tile_row ?? 0) || (a.tile_column ?? 0) - (b.tile_column ?? 0))
    .map((area) => {
      const figure = rate.figureOf(area.area_code);
      const value = figure?.value ?? null;
      return {
        area,
        figure,
        class: value === null ? undefined : starts.findLastIndex((start) => value >= start),
        mark: value !== null && figure ? incomplete(figure) : ""
      };
    });
}

/** Tiles without a mark are alike: each rests on all returns, or nearly. */
function incomplete(figure: Figure): string {
  const {senders_returned, senders_expected, population_share} = figure;
  if (senders_expected === null || senders_returned === null) return "";
  const whole = {senders_returned: 1, senders_expected: 1, population_share: population_share === null ? null : 1};
  if (coverageAlike(whole, figure)) return "";
  return `not comparable with others as it stands: ${senders_returned} of ${senders_expected} senders returned`;
}

/** Returns a map of tiles, each a link with its number, and the key of its classes. A list of links, which Tab goes through and a screen reader counts; a skip link stands before it, and a script adds arrow keys. */
export function tileMap(
  rate: MapRate,
  {areas, release, document}: {areas: readonly Area[]; release: Release; document: Document}
): HTMLElement {
  const h = builder(document);
  const tiles = tilesOf(areas, rate);
  return h(
    "div",
    {class: "tile-map"},
    h(
      "ul",
      {class: "tiles", "aria-label": `Map: ${rate.title}`},
      ...tiles.map((tile) => tileNode(tile, {rate, release, h}))
    ),
    keyNode(tiles, {rate, h})
  );
}

function tileNode(
  {area, figure, class: level, mark}: Tile,
  {rate, release, h}: {rate: MapRate; release: Release; h: Build}
): HTMLElement {
  const value = figure?.value ?? null;
  const word = value === null ? missing(rate.missingAt(area.area_code), release) : undefined;
  const different = rate.isDifferent(area.area_code);
  return h(
    "li",
    {style: `--column:${(area.tile_column ?? 0) + 1};--row:${(area.tile_row ?? 0) + 1}`},
    h(
      "a",
      {href: `/areas/${area.area_code}`, class: level === undefined ? "none" : `class${level}`, title: area.area_name},
      h("span", {class: "short", "aria-hidden": "true"}, area.short_name),
      h("span", {class: "spoken"}, `${area.area_name}: `),
      value === null ? h("span", {class: "spoken"}, word?.speech ?? "") : h("b", {}, rate.write(value)),
      value === null ? null : h("span", {class: "spoken"}, ` ${rate.unit}`),
      different ? h("i", {class: different, "aria-hidden": "true"}) : null,
      different ? h("span", {class: "spoken"}, `, clearly ${different} than elsewhere${returned(figure)}`) : null,
      mark === "" ? null : h("span", {class: "star", "aria-hidden": "true"}, "*"),
      mark === "" ? null : h("span", {class: "spoken"}, `, ${mark}`)
    )
  );
}

/** Where returns are missing, a clear difference is not said without them. */
function returned(figure: Figure | undefined): string {
  const {senders_returned: came = null, senders_expected: all = null} = figure ?? {};
  return came === null || all === null || came >= all ? "" : `, by ${came} of ${all} senders`;
}

function keyNode(tiles: readonly Tile[], {rate, h}: {rate: MapRate; h: Build}): HTMLElement {
  const starts = classStarts(tiles.flatMap(({figure}) => figure?.value ?? []));
  const write = starts.every(Number.isInteger) && !rate.write(1).includes("%") ? count : rate.write;
  const classes = starts.map((start, index) => {
    const next = starts[index + 1];
    const said = next === undefined ? `${write(start)} and over` : `${write(start)} to under ${write(next)}`;
    return h("li", {}, h("i", {class: `mark class${index}`}), said);
  });
  const has = {
    none: tiles.some((tile) => tile.class === undefined),
    different: tiles.some(({area}) => rate.isDifferent(area.area_code)),
    mark: tiles.some(({mark}) => mark !== "")
  };
  return h(
    "ul",
    {class: "key"},
    ...classes,
    has.none ? h("li", {}, h("i", {class: "mark none"}), "no figure") : null,
    has.different
      ? h("li", {}, h("i", {class: "higher"}), h("i", {class: "lower"}), "clearly higher or lower than elsewhere")
      : null,
    has.mark ? h("li", {}, "* fewer than nine in ten returns are in: not comparable with others as it stands") : null
  );
}
