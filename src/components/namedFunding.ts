import * as Plot from "@observablehq/plot";
import {millions} from "./format.js";
import {palette} from "./palette.js";
import type {ChartOptions} from "./targetProgress.js";

export interface NamedFunding {
  parts: readonly {name: string; amount: number}[]; // lines with an amount inside the total
  total: number; // about this much
}

/** Returns one bar: the lines that have an amount, firmly; what is not stated, as a dashed outline; the total, dashed. */
export function namedFunding({parts, total}: NamedFunding, {document, width = 1080}: ChartOptions): Element {
  const isNarrow = width < 500;
  const named = parts.reduce((sum, {amount}) => sum + amount, 0);
  const until = Math.max(total, named);
  const starts = parts.map((_, index) => parts.slice(0, index).reduce((sum, {amount}) => sum + amount, 0));
  const bars = parts.map((part, index) => ({
    label: isNarrow ? millions(part.amount) : `${part.name} ${millions(part.amount)}`,
    x1: starts[index] ?? 0,
    x2: (starts[index] ?? 0) + part.amount,
    fill: index % 2 === 0 ? palette.main : palette.second
  }));
  const bar = {y1: 0, y2: 1};
  return Plot.plot({
    document,
    width,
    height: isNarrow ? 124 : 118,
    margin: 0,
    marginTop: 36,
    marginBottom: 30,
    marginRight: isNarrow ? 6 : 60,
    marginLeft: 1,
    x: {axis: null, domain: [0, until * 1.02]},
    y: {axis: null, domain: [0, 1]},
    marks: [
      Plot.rect(bars, {x1: "x1", x2: "x2", ...bar, fill: "fill"}),
      Plot.rect([{}], {
        x1: named,
        x2: until,
        ...bar,
        fill: "none",
        stroke: palette.unknown,
        strokeWidth: 1.5,
        strokeDasharray: "5,4"
      }),
      Plot.text(bars, {
        x: "x1",
        y: 0.5,
        dx: 12,
        text: "label",
        textAnchor: "start",
        fill: palette.onMain,
        fontSize: isNarrow ? 16 : 17,
        fontWeight: 600
      }),
      Plot.ruleX([total], {
        stroke: palette.ink,
        strokeWidth: 2,
        strokeDasharray: "4,3",
        insetTop: -10,
        insetBottom: -8
      }),
      Plot.text([total], {
        x: (value) => value,
        y: 1,
        dy: -22,
        text: (value) => `about ${millions(value)}`,
        textAnchor: isNarrow ? "end" : "middle",
        fontSize: 16,
        fontWeight: 600
      }),
      Plot.text([(named + until) / 2], {
        x: isNarrow ? until : (value) => value,
        y: 0,
        dy: 20,
        text: () => "not stated",
        textAnchor: isNarrow ? "end" : "middle",
        fontSize: 15,
        fill: palette.quiet
      })
    ]
  });
}
