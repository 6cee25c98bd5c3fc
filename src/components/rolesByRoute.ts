import type {Release} from "./release.js";

/** A support staff role and the routes that it lies on. */
export interface Role {
  role_id: string;
  role_name: string;
  routes: readonly string[];
}

/** A career route with its roles, each role under the first of its routes alone. */
export interface RouteOfRoles {
  route_id: string;
  route_name: string;
  roles: readonly Role[];
}

/** Returns roles under their routes, the three routes of the plan first; a role on several stands under the first of them. */
export function rolesByRoute(
  release: Pick<Release, "roles" | "routes">,
  isWanted: (role: Role) => boolean = () => true
): RouteOfRoles[] {
  const order = release.routes
    .map(({route_id, route_name}) => ({
      route_id: route_id ?? "",
      route_name: route_id === FOR_ALL ? "Across all routes" : route_name
    }))
    .toSorted((a, b) => rank(a.route_id) - rank(b.route_id));
  const homeOf = ({routes}: Role) => order.find(({route_id}) => routes.includes(route_id))?.route_id;
  const wanted = rolesOf(release).filter(isWanted);
  return order
    .map((route) => ({...route, roles: wanted.filter((role) => homeOf(role) === route.route_id)}))
    .filter(({roles}) => roles.length > 0);
}

/** Returns all roles in published order. */
export const rolesOf = ({roles}: Pick<Release, "roles">): Role[] =>
  roles.map(({role_id, role_name, route_ids}) => ({role_id: role_id ?? "", role_name, routes: routesIn(route_ids)}));

/** Returns the routes in a list of them. */
export const routesIn = (route_ids: string | null): string[] => (route_ids ?? "").split(";").filter(Boolean);

/** The mark of a programme for every role, and of a role that lies on no one route. */
export const FOR_ALL = "GEN";

const ORDER = ["TL", "BG", "AO", FOR_ALL, "UNA"];
const rank = (route: string): number => (ORDER.includes(route) ? ORDER.indexOf(route) : ORDER.length);
