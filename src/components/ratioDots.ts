import * as Plot from "@observablehq/plot";
import {groups} from "./groups.js";
import {palette} from "./palette.js";
import {withSeams} from "./seams.js";
import type {ChartOptions} from "./targetProgress.js";

/** A reading of a ratio: a dot with limits, limits alone where they are worst cases, or a word for neither. */
export interface RatioReading {
  said: string; // "0.7 (0.6 to 0.8)", "cannot say"
  ratio?: number;
  limits?: readonly [number, number];
  isHollow?: boolean; // the reading before anything is held equal
  isDifferent?: boolean; // called so by the rule
}

/** A line of the chart: a group of people with its readings, or with a remark instead. */
export interface RatioRow {
  group: string; // rows of one group stand under its name
  name: string;
  readings: readonly RatioReading[];
  remark?: string;
}

/** Returns a dot for each reading of each row on one scale of ratios, around a line at 1: half and twice are equally far from it. */
export function ratioDots(rows: readonly RatioRow[], {document, width = 1080}: ChartOptions): Element {
  const isNarrow = width < 500; // names then stand above their dots
  const [left, right, fontSize] = isNarrow ? [4, 124, 14.5] : [290, 190, 16];
  const {lines, height} = placed(rows, {isNarrow});
  const [from, to] = domainOf(rows);
  const scale = (ratio: number): number => {
    const share = Math.log(Math.min(to, Math.max(from, ratio)) / from) / Math.log(to / from);
    return Math.round(10 * (left + share * (width - left - right))) / 10;
  };
  const readings = lines.flatMap(({row, y}) =>
    (row?.readings ?? []).map((reading, index) => ({...reading, y: y + index * APART}))
  );
  const dots = readings.flatMap((reading) =>
    reading.ratio === undefined ? [] : [{...reading, x: scale(reading.ratio)}]
  );
  const ranges = readings.flatMap(({limits, ratio, y}) =>
    limits ? [{y, x1: scale(limits[0]), x2: scale(limits[1]), isWorst: ratio === undefined}] : []
  );
  const ticks = TICKS.filter((tick) => tick >= from && tick <= to).map((tick) => ({
    x: scale(tick),
    said: String(tick)
  }));
  const text = {fontSize, textAnchor: "start", stroke: palette.paper, strokeWidth: 5} as const;
  const names = lines.flatMap(({row, y, nameY}) => (row ? [{...row, y, nameY}] : []));
  const ofKind = (isHollow: boolean) => dots.filter((dot) => (dot.isHollow ?? false) === isHollow);
  const saidWhere = (isDifferent: boolean) =>
    readings.filter((reading) => (reading.isDifferent ?? false) === isDifferent);
  const drawn = Plot.plot({
    document,
    width,
    height,
    margin: 0,
    x: {axis: null, domain: [0, width], range: [0, width]},
    y: {axis: null, domain: [0, height], range: [0, height]},
    marks: [
      Plot.ruleX(ticks, {x: "x", y1: HEAD, y2: height, stroke: palette.line}),
      Plot.ruleX([scale(1)], {y1: HEAD, y2: height, stroke: palette.ink, strokeWidth: 1.5}),
      Plot.text(ticks, {x: "x", y: HEAD - 10, text: "said", fontSize: fontSize - 1.5, fill: palette.quiet}),
      Plot.text(
        lines.filter(({row}) => !row),
        {x: 0, y: "nameY", text: "group", ...text, fontWeight: 600, fill: palette.ink}
      ),
      Plot.text(names, {x: isNarrow ? 0 : 14, y: "nameY", text: "name", ...text, fill: palette.ink}),
      Plot.text(
        names.filter(({remark}) => remark),
        {x: isNarrow ? 0 : left, y: "y", text: "remark", ...text, fontSize: fontSize - 1, fill: palette.quiet}
      ),
      Plot.link(
        ranges.filter(({isWorst}) => !isWorst),
        {x1: "x1", x2: "x2", y1: "y", y2: "y", stroke: palette.partial, strokeWidth: 4}
      ),
      Plot.link(
        ranges.filter(({isWorst}) => isWorst),
        {x1: "x1", x2: "x2", y1: "y", y2: "y", stroke: palette.unknown, strokeWidth: 2, strokeDasharray: "4,3"}
      ),
      Plot.dot(ofKind(true), {
        x: "x",
        y: "y",
        r: rOf,
        symbol: symbolOf,
        fill: palette.paper,
        stroke: palette.main,
        strokeWidth: 2
      }),
      Plot.dot(ofKind(false), {x: "x", y: "y", r: rOf, symbol: symbolOf, fill: palette.main, stroke: palette.main}),
      ...[true, false].map((isDifferent) =>
        Plot.text(saidWhere(isDifferent), {
          x: width,
          y: "y",
          text: "said",
          ...text,
          textAnchor: "end",
          fontSize: fontSize - 1,
          fontWeight: isDifferent ? 600 : 400,
          fill: palette.ink
        })
      )
    ]
  });
  return withSeams(drawn, {head: HEAD, groups: lines.filter(({row}) => !row).map(({y}) => y - 26)});
}

const HEAD = 26;
const APART = 21; // between the readings of a row
const TICKS = [0.2, 0.3, 0.5, 0.7, 1, 1.4, 2, 3, 5];

const symbolOf = ({isDifferent}: RatioReading): string => (isDifferent ? "diamond" : "circle");
const rOf = ({isDifferent}: RatioReading): number => (isDifferent ? 6 : 4.5);

/** As far below 1 as above it. */
function domainOf(rows: readonly RatioRow[]): readonly [number, number] {
  const shown = rows.flatMap(({readings}) => readings.flatMap(({ratio, limits = []}) => [ratio ?? 1, ...limits]));
  const furthest = Math.max(2, ...shown.filter((ratio) => ratio > 0).flatMap((ratio) => [ratio, 1 / ratio]));
  const end = Math.min(furthest, 5) * 1.02;
  return [1 / end, end];
}

interface Placed {
  group: string;
  row?: RatioRow; // none for the name of a group
  y: number; // of the first reading
  nameY: number;
}

function placed(rows: readonly RatioRow[], {isNarrow}: {isNarrow: boolean}): {lines: Placed[]; height: number} {
  const lines: Placed[] = [];
  let y = HEAD;
  for (const [group, members] of groups(rows, (row) => row.group)) {
    y += 40;
    lines.push({group, y: y - 14, nameY: y - 14});
    for (const row of members) {
      const beside = APART * Math.max(0, row.readings.length - 1);
      const above = isNarrow ? 22 : 0;
      lines.push({group, row, y: y + above + 14, nameY: y + 14 + (isNarrow ? 0 : beside / 2)});
      y += above + beside + (isNarrow ? 30 : 32);
    }
  }
  return {lines, height: y + 4};
}
