import {builder} from "./element.js";
import {FONT} from "./palette.js";
import {tableBehind} from "./tableBehind.js";

export interface ChartFrame {
  document: Document;
  id: string;
  finding: string; // the heading: what the chart shows, as a sentence
  measure: string; // measure, place and time
  alternative: string; // what a reader who cannot see the chart needs
  draw(width: number): Element; // the same chart at a width
  table: Element;
  download: string; // file name under data/tables
  source: string;
  key?: Node;
  about?: Node; // what stands behind the numbers: aboutNumbers
  level?: 2 | 3; // of the heading; 2 unless told otherwise
}

/** Returns a chart as a section: finding, measure, drawings for three widths of screen, table, download and source. */
export function figure(frame: ChartFrame): HTMLElement {
  const {document, id, finding, measure, alternative, draw, level = 2, ...behind} = frame;
  const h = builder(document);
  const heading = `${id}-finding`;
  return h(
    "section",
    {class: "chart", "aria-labelledby": heading},
    h(`h${level}`, {id: heading}, unbroken(finding)),
    h("p", {class: "measure"}, measure),
    behind.key,
    ...Object.entries(WIDTHS).map(([name, width]) =>
      h("div", {class: `drawing ${name}`}, picture(draw(width), alternative))
    ),
    tableBehind({document, ...behind})
  );
}

/** A level keeps its number, wherever the line breaks. */
const unbroken = (text: string): string => text.replace(/\b(Levels?|Grant) (?=\d)/g, "$1\u00a0");

/** The style sheet shows one of them; no script measures anything. */
const WIDTHS = {wide: 1080, medium: 720, narrow: 340};

/** One picture with one name: Plot's own labels inside would be read out, and are not allowed where they stand. */
function picture(svg: Element, alternative: string): Element {
  for (const inner of svg.querySelectorAll("*")) {
    for (const name of inner.getAttributeNames()) if (name.startsWith("aria-")) inner.removeAttribute(name);
  }
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", alternative);
  svg.setAttribute("style", `font: 16px ${FONT}; overflow: visible`);
  return svg;
}
