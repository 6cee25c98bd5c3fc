const INK = "#0b0c0c";
const FONT = "Source Sans 3";

/** Returns a chart as an SVG file for print: colours as they are on white, and the font that the document brings. */
export function picture(svg: Element): string {
  const drawn = svg.cloneNode(true) as Element;
  for (const name of ["style", "class", "role", "aria-label"]) drawn.removeAttribute(name);
  for (const sheet of drawn.querySelectorAll("style")) sheet.remove();
  drawn.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  const [left = 0, top = 0, width = 0, height = 0] = boxOf(svg);
  drawn.setAttribute("viewBox", [left, top, width + BEYOND, height].join(" "));
  drawn.setAttribute("width", String(width + BEYOND));
  drawn.setAttribute("font-family", FONT);
  drawn.setAttribute("font-size", "16");
  drawn.setAttribute("color", INK);
  if (!drawn.hasAttribute("fill")) drawn.setAttribute("fill", INK);
  for (const element of drawn.querySelectorAll("[font-family]")) element.setAttribute("font-family", FONT);
  return drawn.outerHTML.replace(/var\(\s*--[\w-]+\s*,\s*([^()]+)\)/g, "$1").replaceAll("&nbsp;", "\u00a0");
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
