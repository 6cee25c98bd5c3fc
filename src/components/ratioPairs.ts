import * as Plot from "@observablehq/plot";
import {groups} from "./groups.js";
import {palette} from "./palette.js";
import type {ChartOptions} from "./targetProgress.js";

/** One of two readings of a ratio: a dot with limits, limits alone where they are worst cases, or a word for neither. */
export interface RatioReading {
  said: string; // "0.7 (0.6 to 0.8)", "cannot say"
  ratio?: number;
  limits?: readonly [number, number];
  isDifferent?: boolean; // called so by the rule
}

/** A line of the chart: a group of people with its ratio as it is, and with something held equal; or a remark alone. */
export interface RatioPair {
  group: string; // rows of one group stand under its name
  name: string;
  crude?: RatioReading;
  adjusted?: RatioReading;
  remark?: string; // instead of both
}

/** Returns two dots for each row on one scale of ratios, the first as found, the second with something held equal, around a line at 1. */
export function ratioPairs(rows: readonly RatioPair[], {document, width = 1080}: ChartOptions): Element {
  const isNarrow = width < 500; // names then stand above their dots
  const size = isNarrow
    ? {left: 4, right: 128, fontSize: 14.5, row: 66, title: 40, remark: 26}
    : {left: 290, right: 190, fontSize: 16, row: 54, title: 42, remark: 30};
  const {lines, height} = placed(rows, size);
  const [from, to] = domainOf(rows);
  const scale = (ratio: number): number =>
    size.left +
    (Math.log(Math.min(to, Math.max(from, ratio)) / from) / Math.log(to / from)) * (width - size.left - size.right);
  const readings = lines.flatMap(({row, y}) => [
    ...(row?.crude ? [{...row.crude, y: y - 10 + (isNarrow ? 12 : 0), kind: "crude"}] : []),
    ...(row?.adjusted ? [{...row.adjusted, y: y + 10 + (isNarrow ? 12 : 0), kind: "adjusted"}] : [])
  ]);
  const dots = readings.flatMap((reading) => (reading.ratio === undefined ? [] : [{...reading, x: scale(reading.ratio)}]));
  const ranges = readings.flatMap(({limits, ...reading}) =>
    limits ? [{...reading, x1: scale(limits[0]), x2: scale(limits[1])}] : []
  );
  const ticks = TICKS.filter((tick) => tick >= from && tick <= to).map((tick) => ({x: scale(tick), said: String(tick)}));
  const {fontSize} = size;
  const text = {fontSize, textAnchor: "start", stroke: palette.paper, strokeWidth: 5} as const;
  const names = lines.flatMap(({row, y}) => (row ? [{...row, y: isNarrow && !row.remark ? y - 20 : y}] : []));
  return Plot.plot({
    document,
    width,
    height,
    margin: 0,
    x: {axis: null, domain: [0, width], range: [0, width]},
    y: {axis: null, domain: [0, height], range: [0, height]},
    marks: [
      Plot.ruleX(ticks, {x: "x", y1: HEAD, y2: height, stroke: palette.line}),
      Plot.ruleX([1], {x: scale, y1: HEAD, y2: height, stroke: palette.ink, strokeWidth: 1.5}),
      Plot.text(ticks, {x: "x", y: HEAD - 10, text: "said", fontSize: fontSize - 1.5, fill: palette.quiet}),
      Plot.text(lines.filter(({row}) => !row), {x: 0, y: "y", text: "group", ...text, fontWeight: 600, fill: palette.ink}),
      Plot.text(names, {x: isNarrow ? 0 : 14, y: "y", text: "name", ...text, fill: palette.ink}),
      Plot.text(
        names.filter(({remark}) => remark),
        {x: width, y: "y", text: "remark", ...text, textAnchor: "end", fontSize: fontSize - 1, fill: palette.quiet}
      ),
      Plot.link(
        ranges.filter(({ratio}) => ratio !== undefined),
        {x1: "x1", x2: "x2", y1: "y", y2: "y", stroke: palette.partial, strokeWidth: 4}
      ),
      Plot.link(
        ranges.filter(({ratio}) => ratio === undefined),
        {x1: "x1", x2: "x2", y1: "y", y2: "y", stroke: palette.unknown, strokeWidth: 2, strokeDasharray: "4,3"}
      ),
      Plot.dot(
        dots.filter(({kind}) => kind === "crude"),
        {x: "x", y: "y", r: rOf, symbol: symbolOf, fill: palette.paper, stroke: palette.second, strokeWidth: 2.5}
      ),
      Plot.dot(
        dots.filter(({kind}) => kind === "adjusted"),
        {x: "x", y: "y", r: rOf, symbol: symbolOf, fill: palette.main, stroke: palette.main, strokeWidth: 2.5}
      ),
      ...[true, false].map((isDifferent) =>
        Plot.text(
          readings.filter((reading) => (reading.isDifferent ?? false) === isDifferent),
          {
            x: width,
            y: "y",
            text: "said",
            ...text,
            textAnchor: "end",
            fontSize: fontSize - 1,
            fontWeight: isDifferent ? 600 : 400,
            fill: palette.ink
          }
        )
      )
    ]
  });
}

const HEAD = 26;
const TICKS = [0.2, 0.3, 0.5, 0.7, 1, 1.4, 2, 3, 5];

interface Drawn extends RatioReading {
  kind: string;
}

const symbolOf = ({isDifferent}: Drawn): string => (isDifferent ? "diamond" : "circle");
const rOf = ({isDifferent}: Drawn): number => (isDifferent ? 6 : 4.5);

/** As far below 1 as above it in ratio, so that twice and half are equally far. */
function domainOf(rows: readonly RatioPair[]): readonly [number, number] {
  const shown = rows.flatMap(({crude, adjusted}) =>
    [crude, adjusted].flatMap((reading) => [reading?.ratio, ...(reading?.limits ?? [])])
  );
  const furthest = Math.max(1.9, ...shown.flatMap((ratio) => (ratio && ratio > 0 ? [ratio, 1 / ratio] : [])));
  const end = Math.min(furthest, 5) * 1.05;
  return [1 / end, end];
}

interface Placed {
  group: string;
  row?: RatioPair; // none for the name of a group
  y: number;
}

function placed(
  rows: readonly RatioPair[],
  {row: step, title, remark}: {row: number; title: number; remark: number}
): {lines: Placed[]; height: number} {
  const lines: Placed[] = [];
  let y = HEAD;
  for (const [group, members] of groups(rows, (row) => row.group)) {
    y += title;
    lines.push({group, y: y - 14});
    for (const row of members) {
      const room = row.remark === undefined ? step : remark;
      y += room;
      lines.push({group, row, y: y - room / 2});
    }
  }
  return {lines, height: y + 6};
}
