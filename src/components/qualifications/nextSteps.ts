import {builder} from "../element.js";
import {sentence} from "../format.js";
import {groups} from "../groups.js";
import {routeName} from "../names.js";
import type {Release} from "../release.js";
import {type Role, rolesByRoute} from "../rolesByRoute.js";
import {availability} from "./availability.js";
import {isFor, RUNGS, type Step, stepsOf} from "./rungs.js";

/** Returns for every role what it can take next, rung by rung, as a list that opens. */
export function nextSteps(release: Release, {document}: {document: Document}): HTMLElement {
  const h = builder(document);
  const steps = stepsOf(release);
  const routes = rolesByRoute(release).map(({route_name, roles}) =>
    h(
      "section",
      {class: "route"},
      h("h3", {}, route_name),
      ...roles.map((role) => roleSteps(role, {document, release, steps}))
    )
  );
  return h("div", {class: "next"}, ...routes);
}

interface RoleOptions {
  document: Document;
  release: Release;
  steps: readonly Step[];
}

function roleSteps(role: Role, {document, release, steps}: RoleOptions): HTMLElement {
  const h = builder(document);
  const profile = release.role_profiles.find(({role_id}) => role_id === role.role_id);
  const meant = steps.filter((step) => isFor(step, role));
  const byRung = groups(meant, ({rung}) => String(rung));
  const rungs = RUNGS.flatMap(({rung, name}) => {
    const members = (byRung.get(String(rung)) ?? []).toSorted((a, b) => rankOf(a, role) - rankOf(b, role));
    if (members.length === 0) return [];
    const items = members.map((step) => {
      const {isOpen, said} = availability(step.programme);
      return h(
        "li",
        {class: isOpen ? "step open" : "step", "data-rung": rung},
        h("a", {href: `#${step.id}`}, step.programme.programme_name),
        h("small", {}, `${sentence(fitOf(step, role))}; ${said}`)
      );
    });
    return [h("li", {"data-rung": rung}, h("b", {}, name), h("ul", {}, ...items))];
  });
  return h(
    "details",
    {id: `next-${role.role_id}`, "data-role": role.role_id, "data-routes": role.routes.join(" ")},
    h("summary", {}, role.role_name),
    h("p", {class: "quiet"}, aboutRole(role, {release, profile})),
    h("ol", {role: "list"}, ...rungs)
  );
}

function aboutRole(
  {routes}: Role,
  {release, profile}: {release: Release; profile: Release["role_profiles"][number] | undefined}
): string {
  const on = routes.map((route) => routeName(release, route)).join("; ");
  if (!profile)
    return `${on}. Which qualifications fit this role has not been judged, so what follows goes by its route.`;
  if (profile.expected_level === null) return `${on}. The job profiles found expect no level.`;
  return `${on}. The job profile that we read as fitting expects ${profile.expected_level}.`;
}

const FITS: Readonly<Record<string, string>> = {
  targeted: "made for this role",
  suitable: "fits most of the work",
  relevant: "fits part of the work"
};

function fitOf({fits, routes}: Step, role: Role): string {
  if (fits) return FITS[fits.get(role.role_id) ?? ""] ?? "fits";
  return routes.some((route) => role.routes.includes(route))
    ? "on this route, its fit not judged"
    : "for all roles, its fit not judged";
}

/** What fits best comes first; what nobody judged comes last. */
const rankOf = ({fits}: Step, {role_id}: Role): number => {
  const at = Object.keys(FITS).indexOf(fits?.get(role_id) ?? "");
  return at < 0 ? Object.keys(FITS).length : at;
};
