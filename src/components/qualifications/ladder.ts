import {builder} from "../element.js";
import {routeName} from "../names.js";
import type {Release} from "../release.js";
import {FOR_ALL} from "../rolesByRoute.js";
import {availability} from "./availability.js";
import {RUNGS, type Step, stepsOf} from "./rungs.js";

const COLUMNS = ["TL", "BG", "AO", FOR_ALL] as const;

/** Returns the ladder: a rung for each level in order, and on each the programmes by route, every one a link into the catalogue. */
export function ladder(release: Release, {document}: {document: Document}): HTMLElement {
  const h = builder(document);
  const steps = stepsOf(release);
  const rungs = RUNGS.map(({rung, name}) => {
    const members = steps.filter((step) => step.rung === rung);
    const columns = COLUMNS.map((route) => {
      const here = members.filter(({routes}) => routes.includes(route));
      const head = h("h4", {}, routeName(release, route));
      if (here.length === 0) return h("div", {class: `none ${route}`}, head, h("p", {}, "none named"));
      return h("div", {class: `route ${route}`}, head, h("ul", {}, ...here.map((step) => stepItem(step, {document}))));
    });
    return h(
      "li",
      {class: rung === 0 ? "rung beside" : "rung", "data-rung": rung},
      h("h3", {}, name),
      h("div", {class: "routes"}, ...columns)
    );
  });
  return h("ol", {class: "ladder", role: "list"}, ...rungs);
}

/** Returns a programme as an item that the chooser can show or hide. */
function stepItem({programme, id, rung, routes, fits}: Step, {document}: {document: Document}): HTMLElement {
  const h = builder(document);
  const {isOpen, said} = availability(programme);
  return h(
    "li",
    {
      class: isOpen ? "step open" : "step",
      "data-rung": rung,
      "data-routes": routes.join(" "),
      "data-fits": fits && [...fits.keys()].join(" ")
    },
    h("a", {href: `#${id}`}, programme.programme_name),
    h("small", {}, said)
  );
}
