import {builder} from "../element.js";
import {areaName} from "../names.js";
import type {Release} from "../release.js";
import type {Area} from "./place.js";

/** Returns the way from an area's page to its region and to all areas. */
export function wayUp(release: Release, area: Area, {document}: {document: Document}): HTMLElement {
  const h = builder(document);
  const region = area.area_level === "local_lsc" ? area.parent_code : null;
  const steps = [
    h("li", {}, h("a", {href: "/areas"}, "Areas")),
    ...(region ? [h("li", {}, h("a", {href: `/areas/${region}`}, areaName(release, region)))] : []),
    h("li", {"aria-current": "page"}, area.area_name)
  ];
  return h("nav", {class: "way-up", "aria-label": "Where this page lies"}, h("ol", {}, ...steps));
}
