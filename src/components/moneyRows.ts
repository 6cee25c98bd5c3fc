import * as Plot from "@observablehq/plot";
import {millions} from "./format.js";
import {palette} from "./palette.js";
import type {ChartOptions} from "./targetProgress.js";

/** A sum of money as far as it is known: an amount, a least amount, a range, or words alone. */
export interface MoneyRow {
  name: string;
  said: string; // in words, at the right
  amount?: number; // drawn firmly
  atLeast?: number; // a bound: a line, with dashes for what lies beyond
  range?: readonly [number, number]; // a dashed outline from end to end
  outOf?: number; // what it is part of
}

export interface MoneyRowsOptions extends ChartOptions {
  most?: number; // where the scale ends; at the largest sum unless told otherwise
}

/** Returns a row for each sum on one scale of pounds; a range or a bound is dashed and never a point. */
export function moneyRows(rows: readonly MoneyRow[], options: MoneyRowsOptions): Element {
  const {document, width = 1080, most = largest(rows)} = options;
  const isNarrow = width < 500; // names and words then stand above their bars
  const isWide = width > 900;
  const [step, left, right, fontSize] = isNarrow ? [72, 14, 22, 15] : isWide ? [46, 330, 270, 16] : [50, 235, 190, 15];
  const [top, bottom] = isNarrow ? [46, 10] : [14, 14];
  const lines = rows.map((row, at) => ({...row, at, y1: at - 0.5, y2: at + 0.5}));
  const shape = {y1: "y1", y2: "y2", insetTop: top, insetBottom: bottom} as const;
  const is = <Key extends keyof MoneyRow>(key: Key) => lines.filter((row) => row[key] !== undefined);
  const dashed = {fill: "none", stroke: palette.unknown, strokeWidth: 1.5, strokeDasharray: "5,4"};
  const halo = {stroke: palette.paper, strokeWidth: 5}; // where a line would cross the words
  const middle = isNarrow ? 18 : 0; // of the bar, from the middle of the row
  return Plot.plot({
    document,
    width,
    height: rows.length * step + 34,
    margin: 0,
    marginTop: 2,
    marginBottom: 30,
    marginLeft: left,
    marginRight: right,
    x: {axis: null, domain: [0, most]},
    y: {axis: null, domain: [rows.length - 0.5, -0.5]},
    marks: [
      Plot.gridX({stroke: palette.line, strokeOpacity: 1, ticks: 4}),
      Plot.axisX({ticks: 4, tickFormat: millions, tickSize: 0, fontSize, fill: palette.quiet, label: null}),
      Plot.rect(is("outOf"), {...shape, x1: 0, x2: "outOf", fill: palette.track}),
      Plot.rect(is("amount"), {...shape, x1: 0, x2: "amount", fill: palette.main}),
      Plot.rect(is("range"), {...shape, x1: (row) => row.range?.[0], x2: (row) => row.range?.[1], ...dashed}),
      Plot.ruleY(is("atLeast"), {y: "at", x1: "atLeast", x2: (row) => row.outOf ?? most, dy: middle, ...dashed}),
      Plot.ruleX(is("atLeast"), {...shape, x: "atLeast", stroke: palette.ink, strokeWidth: 2}),
      Plot.text(lines, {
        y: "at",
        text: "name",
        frameAnchor: "left",
        textAnchor: "start",
        dx: -left,
        dy: isNarrow ? -22 : 0,
        lineWidth: isNarrow ? 40 : (left - 14) / fontSize,
        fontSize,
        lineHeight: 1.15,
        fontWeight: 600,
        fill: palette.ink,
        ...halo
      }),
      Plot.text(lines, {
        y: "at",
        text: "said",
        frameAnchor: isNarrow ? "left" : "right",
        textAnchor: isNarrow ? "start" : "end",
        dx: isNarrow ? -left : right,
        dy: isNarrow ? -3 : 0,
        lineWidth: isNarrow ? 40 : (right - 18) / fontSize,
        fontSize,
        lineHeight: 1.15,
        fill: palette.quiet,
        ...halo
      })
    ]
  });
}

const largest = (rows: readonly MoneyRow[]): number =>
  Math.max(
    1,
    ...rows.flatMap(({amount, atLeast, range, outOf}) => [amount ?? 0, atLeast ?? 0, range?.[1] ?? 0, outOf ?? 0])
  );
