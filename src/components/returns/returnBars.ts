import * as Plot from "@observablehq/plot";
import {groupedLines} from "../groupedLines.js";
import {palette} from "../palette.js";
import type {ChartOptions} from "../targetProgress.js";

/** How many of the returns of a kind came in time, came late, and are missing. */
export interface ReturnBar {
  group: string; // "Local LSCs"
  name: string;
  said: string; // at the right: "42 of 47 in"
  inTime: number;
  late: number;
  missing: number;
}

/** Returns a bar for each kind of return, as shares of those asked for: in time and late firmly, missing as a dashed outline. */
export function returnBars(bars: readonly ReturnBar[], {document, width = 1080}: ChartOptions): Element {
  const isNarrow = width < 500; // names then stand above their bars
  const [left, right, step, fontSize] = isNarrow ? [0, 2, 50, 14.5] : [width < 900 ? 272 : 320, 110, 34, 16];
  const {lines, end} = groupedLines(bars, {heading: 38, raised: 14, step});
  const height = end + 6;
  const scale = (share: number): number => left + share * (width - left - right);
  const named = lines.flatMap(({row, y}) => (row ? [{...row, y}] : []));
  const parts = named
    .flatMap(({inTime, late, missing, y}) => {
      const all = Math.max(1, inTime + late + missing);
      const at = isNarrow ? y + 11 : y;
      const ends = [0, inTime, inTime + late, all].map((end) => scale(end / all));
      return PARTS.map((part, index) => ({part, x1: ends[index] ?? left, x2: ends[index + 1] ?? left, y: at}));
    })
    .filter(({x1, x2}) => x2 > x1);
  const of = (wanted: (typeof PARTS)[number]) => parts.filter(({part}) => part === wanted);
  const bar = {x1: "x1", x2: "x2", y1: (d: {y: number}) => d.y - 9, y2: (d: {y: number}) => d.y + 9} as const;
  const text = {fontSize, stroke: palette.paper, strokeWidth: 5} as const;
  return Plot.plot({
    document,
    width,
    height,
    margin: 0,
    x: {axis: null, domain: [0, width], range: [0, width]},
    y: {axis: null, domain: [0, height], range: [0, height]},
    marks: [
      Plot.rect(of("missing"), {
        ...bar,
        fill: "none",
        stroke: palette.unknown,
        strokeWidth: 1.5,
        strokeDasharray: "5,4",
        inset: 1
      }),
      Plot.rect(of("in time"), {...bar, fill: palette.main}),
      Plot.rect(of("late"), {...bar, fill: palette.partial}),
      Plot.text(
        lines.filter(({row}) => !row),
        {x: 0, y: "y", text: "group", ...text, textAnchor: "start", fontWeight: 600, fill: palette.ink}
      ),
      Plot.text(named, {
        x: isNarrow ? 0 : 14,
        y: (d: {y: number}) => d.y - (isNarrow ? 11 : 0),
        text: "name",
        ...text,
        textAnchor: "start",
        fill: palette.ink
      }),
      Plot.text(named, {
        x: width - 1,
        y: (d: {y: number}) => d.y - (isNarrow ? 11 : 0),
        text: "said",
        ...text,
        textAnchor: "end",
        fill: palette.quiet
      })
    ]
  });
}

const PARTS = ["in time", "late", "missing"] as const;
