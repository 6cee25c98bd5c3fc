import {z} from "zod";
import {code, reference, text} from "../column.js";
import {defineContract} from "../contract.js";
import {BASES, known} from "./words.js";

/** Routes of roles: one role on one route a row. */
export const roleRoutes = defineContract({
  collection: "role_routes",
  prefix: "REF-RRT",
  title: "Routes of roles",
  row: "one role on one route",
  forms: ["csv"],
  period: "span",
  schema: z.object({
    role_id: reference("roles", "role_id", known(1, "role_id")),
    route_id: reference("routes", "route_id", known(2, "route_id")),
    basis: code(BASES, known(3, "basis")),
    place: text(known(4, "place"), {pattern: /^S[03]:L\d+$/, max: 7})
  }),
  rules: [],
  keys: [{code: 81, columns: ["role_id", "route_id"], remedy: "Keep one row for each role and route."}]
});
