import {aboutLines} from "../aboutNumbers.js";
import {builder} from "../element.js";
import {rowName} from "./columns.js";
import type {Facts} from "./facts.js";
import type {Shown} from "./selection.js";
import {meaningOf, shownValue, writer} from "./values.js";
import type {View} from "./view.js";

export interface AboutOptions {
  view: View;
  facts: Facts;
  document: Document;
  page?: string; // address of the indicator's page
}

/** Returns what stands behind one figure of a view: the figure itself, then definition, base, coverage, interval, origin and making. */
export function aboutFigure(row: Shown, {view, facts, document, page}: AboutOptions): HTMLElement[] {
  const h = builder(document);
  const {figure} = row;
  const definition = facts.definitions.find(({indicator_id}) => indicator_id === figure.indicator_id);
  const lines = aboutLines([figure], {definition, release: facts});
  return [
    h("h2", {id: "about-title"}, rowName(row, view.names)),
    h("p", {class: "figure-said"}, said(row, {view, facts})),
    h("dl", {}, ...lines.flatMap(([term, text]) => [h("dt", {}, term), h("dd", {}, text)])),
    page ? h("p", {}, h("a", {href: page}, "About this indicator")) : h("p"),
    h("p", {}, h("button", {type: "button", "data-do": "close"}, "Close"))
  ];
}

function said({figure, period, area}: Shown, {view, facts}: {view: View; facts: Facts}): string {
  const write = writer(figure.unit, [figure]);
  const found = shownValue(figure, {write, facts});
  const where = `${area}, ${period}`;
  if (typeof found === "object") {
    return `${where}: ${found.speech}. ${meaningOf(figure, facts)}`;
  }
  const number = typeof found === "number" ? write(found) : found;
  const {lower, upper, value} = figure;
  const limits =
    value !== null && lower !== null && upper !== null ? `, interval ${write(lower)} to ${write(upper)}` : "";
  return `${where}: ${number} (${view.state.unit})${limits}.`;
}
