import {FONT, palette} from "../palette.js";
import type {Drawing} from "./drawing.js";
import {type Draw, svgBuilder, wrapped} from "./svg.js";
import type {View} from "./view.js";

export interface PictureOptions {
  document: Document;
  address: string; // of the view, written below it
  font?: string; // a style rule that brings the font along
}

const WIDTH = 1140;
const MARGIN = 30;

/** Returns a view as a picture that stands alone: title, measure, chart, notes and address, with its colours written out. */
export function picture(view: View, drawing: Drawing, {document, address, font}: PictureOptions): SVGElement {
  const draw = svgBuilder(document);
  const chart = drawing.draw(WIDTH - 2 * MARGIN);
  const chartHeight = Number(chart.getAttribute("height"));
  const notes = [...(drawing.rest === "" ? [] : [drawing.rest]), ...view.notes, `Uptake, ${address}`];
  const title = block(wrapped(view.title, 80), {draw, top: 44, size: 26, step: 32, weight: 600});
  const measure = block(wrapped(view.measure, 140), {
    draw,
    top: title.end + 2,
    size: 16,
    step: 22,
    fill: palette.quiet
  });
  chart.setAttribute("x", String(MARGIN));
  chart.setAttribute("y", String(measure.end));
  const below = block(
    notes.flatMap((note) => wrapped(note, 150)),
    {draw, top: measure.end + chartHeight + 26, size: 15, step: 21, fill: palette.quiet}
  );
  const height = below.end + 8;
  return draw(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width: WIDTH,
      height,
      viewBox: `0 0 ${WIDTH} ${height}`,
      style: `font-family: ${FONT}`,
      role: "img"
    },
    draw("title", {}, view.title),
    draw("desc", {}, `${view.measure} ${view.notes.join(" ")}`),
    ...(font ? [draw("style", {}, font)] : []),
    draw("rect", {width: WIDTH, height, fill: palette.paper}),
    ...title.lines,
    ...measure.lines,
    chart,
    ...below.lines
  );
}

/** Returns a picture as the text of a file: colours that a style sheet would give are written out, since it has none. */
export function pictureText(svg: SVGElement, serialise: (node: Node) => string): string {
  return serialise(svg).replace(/var\(--[\w-]+,\s*([^)]+)\)/g, "$1");
}

interface BlockOptions {
  draw: Draw;
  top: number;
  size: number;
  step: number;
  weight?: number;
  fill?: string;
}

function block(
  lines: readonly string[],
  {draw, top, size, step, weight, fill = palette.ink}: BlockOptions
): {lines: SVGElement[]; end: number} {
  return {
    lines: lines.map((line, index) =>
      draw("text", {x: MARGIN, y: top + index * step, "font-size": size, "font-weight": weight, fill}, line)
    ),
    end: top + lines.length * step
  };
}
