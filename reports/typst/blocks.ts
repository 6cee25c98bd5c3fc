import {inline, isElement} from "./inline.js";
import {heightOf, picture} from "./picture.js";
import {content, quoted, textOf} from "./source.js";
import {tableOf} from "./table.js";

/** What is gathered on the way: the charts as files, and the tables behind them for the annex. */
export interface Gathered {
  pictures: Map<string, string>; // SVG by file name
  tables: string[]; // Typst, in the order of their charts
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
  if (tag === "table") return isBehind(node) ? annexed(node, gathered) : tableOf(node);
  const deeper = node.matches("section.priority") ? level + 1 : level;
  return [...node.childNodes]
    .map((child) =>
      block(child, {...place, level: isElement(child) && /^H[1-6]$/.test(child.tagName) ? level : deeper})
    )
    .join("");
}

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
  return element.matches(".quiet, .note") ? `#quiet[${said}]\n\n` : `${said}\n\n`;
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
  const file = `${id}.svg`;
  const label = `table-${id}`;
  gathered.pictures.set(file, picture(svg));
  if (table) gathered.tables.push(tableOf(table, {label, mayTurn: true}));
  return `#chart(
  level: ${level},
  finding: [${inline(heading)}],
  says: [${measure ? inline(measure) : ""}],
  marks: (${[...section.querySelectorAll("ul.key > li")].map(markOf).join("")}),
  picture: ${quoted(file)},
  width: ${widthOf(svg, tallest).toFixed(3)},
  alternative: ${quoted(svg.getAttribute("aria-label") ?? textOf(heading))},
  source: ${content(textOf(section.querySelector(".source")))},
  numbers: ${table ? `<${label}>` : "none"},
)
`;
}

/** Of the drawings of one chart that with the largest letters on paper: a tall one must be made smaller to fit its page. */
function mostLegible(drawings: readonly Element[], tallest: number): Element | undefined {
  const letters = (svg: Element): number => widthOf(svg, tallest) / Number(svg.getAttribute("width") ?? 1);
  return drawings
    .filter((svg) => Number(svg.getAttribute("width")) >= LEAST_WIDTH)
    .toSorted((a, b) => letters(b) - letters(a))[0];
}

/** The share of the text's width that a drawing takes. */
const widthOf = (svg: Element, tallest: number): number => Math.min(1, tallest / heightOf(svg));
const TALLEST = 1.1; // with its heading it then fills a page
const LEAST_WIDTH = 600; // drawings for phones put names above their marks

function markOf(item: Element): string {
  const kind = [...(item.querySelector(".mark")?.classList ?? [])].find((name) => name !== "mark") ?? "";
  return `(${quoted(kind)}, ${content(textOf(item))}), `;
}
