import * as Plot from "@observablehq/plot";
import {count} from "../format.js";
import {palette} from "../palette.js";

export type Position = "inside" | "outside_95" | "outside_998";

/** An area in a funnel: what it rests on, its rate, and its published position. */
export interface FunnelDot {
  name: string;
  size: number;
  rate: number;
  position: Position;
}

/** Where the limits lie for an area of a size. */
export interface FunnelLine {
  size: number;
  lower: number;
  upper: number;
  level: 0.95 | 0.998;
}

export interface FunnelOptions {
  document: Document;
  width?: number;
  rate: number; // of all areas together
  x: string; // names of the axes
  y: string;
}

/** Returns areas by size and rate, with the rate of all and the limits that areas of a size keep within by chance and usual differences. */
export function funnelPlot(
  dots: readonly FunnelDot[],
  lines: readonly FunnelLine[],
  {document, width = 1080, rate, x, y}: FunnelOptions
): Element {
  const isNarrow = width < 500;
  const most = Math.max(...dots.map(({size}) => size)) * 1.04;
  const shown = cropped(lines, most);
  const highest = Math.max(
    ...dots.map((dot) => dot.rate),
    ...shown.filter(({level}) => level === 0.95).map(({upper}) => upper)
  );
  const fontSize = isNarrow ? 14 : 16;
  const outside = dots.filter(({position}) => position !== "inside");
  const named = {text: (said: string) => said, fontSize, fill: palette.quiet} as const;
  const side = ({size}: FunnelDot) => (size > 0.75 * most ? "end" : "start");
  /** Names stand to the right of their dots, but for those near the edge. */
  const names = (textAnchor: "start" | "end") =>
    Plot.text(
      outside.filter((dot) => side(dot) === textAnchor),
      {
        x: "size",
        y: "rate",
        text: "name",
        dx: textAnchor === "start" ? 11 : -11,
        textAnchor,
        fontSize: 15,
        fill: palette.ink,
        stroke: palette.paper,
        strokeWidth: 4
      }
    );
  return Plot.plot({
    document,
    width,
    height: isNarrow ? 380 : 460,
    marginLeft: 44,
    marginRight: isNarrow ? 12 : 96,
    marginTop: 34,
    marginBottom: 48,
    x: {domain: [0, most], label: null},
    y: {domain: [0, highest * 1.12], label: null},
    marks: [
      Plot.gridY({stroke: palette.line, strokeOpacity: 1, ticks: 5}),
      Plot.axisY({ticks: 5, tickSize: 0, fontSize, fill: palette.quiet, label: null}),
      Plot.axisX({
        ticks: isNarrow ? 3 : 6,
        tickFormat: count,
        tickSize: 0,
        fontSize,
        fill: palette.quiet,
        label: null
      }),
      Plot.text([y], {...named, frameAnchor: "top-left", dx: -40, dy: -30}),
      Plot.text([x], {...named, frameAnchor: "bottom-right", dy: 42}),
      limit(shown, {level: 0.95, side: "lower"}),
      limit(shown, {level: 0.95, side: "upper"}),
      limit(shown, {level: 0.998, side: "lower"}),
      limit(shown, {level: 0.998, side: "upper"}),
      Plot.ruleY([rate], {stroke: palette.ink, strokeWidth: 1.5}),
      Plot.dot(
        dots.filter(({position}) => position === "inside"),
        {x: "size", y: "rate", r: 4.5, stroke: palette.main, strokeWidth: 1.5, fill: palette.paper}
      ),
      Plot.dot(outside, {x: "size", y: "rate", r: 6, fill: palette.contrast, stroke: palette.ink, strokeWidth: 0.75}),
      ...(isNarrow ? [] : [names("start"), names("end")])
    ]
  });
}

function limit(
  lines: readonly FunnelLine[],
  {level, side}: {level: FunnelLine["level"]; side: "lower" | "upper"}
): Plot.Markish {
  return Plot.line(
    lines.filter((line) => line.level === level),
    {
      x: "size",
      y: side,
      curve: "monotone-x",
      stroke: palette.second,
      strokeWidth: 1.5,
      strokeDasharray: level === 0.998 ? "5,4" : undefined,
      clip: true
    }
  );
}

/** The lines up to the largest area, and one step beyond, which the frame cuts. */
function cropped(lines: readonly FunnelLine[], most: number): FunnelLine[] {
  const beyond = Math.min(...lines.filter(({size}) => size >= most).map(({size}) => size));
  return lines.filter(({size}) => size <= beyond).toSorted((a, b) => a.size - b.size);
}
