import {z} from "zod";
import {code, reference, text} from "../column.js";
import {defineContract} from "../contract.js";
import {listed} from "../rule.js";
import {BASES, known} from "./words.js";

const PROGRAMME_TYPES = {Standard: "Standard", Framework: "Framework"} as const;
const LEVELS = {
  "Advanced Apprenticeship": "Advanced Apprenticeship",
  "Higher Apprenticeship": "Higher Apprenticeship",
  "Intermediate Apprenticeship": "Intermediate Apprenticeship"
} as const;

/** Roles of apprenticeships: one apprenticeship at one level a row. */
export const apprenticeshipRoles = defineContract({
  collection: "apprenticeship_roles",
  prefix: "REF-APR",
  title: "Roles of apprenticeships",
  row: "one apprenticeship at one level",
  forms: ["csv"],
  period: "span",
  schema: z.object({
    programme_id: reference("programmes", "programme_id", known(1, "programme_id")),
    programme_name: text(known(2, "programme_name")),
    programme_type: code(PROGRAMME_TYPES, {
      code: 3,
      title: "Type",
      description: "Apprenticeship standard or framework."
    }),
    apprenticeship_level: code(LEVELS, {
      code: 4,
      title: "Apprenticeship level",
      description: "Level as the publisher names it."
    }),
    nqf_level: text(known(5, "nqf_level"), {max: 60}),
    role_id: reference("roles", "role_id", known(6, "role_id")),
    route_id: reference("routes", "route_id", known(7, "route_id")),
    basis: code(BASES, known(8, "basis")),
    note: text(known(9, "note")).optional(),
    source: text(known(10, "source"))
  }),
  rules: [
    {
      code: 51,
      severity: "error",
      column: "route_id",
      statement: listed("role_routes", {role_id: "role_id", route_id: "route_id"}),
      expected: "a route of the role",
      remedy: "Correct role_id or route_id, or add the route to role_routes."
    }
  ],
  keys: [
    {
      code: 81,
      columns: ["programme_name", "apprenticeship_level"],
      remedy: "Keep one row for each programme name and apprenticeship level."
    }
  ]
});
