import {z} from "zod";
import {code, text, YES_NO} from "../column.js";
import {defineContract} from "../contract.js";
import {BASES, known} from "./words.js";

/** Routes: one career route, or group of roles without one a row. */
export const routes = defineContract({
  collection: "routes",
  prefix: "REF-RTE",
  title: "Routes",
  row: "one career route, or group of roles without one",
  forms: ["csv"],
  period: "span",
  schema: z.object({
    route_id: text(known(1, "route_id"), {pattern: /^[A-Z]{2,3}$/, max: 6}),
    route_name: text(known(2, "route_name"), {max: 60}),
    is_route_of_plan: code(YES_NO, {
      code: 3,
      title: "Route of the plan",
      description: "Whether the plan has this route, or we added the group."
    }),
    note: text(known(4, "note")),
    basis: code(BASES, known(5, "basis")),
    place: text(known(6, "place"), {pattern: /^S[03]:L\d+$/, max: 7})
  }),
  rules: [],
  keys: [{code: 81, columns: ["route_id"], remedy: "Keep one row for each route."}]
});
