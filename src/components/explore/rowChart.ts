import {FONT, palette} from "../palette.js";
import {type Draw, svgBuilder, ticks, wrapped} from "./svg.js";

/** A line of the chart: a name, a dot with its limits, and words at the right. */
export interface ChartRow {
  group: string; // rows of one group that follow each other stand under its name; empty for none
  name: string;
  said: string; // the number, or why there is none
  value: number | null;
  limits?: readonly [number | null, number | null]; // of an interval; of a bound, open where null
}

export interface RowChartOptions {
  document: Document;
  width?: number;
  domain: readonly [number, number];
  write(value: number): string;
}

interface Layout {
  width: number;
  left: number; // of the plot
  right: number;
  size: number; // of letters
  letters: number; // of a name in one line
  isNarrow: boolean; // names then stand above their dots
}

/** Returns one dot a row on one scale, its interval as a soft bar, a bound as an open line, and words where no number is. */
export function rowChart(rows: readonly ChartRow[], {document, width = 1080, domain, write}: RowChartOptions): Element {
  const draw = svgBuilder(document);
  const at = layout(width);
  const x = (value: number): number => at.left + ((value - domain[0]) / (domain[1] - domain[0])) * (at.right - at.left);
  const placed = place(rows, at);
  const top = 26;
  const height = top + placed.height + 6;
  const marks = ticks(domain, at.isNarrow ? 4 : 6);
  return draw(
    "svg",
    {
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      "font-size": at.size,
      fill: palette.ink,
      style: `font-family: ${FONT}`
    },
    ...marks.flatMap((mark) => [
      draw("line", {x1: x(mark), x2: x(mark), y1: top, y2: height - 6, stroke: palette.line}),
      draw("text", {x: x(mark), y: top - 9, "text-anchor": anchor(x(mark), at), fill: palette.quiet}, write(mark))
    ]),
    ...placed.groups.map(({name, y}) => draw("text", {x: 0, y: top + y, "font-weight": 600, ...halo}, name)),
    ...placed.rows.flatMap((row) => rowMarks(row, {draw, at, x, top, domain}))
  );
}

const halo = {stroke: palette.paper, "stroke-width": 4, "paint-order": "stroke", "stroke-linejoin": "round"};

function layout(width: number): Layout {
  if (width < 500) return {width, left: 8, right: width - 12, size: 14.5, letters: 34, isNarrow: true};
  const left = Math.round(Math.min(330, width * 0.36));
  return {width, left, right: width - 130, size: 16, letters: Math.floor((left - 12) / 7.6), isNarrow: false};
}

/** Numbers at the edges of the picture stay inside. */
const anchor = (x: number, {width}: Layout): string => (x < 20 ? "start" : x > width - 20 ? "end" : "middle");

interface PlacedRow extends ChartRow {
  lines: string[];
  y: number; // of the first line of the name
  middle: number; // of the dot
}

interface Placed {
  rows: PlacedRow[];
  groups: {name: string; y: number}[];
  height: number;
}

function place(rows: readonly ChartRow[], {letters, isNarrow}: Layout): Placed {
  const placed: Placed = {rows: [], groups: [], height: 0};
  let group = "";
  for (const row of rows) {
    if (row.group !== group) {
      if (row.group !== "") {
        placed.groups.push({name: row.group, y: placed.height + 22});
        placed.height += 30;
      }
      group = row.group;
    }
    const lines = wrapped(row.name, letters);
    const height = isNarrow ? 24 + lines.length * 18 : 10 + lines.length * 20;
    const middle = placed.height + (isNarrow ? lines.length * 18 + 12 : height / 2);
    placed.rows.push({...row, lines, middle, y: placed.height + (isNarrow ? 16 : height / 2 - lines.length * 10 + 15)});
    placed.height += height;
  }
  return placed;
}

interface RowOptions {
  draw: Draw;
  at: Layout;
  x(value: number): number;
  top: number;
  domain: readonly [number, number];
}

function rowMarks(row: PlacedRow, {draw, at, x, top, domain}: RowOptions): SVGElement[] {
  const indent = row.group === "" || at.isNarrow ? 0 : 14;
  const y = top + row.middle;
  const names = row.lines.map((line, index) =>
    draw("text", {x: indent, y: top + row.y + index * (at.isNarrow ? 18 : 20), ...halo}, line)
  );
  const said = draw(
    "text",
    {
      x: at.width - 2,
      y: at.isNarrow ? top + row.y : y + 5,
      "text-anchor": "end",
      fill: row.value === null ? palette.quiet : palette.ink,
      "font-weight": row.value === null ? 400 : 600,
      ...halo
    },
    row.said
  );
  return [...limitMarks(row, {draw, x, y, domain}), ...dot(row, {draw, x, y}), ...names, said];
}

function limitMarks(
  {value, limits}: PlacedRow,
  {draw, x, y, domain}: Pick<RowOptions, "draw" | "x" | "domain"> & {y: number}
): SVGElement[] {
  if (limits === undefined) return [];
  const [from, to] = [x(limits[0] ?? domain[0]), x(limits[1] ?? domain[1])];
  if (value !== null)
    return [draw("rect", {x: from, y: y - 5, width: Math.max(2, to - from), height: 10, rx: 5, fill: palette.partial})];
  const ends = limits.flatMap((end) => (end === null ? [] : [x(end)]));
  return [
    draw("line", {
      x1: from,
      x2: to,
      y1: y,
      y2: y,
      stroke: palette.unknown,
      "stroke-width": 2,
      "stroke-dasharray": "5,4"
    }),
    ...ends.map((end) =>
      draw("line", {x1: end, x2: end, y1: y - 7, y2: y + 7, stroke: palette.unknown, "stroke-width": 2})
    )
  ];
}

const dot = ({value}: PlacedRow, {draw, x, y}: Pick<RowOptions, "draw" | "x"> & {y: number}): SVGElement[] =>
  value === null ? [] : [draw("circle", {cx: x(value), cy: y, r: 5.5, fill: palette.main})];
