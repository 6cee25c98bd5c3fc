import {seamsOf} from "../../src/components/seams.js";

const INK = "#0b0c0c";
const FONT = "Source Sans 3";

/** A part of a drawing that stays together on one page. */
export interface Piece {
  drawn: string; // SVG
  isHead: boolean; // the axis, which stands above the pieces on every page
}

/** Returns a drawing cut at its seams: its axis, then a piece for each group of rows; none where it has no seams. */
export function piecesOf(svg: Element): Piece[] {
  const seams = seamsOf(svg);
  if (!seams) return [];
  const [, top = 0, , height = 0] = boxOf(svg);
  const end = top + height;
  const inner = seams.groups.filter((y, index) => {
    const before = index === 0 ? seams.head : (seams.groups[index - 1] ?? 0);
    return y - before >= LEAST && end - y >= LEAST;
  });
  const cuts = [seams.head, ...inner, end];
  const head = seams.head > top ? [{drawn: picture(svg, {from: top, to: seams.head}), isHead: true}] : [];
  const rows = cuts.slice(1).map((to, index) => ({drawn: picture(svg, {from: cuts[index] ?? 0, to}), isHead: false}));
  return [...head, ...rows];
}

/** A piece is not less than this high, in the units of the drawing. */
const LEAST = 110;

/** From where to where of a drawing, from its top. */
interface Window {
  from: number;
  to: number;
}

/** Returns a chart, or a window of it, as an SVG file for print: colours as they are on white, and the font that the document brings. */
export function picture(svg: Element, window?: Window): string {
  const drawn = svg.cloneNode(true) as Element;
  for (const name of ["style", "class", "role", "aria-label"]) drawn.removeAttribute(name);
  for (const sheet of drawn.querySelectorAll("style")) sheet.remove();
  if (window) for (const mark of drawn.querySelectorAll(MARKS)) if (isBeyond(mark, window)) mark.remove();
  drawn.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  const [left = 0, top = 0, width = 0, height = 0] = boxOf(svg);
  const {from, to} = window ?? {from: top, to: top + height};
  drawn.setAttribute("viewBox", [left, from, width + BEYOND, to - from].join(" "));
  drawn.setAttribute("width", String(width + BEYOND));
  drawn.setAttribute("height", String(to - from));
  drawn.setAttribute("font-family", FONT);
  drawn.setAttribute("font-size", "16");
  drawn.setAttribute("color", INK);
  if (!drawn.hasAttribute("fill")) drawn.setAttribute("fill", INK);
  for (const element of drawn.querySelectorAll("[font-family]")) element.setAttribute("font-family", FONT);
  return drawn.outerHTML.replace(/var\(\s*--[\w-]+\s*,\s*([^()]+)\)/g, "$1").replaceAll("&nbsp;", "\u00a0");
}

/** What stands at one height: what a line through the whole drawing is not. */
const MARKS = "text, circle, rect, path[transform]";

function isBeyond(mark: Element, {from, to}: Window): boolean {
  const moved = /translate\([^,)]*[, ]\s*([-\d.]+)/.exec(mark.getAttribute("transform") ?? "")?.[1];
  const at = Number(moved ?? mark.getAttribute("cy") ?? mark.getAttribute("y") ?? Number.NaN);
  const end = at + Number(mark.getAttribute("height") ?? 0);
  return end < from || at >= to;
}

/** Returns the height of a picture for each unit of its width. */
export function heightOf(svg: Element): number {
  const [, , width = 0, height = 0] = boxOf(svg);
  return width > 0 ? height / (width + BEYOND) : 1;
}

/** Where a picture lies: left, top, width and height. */
const boxOf = (svg: Element): number[] => (svg.getAttribute("viewBox") ?? "").split(/[\s,]+/).map(Number);

/** Room for words that run over the right edge, as they may on a page. */
const BEYOND = 28;
