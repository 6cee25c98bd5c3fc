import {FONT, palette} from "../palette.js";
import {type Draw, svgBuilder, ticks, wrapped} from "./svg.js";

/** One thing over the periods: a name, and a point for each period. */
export interface Series {
  name: string;
  points: readonly Point[]; // one for each period, in order; undefined values are told by their word
}

export interface Point {
  value: number | null;
  word: string; // why there is no value; empty where there is, or where there is no figure at all
  limits?: readonly [number, number];
  isPart: boolean;
}

export interface LineChartOptions {
  document: Document;
  width?: number;
  domain: readonly [number, number];
  periods: readonly string[]; // for the axis
  write(value: number): string;
}

interface Panel {
  draw: Draw;
  x(index: number): number;
  y(value: number): number; // from the top of the panel
  floor: number;
  write(value: number): string;
  slot: number; // room of a period
}

const LOW = 120; // of a panel among many
const HIGH = 220; // of one among few

/** Returns a small chart for each series, on one scale: a line with its interval, open dots for part periods, words for gaps. */
export function lineChart(series: readonly Series[], options: LineChartOptions): Element {
  const {document, width = 1080, domain, periods, write} = options;
  const draw = svgBuilder(document);
  const isNarrow = width < 500;
  const left = isNarrow ? 56 : Math.round(Math.min(330, width * 0.36)) + 60;
  const right = width - 70;
  const size = isNarrow ? 14.5 : 16;
  const letters = isNarrow ? 38 : Math.floor((left - 72) / 7.6);
  const lines = series.map(({name}) => wrapped(name, letters));
  const head = isNarrow ? 20 * Math.max(...lines.map(({length}) => length)) + 6 : 0;
  const room = series.length > 3 ? LOW : HIGH;
  const step = room + head;
  const slot = (right - left) / Math.max(1, periods.length - 1);
  const floor = head + room - 22;
  const panel: Panel = {
    draw,
    x: (index) => (periods.length === 1 ? (left + right) / 2 : left + index * slot),
    y: (value) => floor - ((value - domain[0]) / (domain[1] - domain[0])) * (room - 40),
    floor,
    write,
    slot
  };
  const height = series.length * step + 26;
  return draw(
    "svg",
    {
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      "font-size": size,
      fill: palette.ink,
      style: `font-family: ${FONT}`
    },
    ...series.map((one, index) =>
      draw(
        "g",
        {transform: `translate(0,${index * step})`},
        ...scale(domain, {panel, left, right}),
        ...(lines[index] ?? []).map((line, at) =>
          draw("text", {x: 0, y: isNarrow ? 16 + at * 20 : floor - 44 + at * 20, "font-weight": 600}, line)
        ),
        ...gaps(one, panel),
        ...segments(one, panel),
        lastValue(one, panel)
      )
    ),
    ...axis(periods, {panel, y: height - 6})
  );
}

function scale(
  domain: readonly [number, number],
  {panel, left, right}: {panel: Panel; left: number; right: number}
): SVGElement[] {
  const {draw, y, write} = panel;
  return ticks(domain, 2).flatMap((mark) => [
    draw("line", {x1: left, x2: right, y1: y(mark), y2: y(mark), stroke: palette.line}),
    draw("text", {x: left - 10, y: y(mark) + 5, "text-anchor": "end", fill: palette.quiet}, write(mark))
  ]);
}

/** The line stops where a period has no number, and goes on after it. */
function segments({points}: Series, {draw, x, y}: Panel): SVGElement[] {
  const made: SVGElement[] = [];
  let run: {index: number; point: Point; value: number}[] = [];
  const end = (): void => {
    const banded = run.flatMap(({index, point: {limits}}) => (limits ? [{index, limits}] : []));
    if (banded.length > 1) {
      const over = banded.map(({index, limits}) => `${x(index)},${y(limits[1])}`);
      const under = banded.map(({index, limits}) => `${x(index)},${y(limits[0])}`).reverse();
      made.push(draw("polygon", {points: [...over, ...under].join(" "), fill: palette.partial}));
    }
    const path = run.map(({index, value}) => `${x(index)},${y(value)}`).join(" ");
    if (run.length > 1)
      made.push(draw("polyline", {points: path, fill: "none", stroke: palette.main, "stroke-width": 2.5}));
    for (const {index, value, point} of run)
      made.push(
        draw("circle", {
          cx: x(index),
          cy: y(value),
          r: 4,
          fill: point.isPart ? palette.paper : palette.main,
          stroke: palette.main,
          "stroke-width": 2
        })
      );
    run = [];
  };
  for (const [index, point] of points.entries()) {
    if (point.value === null) end();
    else run.push({index, point, value: point.value});
  }
  end();
  return made;
}

/** The word of a gap, once for periods that follow each other; a line higher where it would lie upon the one before. */
function gaps({points}: Series, {draw, x, floor}: Panel): SVGElement[] {
  let end = 0;
  let line = 0;
  return wordRuns(points).map(({word, from, to}) => {
    const half = word.length * 3.2;
    const middle = Math.max((x(from) + x(to)) / 2, x(0) + half - 8);
    line = middle - half < end ? line + 1 : 0;
    end = Math.max(end, middle + half + 6);
    return draw(
      "text",
      {x: middle, y: floor - 5 - line * 15, "text-anchor": "middle", fill: palette.quiet, "font-size": 13},
      word
    );
  });
}

/** Periods of which there is nothing at all do not part those around them. */
function wordRuns(points: readonly Point[]): {word: string; from: number; to: number}[] {
  const runs: {word: string; from: number; to: number}[] = [];
  let isOpen = false;
  for (const [index, {word, value}] of points.entries()) {
    const last = runs.at(-1);
    if (value !== null) isOpen = false;
    if (word === "") continue;
    if (isOpen && last?.word === word) last.to = index;
    else runs.push({word, from: index, to: index});
    isOpen = true;
  }
  return runs;
}

function lastValue({points}: Series, {draw, x, y, write}: Panel): SVGElement {
  const index = points.findLastIndex(({value}) => value !== null);
  const value = points[index]?.value ?? null;
  if (value === null) return draw("g");
  return draw("text", {x: x(index) + 9, y: y(value) + 5, "font-weight": 600}, write(value));
}

function axis(periods: readonly string[], {panel, y}: {panel: Panel; y: number}): SVGElement[] {
  const longest = Math.max(...periods.map(({length}) => length)) * 8 + 14;
  const every = Math.max(1, Math.ceil(longest / panel.slot));
  return periods.flatMap((name, index) =>
    index % every === 0
      ? [panel.draw("text", {x: panel.x(index), y, "text-anchor": "middle", fill: palette.quiet}, name)]
      : []
  );
}
