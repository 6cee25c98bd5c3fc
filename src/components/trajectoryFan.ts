import * as Plot from "@observablehq/plot";
import {count, date} from "./format.js";
import {palette} from "./palette.js";
import type {ChartOptions, TargetBar} from "./targetProgress.js";

/** The cumulative count up to the end of a month: what was counted, or the range in which it is heading. */
export interface FanMonth {
  month: string;
  observed: number | null;
  range80: readonly [number, number] | null;
  range95: readonly [number, number] | null;
}

export interface Fan {
  months: readonly FanMonth[];
  target: number;
  goal: string; // "up to 10,000"
  bound: TargetBar["bound"];
  isStepped: boolean; // starts come in cohorts
}

/** Returns what was counted as a line and where it is heading as two bands, one within the other, under the target. */
export function trajectoryFan(fan: Fan, {document, width = 1080}: ChartOptions): Element {
  const {months, target, bound} = fan;
  const isNarrow = width < 500;
  const fontSize = isNarrow ? 14.5 : 16;
  const {first, observed, ahead, end} = pointsOf(months);
  const top = 1.12 * Math.max(target * (bound === "about" ? 1.05 : 1), ...ahead.map(({range95}) => range95?.[1] ?? 0));
  const curve = fan.isStepped ? "step-after" : "linear";
  const apart = isNarrow ? 4 : 2;
  const ticks = Array.from({length: Math.floor(end / apart) + 1}, (_, tick) => tick * apart);
  return Plot.plot({
    document,
    width,
    height: isNarrow ? 250 : 320,
    margin: 0,
    marginTop: 24,
    marginBottom: 34,
    marginLeft: isNarrow ? 52 : 64,
    marginRight: isNarrow ? 16 : 24,
    x: {axis: null, domain: [-1, end]},
    y: {axis: null, domain: [0, top]},
    marks: [
      Plot.gridY({stroke: palette.line, strokeOpacity: 1, ticks: 4}),
      Plot.axisY({ticks: 4, tickFormat: count, tickSize: 0, fontSize, fill: palette.quiet, label: null}),
      Plot.axisX({
        ticks,
        tickFormat: (index: number) => shortMonth(first + index),
        tickSize: 0,
        fontSize,
        fill: palette.quiet,
        label: null
      }),
      band(ahead, {range: "range95", fill: palette.partial, curve}),
      band(ahead, {range: "range80", fill: palette.second, curve}),
      targetMark(fan, end),
      Plot.line(observed.length === 0 ? [] : [OPENING, ...observed], {
        x: "index",
        y: "observed",
        stroke: palette.main,
        strokeWidth: 3,
        curve
      }),
      Plot.dot(observed, {x: "index", y: "observed", fill: palette.main, r: 4}),
      Plot.text([fan.goal], {
        x: -1,
        y: bound === "about" ? 1.05 * target : target,
        text: (goal: string) => goal,
        textAnchor: "start",
        dy: -10,
        fontSize,
        fontWeight: 600
      })
    ]
  });
}

/** The window opens with nothing. */
const OPENING = {month: "", index: -1, observed: 0, range80: null, range95: null};

/** Returns the months by their place after the first: those counted, and those ahead, whose bands begin where the counting ended. */
function pointsOf(months: readonly FanMonth[]) {
  const first = months.map(({month}) => monthNumber(month)).toSorted((a, b) => a - b)[0] ?? 0;
  const points = months.map((month) => ({...month, index: monthNumber(month.month) - first}));
  const observed = points.filter((point) => point.observed !== null);
  const last = observed.at(-1) ?? OPENING;
  const counted = last.observed ?? 0;
  const ahead = [
    {...last, range80: [counted, counted], range95: [counted, counted]},
    ...points.filter(({range95}) => range95 !== null)
  ];
  return {first, observed, ahead, end: Math.max(1, ...points.map(({index}) => index))};
}

function band(
  ahead: ReturnType<typeof pointsOf>["ahead"],
  {range, fill, curve}: {range: "range80" | "range95"; fill: string; curve: Plot.Curve}
): Plot.Markish {
  return Plot.areaY(ahead, {
    x: "index",
    y1: (month: (typeof ahead)[number]) => month[range]?.[0] ?? null,
    y2: (month: (typeof ahead)[number]) => month[range]?.[1] ?? null,
    fill,
    stroke: fill, // so that a range of no width can be seen
    curve
  });
}

/** A band where the plan says "around", else a line. */
function targetMark({target, bound}: Fan, end: number): Plot.Markish {
  if (bound === "about")
    return Plot.rect([target], {
      x1: -1,
      x2: end,
      y1: 0.95 * target,
      y2: 1.05 * target,
      fill: palette.quiet,
      fillOpacity: 0.28
    });
  return Plot.ruleY([target], {
    stroke: palette.ink,
    strokeWidth: 2,
    ...(bound === "ceiling" ? {strokeDasharray: "4,3"} : {})
  });
}

const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));

/** Returns "Apr 2004" for the number of a month. */
function shortMonth(number: number): string {
  const month = String(((number - 1) % 12) + 1).padStart(2, "0");
  return date(`${Math.floor((number - 1) / 12)}-${month}-01`).replace(/^\d+ (\w{3})\w* (\d{4})$/, "$1 $2");
}
