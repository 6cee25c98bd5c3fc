import * as Plot from "@observablehq/plot";
import {groups} from "./groups.js";
import {palette} from "./palette.js";
import type {ChartOptions} from "./targetProgress.js";

/** A line of the chart: a name, up to two values of the same thing, and limits around the first. */
export interface DotRow {
  group: string; // rows of one group stand under its name
  name: string;
  said: string; // in words, at the right
  value: number;
  other?: number; // the same thing found in another way, drawn as a ring
  limits?: readonly [number, number];
}

export interface DotRowsOptions extends ChartOptions {
  domain: readonly [number, number];
  write(value: number): string; // how the axis shows a number
  line?: {at: number; said: string}; // what values are held against
}

/** Returns a dot for each row on one scale, with limits where there are any, and a ring for a second value. */
export function dotRows(rows: readonly DotRow[], options: DotRowsOptions): Element {
  const {document, width = 1080, domain, write, line} = options;
  const isNarrow = width < 500; // names then stand above their dots
  const isTall = isNarrow && rows.some(({name, said}) => name.length + said.length > MOST_IN_LINE); // words stand under names
  const [step, left, right, fontSize] = isNarrow ? [isTall ? 64 : 46, 8, 8, 14.5] : [30, 250, 130, 16];
  const lines = placed(rows);
  const dots = lines.filter((found): found is Placed & {row: DotRow} => found.row !== undefined);
  const lift = isTall ? -36 : isNarrow ? -18 : 0;
  const halo = {stroke: palette.paper, strokeWidth: 5}; // where a line would cross the words
  const goal = line === undefined ? [] : [line];
  return Plot.plot({
    document,
    width,
    height: lines.length * step + 64,
    margin: 0,
    marginTop: 28,
    marginBottom: 36,
    marginLeft: left,
    marginRight: right,
    x: {axis: null, domain: [...domain]},
    y: {axis: null, domain: [lines.length - 0.5, -0.5]},
    marks: [
      Plot.gridX({stroke: palette.line, strokeOpacity: 1, ticks: 5}),
      Plot.axisX({ticks: 5, tickFormat: write, tickSize: 0, fontSize, fill: palette.quiet, label: null}),
      Plot.ruleX(goal, {x: "at", stroke: palette.ink, strokeWidth: 2, strokeDasharray: "4,3"}),
      Plot.text(goal, {x: "at", text: "said", frameAnchor: "top", dy: -14, fontSize, fontWeight: 600}),
      Plot.text(
        lines.filter(({row}) => row === undefined),
        {
          y: "at",
          text: "group",
          frameAnchor: "left",
          textAnchor: "start",
          dx: isNarrow ? 0 : -left,
          dy: isNarrow ? 6 : 2,
          fontSize,
          fontWeight: 600,
          fill: palette.ink,
          ...halo
        }
      ),
      Plot.text(dots, {
        y: "at",
        text: ({row}: (typeof dots)[number]) => row.name,
        frameAnchor: "left",
        textAnchor: "start",
        dx: isNarrow ? 0 : -left + 16,
        dy: lift,
        fontSize,
        fill: palette.ink,
        ...halo
      }),
      Plot.text(dots, {
        y: "at",
        text: ({row}: (typeof dots)[number]) => row.said,
        frameAnchor: isTall ? "left" : "right",
        textAnchor: isTall ? "start" : "end",
        dx: isNarrow ? 0 : right - 2,
        dy: isTall ? lift + 18 : lift,
        fontSize,
        fill: palette.quiet,
        ...halo
      }),
      Plot.ruleY(
        dots.filter(({row}) => row.limits !== undefined),
        {
          y: "at",
          x1: ({row}: (typeof dots)[number]) => row.limits?.[0] ?? row.value,
          x2: ({row}: (typeof dots)[number]) => row.limits?.[1] ?? row.value,
          stroke: palette.second,
          strokeWidth: 3
        }
      ),
      Plot.dot(dots, {x: ({row}: (typeof dots)[number]) => row.value, y: "at", r: 5.5, fill: palette.main}),
      Plot.dot(
        dots.filter(({row}) => row.other !== undefined),
        {
          x: ({row}: (typeof dots)[number]) => row.other ?? row.value,
          y: "at",
          r: 8,
          stroke: palette.contrast,
          strokeWidth: 2.5
        }
      )
    ]
  });
}

/** Letters of a name and its words that fit beside each other on a telephone. */
const MOST_IN_LINE = 46;

interface Placed {
  at: number; // from the top
  group: string;
  row?: DotRow; // none for the name of a group
}

function placed(rows: readonly DotRow[]): Placed[] {
  const named = groups(rows, ({group}) => group);
  const lines = [...named].flatMap(([group, members]) => [{group}, ...members.map((row) => ({group, row}))]);
  return lines.map((found, at) => ({...found, at}));
}
