import {builder} from "../element.js";
import {count} from "../format.js";
import type {Release} from "../release.js";
import {LIST} from "./areaList.js";
import {mapRates} from "./mapRates.js";
import {tileMap} from "./tileMap.js";

/** Returns the map of local LSCs for each of its rates, of which the style sheet shows the one chosen: no script is needed. */
export function areaMaps(release: Release, {document}: {document: Document}): HTMLElement {
  const h = builder(document);
  const rates = mapRates(release);
  const areas = release.areas.filter(({area_level}) => area_level === "local_lsc");
  const choices = rates.map(({id, title}, index) =>
    h(
      "label",
      {for: `rate-${id}`},
      h("input", {type: "radio", name: "rate", id: `rate-${id}`, value: id, checked: index === 0}),
      " ",
      title
    )
  );
  return h(
    "div",
    {class: "maps"},
    h("fieldset", {class: "choices"}, h("legend", {}, "The map shows"), ...choices),
    h("a", {class: "skip", href: `#${LIST}`}, `Skip ${count(areas.length)} tiles, to the list of the same`),
    ...rates.map((rate) => h("div", {class: `map map-${rate.id}`}, tileMap(rate, {areas, release, document})))
  );
}
