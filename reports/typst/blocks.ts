import {seamsOf} from "../../src/components/seams.js";
import {inline, isElement} from "./inline.js";
import {heightOf, type Piece, picture, piecesOf} from "./picture.js";
import {content, quoted, textOf} from "./source.js";
import {type TypstTable, tableOf} from "./table.js";

/** What is gathered on the way: the charts as files, and the tables behind them for the annex. */
export interface Gathered {
  pictures: Map<string, string>; // SVG by file name
  tables: TypstTable[]; // in the order of their charts
}

/** Where a piece stands. */
export interface Place {
  gathered: Gathered;
  level: number; // of its headings
  tallest?: number; // that a chart may be, of the width of the text
}

/** Returns a piece of a page as Typst. */
export function block(node: Node, place: Place): string {
  const {gathered, level} = place;
  if (!isElement(node)) return textOf(node) === "" ? "" : `${content(textOf(node)).slice(1, -1)}\n\n`;
  const tag = node.tagName.toLowerCase();
  if (isLeftOut(node)) return "";
  if (node.matches("section.chart:has(.drawing)")) return chart(node, place);
  if (/^h[1-6]$/.test(tag)) return headingOf(node, level);
  if (tag === "p") return paragraph(node);
  if (tag === "ul" && node.classList.contains("figures"))
    return `#key-figures(${[...node.children].map(figureItem).join(", ")},)\n\n`;
  if (tag === "ul" || tag === "ol") return list(node);
  if (tag === "dl") return terms(node);
  if (tag === "table") return isBehind(node) ? annexed(node, gathered) : tableOf(node).source;
  if (node.matches("section.priority")) return priority(node, place);
  return within(node, place);
}

const within = (node: Element, place: Place): string =>
  [...node.childNodes].map((child) => block(child, place)).join("");

/** A priority has many short paragraphs and, where it has a number, a small chart of the way there. */
function priority(section: Element, {level, ...place}: Place): string {
  const parts = [...section.childNodes].map((child) =>
    block(child, {
      ...place,
      level: isElement(child) && /^H[1-6]$/.test(child.tagName) ? level : level + 1,
      tallest: BESIDE_TEXT
    })
  );
  return `#[\n#set par(spacing: 0.65em)\n#set list(spacing: 0.45em)\n${parts.join("")}]\n`;
}

const BESIDE_TEXT = 0.31;

/** A finding is a sentence: it leads readers through the text, and would be too long for the contents. */
const headingOf = (element: Element, level: number): string =>
  `#heading(level: ${level}, outlined: ${textOf(element).length < 60})[${inline(element)}]\n\n`;

/** A table that opens on demand behind what its section shows already. */
const isBehind = (table: Element): boolean => table.closest("section") !== null && table.closest("details") !== null;

function annexed(table: Element, {tables}: Gathered): string {
  tables.push(tableOf(table, {mayTurn: true}));
  return "";
}

/** What only serves a screen: what opens, downloads and keys to marks that stand with their chart. */
const isLeftOut = (element: Element): boolean =>
  element.matches("summary, details.about, ul.key, .spoken, script, style, form, button, p:has(> a[download])");

function paragraph(element: Element): string {
  const said = inline(element);
  if (said === "") return "";
  if (element.classList.contains("measure")) return `#measure[${said}]\n\n`;
  if (element.classList.contains("note")) return `#note[${said}]\n\n`;
  return element.classList.contains("quiet") ? `#quiet[${said}]\n\n` : `${said}\n\n`;
}

function list(element: Element): string {
  const name = element.tagName === "OL" ? "enum" : "list";
  const items = `#${name}(${[...element.children].map((item) => `[${inline(item)}]`).join(", ")},)`;
  return element.classList.contains("claims") ? `#claims[${items}]\n\n` : `${items}\n\n`;
}

function terms(element: Element): string {
  const items = [...element.querySelectorAll("dt")].map(
    (term) => `terms.item[${inline(term)}][${term.nextElementSibling ? inline(term.nextElementSibling) : ""}]`
  );
  return `#terms(${items.join(", ")},)\n\n`;
}

function figureItem(item: Element): string {
  const of = (selector: string): string => content(textOf(item.querySelector(selector)));
  return `(value: ${of("strong")}, said: ${of("span")}, base: ${of("small")})`;
}

function chart(section: Element, {gathered, level, tallest = TALLEST}: Place): string {
  const svg = mostLegible([...section.querySelectorAll(".drawing svg")], tallest);
  const heading = section.querySelector("h2, h3, h4");
  const measure = section.querySelector("p.measure");
  const table = section.querySelector(".below table");
  const id = (heading?.id ?? "").replace(/-finding$/, "");
  if (!svg || !heading) return "";
  const pieces = drawing(svg, {id, tallest});
  const label = `table-${id}`;
  for (const {file, drawn} of pieces) gathered.pictures.set(file, drawn);
  if (table) gathered.tables.push(tableOf(table, {label, mayTurn: true}));
  const files = (isHead: boolean): string[] =>
    pieces.filter((piece) => piece.isHead === isHead).map(({file}) => quoted(file));
  return `#chart(
  level: ${level},
  finding: [${inline(heading)}],
  says: [${measure ? inline(measure) : ""}],
  marks: (${[...section.querySelectorAll("ul.key > li")].map(markOf).join("")}),
  head: ${files(true)[0] ?? "none"},
  pieces: (${files(false).join(", ")},),
  width: ${(pieces.length > 1 ? CUT_WIDTH : widthOf(svg, tallest)).toFixed(3)},
  alternative: ${quoted(svg.getAttribute("aria-label") ?? textOf(heading))},
  source: ${content(textOf(section.querySelector(".source")))},
  numbers: ${table ? `<${label}>` : "none"},
)
`;
}

/** A drawing that is too tall is cut at its seams, and its axis stands above each page that it runs over. */
function drawing(svg: Element, {id, tallest}: {id: string; tallest: number}): (Piece & {file: string})[] {
  const pieces = widthOf(svg, tallest) < 1 ? piecesOf(svg) : [];
  if (pieces.length === 0) return [{file: `${id}.svg`, drawn: picture(svg), isHead: false}];
  return pieces.map((piece, index) => ({...piece, file: `${id}-${index + 1}.svg`}));
}

/** Of the drawings of one chart that with the largest letters on paper: a tall one without seams must be made smaller to fit its page. */
function mostLegible(drawings: readonly Element[], tallest: number): Element | undefined {
  const letters = (svg: Element): number =>
    (seamsOf(svg) ? CUT_WIDTH : widthOf(svg, tallest)) / Number(svg.getAttribute("width") ?? 1);
  return drawings
    .filter((svg) => Number(svg.getAttribute("width")) >= LEAST_WIDTH)
    .toSorted((a, b) => letters(b) - letters(a))[0];
}

/** The share of the text's width that a drawing takes. */
const widthOf = (svg: Element, tallest: number): number => Math.min(1, tallest / heightOf(svg));
const TALLEST = 1.1; // with its heading it then fills a page
const CUT_WIDTH = 0.92; // of a drawing in pieces, which has room to run on
const LEAST_WIDTH = 600; // drawings for phones put names above their marks

function markOf(item: Element): string {
  const kind = [...(item.querySelector(".mark")?.classList ?? [])].find((name) => name !== "mark") ?? "";
  return `(${quoted(kind)}, ${content(textOf(item))}), `;
}
