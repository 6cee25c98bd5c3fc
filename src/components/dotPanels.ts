import * as Plot from "@observablehq/plot";
import {groups} from "./groups.js";
import {palette} from "./palette.js";
import {withSeams} from "./seams.js";
import type {ChartOptions} from "./targetProgress.js";

/** A value of one row in one panel: a dot with its limits, a range up to a bound, or a word for why there is neither. */
export interface PanelCell {
  said: string; // "67%", "too few answers"
  value?: number;
  limits?: readonly [number, number];
  upTo?: number; // an upper bound, drawn as a zone: nothing is known but that the value lies below
  mark?: "different" | "reference"; // else a plain dot
}

/** A line of the chart: a name, and a cell for each panel. */
export interface PanelRow {
  group: string; // rows of one group stand under its name; none for empty
  name: string;
  cells: readonly PanelCell[];
}

export interface Panel {
  title: string; // "Offered training"
  of: string; // "of all staff"
  bound?: number; // drawn dashed through all rows: what the values are held against
}

export interface DotPanelsOptions extends ChartOptions {
  panels: readonly Panel[];
  domain?: readonly [number, number]; // 0 to 100 unless told otherwise
  write?(value: number): string; // how an axis shows a number
}

/** Returns the same rows in panels side by side, each on the same scale: a dot with limits, or the word for why none is there. */
export function dotPanels(rows: readonly PanelRow[], options: DotPanelsOptions): Element {
  const {document, width = 1080, panels, domain = [0, 100], write = (value) => `${value}%`} = options;
  const size = sizeOf(width, {rows, panels: panels.length});
  const {lines, height} = placed(rows, size);
  const spots = panels.map((panel, index) => {
    const left = tenth(size.names + index * (size.panel + size.gap));
    const scale = (value: number): number =>
      tenth(left + ((value - domain[0]) / (domain[1] - domain[0])) * (size.panel - size.label));
    return {...panel, index, left, scale};
  });
  const cells = lines.flatMap(({row, y}) =>
    spots.flatMap(({index, scale, left}) => {
      const cell = row?.cells[index];
      return cell ? [{...cell, y, scale, left}] : [];
    })
  );
  const ticks = spots.flatMap(({scale}) =>
    [0, 0.5, 1].map((at) => tickAt(domain, at)).map((value) => ({x: scale(value), said: write(value)}))
  );
  const drawn = Plot.plot({
    document,
    width,
    height,
    margin: 0,
    x: {axis: null, domain: [0, width], range: [0, width]},
    y: {axis: null, domain: [0, height], range: [0, height]},
    marks: [
      Plot.ruleX(ticks, {x: "x", y1: size.head, y2: height, stroke: palette.line}),
      Plot.text(ticks, {x: "x", y: size.head - 12, text: "said", fontSize: size.fontSize - 1.5, fill: palette.quiet}),
      ...names(lines, {spots, size}),
      Plot.ruleX(
        spots.flatMap(({bound, scale}) => (bound === undefined ? [] : [scale(bound)])),
        {y1: size.head, y2: height, stroke: palette.ink, strokeWidth: 2, strokeDasharray: "4,3"}
      ),
      ...ranges(cells, domain[0]),
      ...dots(cells, size),
      ...words(cells, size)
    ]
  });
  return withSeams(drawn, {head: size.head, groups: lines.filter(({row}) => !row).map(({y}) => y - 22)});
}

interface Spot extends Panel {
  left: number;
  scale(value: number): number;
}

interface PlacedCell extends PanelCell, Pick<Spot, "left" | "scale"> {
  y: number;
}

const textOf = ({fontSize}: Size) => ({fontSize, textAnchor: "start", stroke: palette.paper, strokeWidth: 5}) as const;

function names(lines: readonly Placed[], {spots, size}: {spots: readonly Spot[]; size: Size}): Plot.Markish[] {
  const text = textOf(size);
  return [
    Plot.text(spots, {x: "left", y: 10, text: "title", ...text, fontWeight: 600, fill: palette.ink}),
    Plot.text(spots, {x: "left", y: 30, text: "of", ...text, fontSize: size.fontSize - 1, fill: palette.quiet}),
    Plot.text(
      lines.filter(({row}) => !row),
      {x: 0, y: "y", text: "group", ...text, fontWeight: 600, fill: palette.ink}
    ),
    Plot.text(
      lines.flatMap(({row, y}) => (row ? [{y, name: row.name}] : [])),
      {
        x: size.indent,
        y: ({y}: {y: number}) => y - size.lift,
        text: "name",
        ...text,
        fill: palette.ink,
        lineWidth: size.names === 0 ? Number.POSITIVE_INFINITY : (size.names - size.indent - 8) / size.fontSize,
        lineHeight: 1.05
      }
    )
  ];
}

/** Zones up to a bound, with its dashed end, and limits. */
function ranges(cells: readonly PlacedCell[], from: number): Plot.Markish[] {
  const zones = cells.flatMap(({upTo, scale, y}) =>
    upTo === undefined ? [] : [{x1: scale(from), x2: scale(upTo), y}]
  );
  const limited = cells.flatMap(({limits, scale, y}) =>
    limits ? [{x1: scale(limits[0]), x2: scale(limits[1]), y}] : []
  );
  return [
    Plot.rect(zones, {
      x1: "x1",
      x2: "x2",
      y1: ({y}) => y - 8,
      y2: ({y}) => y + 8,
      fill: palette.partial,
      fillOpacity: 0.6
    }),
    Plot.link(zones, {
      x1: "x2",
      x2: "x2",
      y1: ({y}) => y - 13,
      y2: ({y}) => y + 13,
      stroke: palette.ink,
      strokeWidth: 2,
      strokeDasharray: "4,3"
    }),
    Plot.link(limited, {x1: "x1", x2: "x2", y1: "y", y2: "y", stroke: palette.second, strokeWidth: 3})
  ];
}

function dots(cells: readonly PlacedCell[], {dot}: Size): Plot.Markish[] {
  const placedDots = cells.flatMap((cell) => (cell.value === undefined ? [] : [{...cell, x: cell.scale(cell.value)}]));
  const marked = (wanted: PanelCell["mark"]) => placedDots.filter(({mark}) => mark === wanted);
  const at = {x: "x", y: "y"} as const;
  return [
    Plot.dot(marked(undefined), {...at, r: dot, fill: palette.main}),
    Plot.dot(marked("different"), {...at, r: 7, symbol: "diamond", fill: palette.main, stroke: palette.paper}),
    Plot.dot(marked("reference"), {...at, r: 6, fill: palette.paper, stroke: palette.main, strokeWidth: 2.5})
  ];
}

/** What is said: at the right where something is drawn, else in its place. */
function words(cells: readonly PlacedCell[], size: Size): Plot.Markish[] {
  const text = textOf(size);
  const isDrawn = ({value, upTo}: PlacedCell): boolean => value !== undefined || upTo !== undefined;
  return [
    Plot.text(cells.filter(isDrawn), {
      x: ({left}) => left + size.panel,
      y: "y",
      text: "said",
      ...text,
      textAnchor: "end",
      fontWeight: 600,
      fill: palette.ink
    }),
    Plot.text(
      cells.filter((cell) => !isDrawn(cell)),
      {x: ({left}) => left + 2, y: "y", text: "said", ...text, fontSize: size.fontSize - 1, fill: palette.quiet}
    )
  ];
}

interface Size {
  names: number; // room for names at the left; none where they stand above
  panel: number;
  label: number; // of a panel, what its numbers take
  gap: number;
  head: number;
  step: number;
  lift: number; // of a name above its dots
  indent: number;
  fontSize: number;
  dot: number;
}

const EM = 0.55; // width of a letter, of its size, on average

function sizeOf(width: number, {rows, panels}: {rows: readonly PanelRow[]; panels: number}): Size {
  const isNarrow = width < 500; // names then stand above their dots
  const fontSize = isNarrow ? 14.5 : 16;
  const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map(({length}) => length * EM * fontSize));
  const label = Math.max(isNarrow ? 44 : 56, 12 + longest(rows.flatMap(({cells}) => cells.map(labelOf))));
  const indent = isNarrow || rows.every(({group}) => group === "") ? 0 : 14;
  const most = width < 900 ? 270 : 350;
  const names = isNarrow ? 0 : Math.min(most, Math.max(150, indent + 18 + longest(rows.map(({name}) => name))));
  const gap = isNarrow ? 14 : width < 900 ? 20 : 36;
  const panel = (width - names - gap * (panels - 1)) / panels;
  const sizes = {names, panel, label, gap, head: 66, indent, fontSize};
  return isNarrow ? {...sizes, step: 50, lift: 21, dot: 5} : {...sizes, step: 29, lift: 0, dot: 5.5};
}

/** What stands at the right of a panel; a word for no value stands where the value would. */
const labelOf = ({said, value, upTo}: PanelCell): string => (value === undefined && upTo === undefined ? "" : said);

interface Placed {
  group: string;
  row?: PanelRow; // none for the name of a group
  y: number;
}

function placed(rows: readonly PanelRow[], size: Size): {lines: Placed[]; height: number} {
  const {head, step, lift, names, indent, fontSize} = size;
  const lines: Placed[] = [];
  let y = head;
  for (const [group, members] of groups(rows, (row) => row.group)) {
    if (group !== "") {
      y += lift === 0 ? 34 : 36;
      lines.push({group, y: y - (lift === 0 ? 12 : 8)});
    }
    for (const row of members) {
      const isBroken = lift === 0 && row.name.length * EM * fontSize > names - indent - 12;
      const room = isBroken ? step + 14 : step;
      y += room;
      lines.push({group, row, y: y - (lift === 0 ? room / 2 : 12)});
    }
  }
  return {lines, height: y + 6};
}

/** A pixel's tenth is enough, and keeps the page small. */
const tenth = (value: number): number => Math.round(value * 10) / 10;

const tickAt = ([from, to]: readonly [number, number], share: number): number => from + share * (to - from);
