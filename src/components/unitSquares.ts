import * as Plot from "@observablehq/plot";
import {palette} from "./palette.js";
import type {ChartOptions} from "./targetProgress.js";

/** How many of how many, in words at the right. */
export interface UnitCell {
  part: number; // filled
  soon?: number; // beside these, drawn in a weaker colour
  whole: number;
  said: string;
}

/** A line of the chart: a name, and a cell for each panel. */
export interface UnitRow {
  name: string;
  cells: readonly (UnitCell | undefined)[];
}

export interface UnitSquaresOptions extends ChartOptions {
  panels: readonly string[];
}

/** Returns a square for each thing counted, filled for those of which something is said, in panels side by side or one under another. */
export function unitSquares(rows: readonly UnitRow[], {document, width = 1080, panels}: UnitSquaresOptions): Element {
  const isNarrow = width < 500; // panels then stand one under another
  const size = isNarrow ? NARROW : {...WIDE, names: width < 900 ? 236 : 310};
  const room = isNarrow ? width : (width - size.names) / panels.length;
  const most = Math.max(1, ...rows.flatMap(({cells}) => cells.flatMap((cell) => cell?.whole ?? [])));
  const side = Math.min(size.side, (room - size.said - 8) / most);
  const spots = panels.map((title, index) => ({
    title,
    left: isNarrow ? 0 : size.names + index * room,
    top: isNarrow ? index * (size.head + rows.length * size.step) : 0
  }));
  const lines = spots.flatMap(({left, top}, index) =>
    rows.map(({name, cells}, at) => ({
      name,
      left,
      y: top + size.head + (at + 0.5) * size.step,
      cell: cells[index],
      index
    }))
  );
  const squares = lines.flatMap(({cell, left, y}) =>
    Array.from({length: cell?.whole ?? 0}, (_, at) => ({
      x: left + at * side,
      y: y + size.drop,
      kind: kindOf(cell, at)
    }))
  );
  const {fontSize} = size;
  const box = {
    x1: "x",
    x2: ({x}: {x: number}) => x + side - 2.5,
    y1: ({y}: {y: number}) => y - side / 2 + 1,
    y2: ({y}: {y: number}) => y + side / 2 - 1.5
  };
  const height = isNarrow ? panels.length * (size.head + rows.length * size.step) : size.head + rows.length * size.step;
  const text = {fontSize, textAnchor: "start", fill: palette.ink} as const;
  return Plot.plot({
    document,
    width,
    height,
    margin: 0,
    x: {axis: null, domain: [0, width], range: [0, width]},
    y: {axis: null, domain: [0, height], range: [0, height]},
    marks: [
      Plot.text(spots, {x: "left", y: ({top}: {top: number}) => top + 14, text: "title", ...text, fontWeight: 600}),
      Plot.text(
        lines.filter(({index}) => isNarrow || index === 0),
        {x: 0, y: ({y}: {y: number}) => y - size.lift, text: "name", ...text}
      ),
      Plot.rect(
        squares.filter(({kind}) => kind === "part"),
        {...box, fill: palette.main}
      ),
      Plot.rect(
        squares.filter(({kind}) => kind === "soon"),
        {...box, fill: palette.partial}
      ),
      Plot.rect(
        squares.filter(({kind}) => kind === "rest"),
        {...box, fill: "none", stroke: palette.unknown, inset: 0.5}
      ),
      Plot.text(
        lines.filter(({cell}) => cell !== undefined),
        {
          x: ({left, cell}: (typeof lines)[number]) => left + (cell?.whole ?? 0) * side + 6,
          y: ({y}: {y: number}) => y + size.drop,
          text: ({cell}: (typeof lines)[number]) => cell?.said ?? "",
          ...text,
          fontWeight: 600
        }
      )
    ]
  });
}

function kindOf(cell: UnitCell | undefined, at: number): "part" | "soon" | "rest" {
  const {part = 0, soon = 0} = cell ?? {};
  if (at < part) return "part";
  return at < part + soon ? "soon" : "rest";
}

const WIDE = {step: 30, head: 36, side: 13, said: 74, lift: 0, drop: 0, fontSize: 16};
const NARROW = {names: 0, step: 46, head: 38, side: 10, said: 66, lift: 12, drop: 10, fontSize: 14.5};
