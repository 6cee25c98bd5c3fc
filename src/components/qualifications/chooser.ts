import {builder} from "../element.js";
import type {Release} from "../release.js";
import {rolesByRoute} from "../rolesByRoute.js";
import {ALL_SHOWN} from "./choose.js";

/** What a reader may hold already, by the rung that it stands on. */
const HELD = [
  ["", "Nothing yet, or not known"],
  ["2", "Level 2"],
  ["3", "Level 3"],
  ["4", "Level 4 or HLTA status"],
  ["5", "A foundation degree"]
] as const;

/** Returns the form that narrows the page to a role, a route and what comes above a level; a script answers it, and without one it is not shown. */
export function chooser(release: Release, {document}: {document: Document}): HTMLElement {
  const h = builder(document);
  const routes = rolesByRoute(release);
  const option = (value: string, text: string, more = {}) => h("option", {value, ...more}, text);
  const field = (name: string, label: string, ...options: Node[]) =>
    h("p", {}, h("label", {for: `choose-${name}`}, label), h("select", {id: `choose-${name}`, name}, ...options));
  return h(
    "form",
    {class: "chooser", "aria-label": "Choose a role, a level or a route"},
    field(
      "role",
      "Role",
      option("", "Every role"),
      ...routes.map(({route_name, roles}) =>
        h(
          "optgroup",
          {label: route_name},
          ...roles.map((role) => option(role.role_id, role.role_name, {"data-routes": role.routes.join(" ")}))
        )
      )
    ),
    field("held", "Highest level held", ...HELD.map(([value, text]) => option(value, text))),
    field(
      "route",
      "Route",
      option("", "Every route"),
      ...release.routes
        .filter(({basis}) => basis === "stated")
        .map(({route_id, route_name}) => option(route_id ?? "", route_name))
    ),
    h("button", {type: "reset"}, "Show everything"),
    h("output", {role: "status", for: "choose-role choose-held choose-route"}, ALL_SHOWN)
  );
}
