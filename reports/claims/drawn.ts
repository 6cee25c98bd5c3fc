import {UserError} from "../../pipeline/error.js";
import type {Section} from "../report.js";
import {type Cited, type Claim, told} from "./claim.js";
import {NO_FINDING} from "./fitted.js";
import type {Evidence} from "./truth.js";

/** What the heading of a chart is held against. */
export interface ChartEvidence extends Evidence {
  cites: readonly Cited[];
}

/** What the headings of charts are held against, by the names of charts: "depth". */
export type Charts = Readonly<Record<string, ChartEvidence>>;

/** The pieces of a section, and what the headings of its charts claim. */
export interface Drawn {
  nodes: readonly Node[];
  headings: readonly Claim[];
}

/**
 * Draws a section and holds the heading of each of its charts and tables against its cells. A heading that is not true of
 * them, or that nothing is known to hold against, is a UserError that names it.
 */
export function drawn({id: section, draw}: Section, {document, charts}: {document: Document; charts: Charts}): Drawn {
  const nodes = draw({document});
  const headings = nodes.flatMap(headingsIn).map((heading) => {
    const chart = heading.id.replace(/-finding$/, "");
    const evidence = charts[chart];
    const said = (heading.textContent ?? "").replaceAll("\u00a0", " ").trim();
    if (!evidence)
      throw new UserError(
        `heading “${said}”: expected cells that it is true of; got none. Name them for the chart ${chart}.`
      );
    const claim = told(`${section}.chart.${chart}`, {...evidence, said});
    const words = claim.said.replace(` ${NO_FINDING}`, "").replace(/\.$/, "");
    if (words !== said) heading.textContent = words;
    heading.setAttribute("data-claim", claim.id);
    return claim;
  });
  return {nodes, headings};
}

function headingsIn(node: Node): Element[] {
  if (!("querySelectorAll" in node)) return [];
  const element = node as Element;
  const charts = [...(element.matches(CHART) ? [element] : []), ...element.querySelectorAll(CHART)];
  return charts.flatMap((chart) => chart.querySelector("h2, h3, h4") ?? []);
}

const CHART = "section.chart, section.heat-map, section[aria-labelledby$='-finding']";
