import {z} from "zod";
import {code, date, integer, reference, text} from "../column.js";
import {defineContract} from "../contract.js";
import {BASES, known} from "./words.js";

/** Job profiles of roles: one role and version a row, with the profile whose level is expected, where there is one. */
export const roleNjcProfiles = defineContract({
  collection: "role_njc_profiles",
  prefix: "REF-RNJ",
  title: "Job profiles of roles",
  row: "one role and version",
  forms: ["csv"],
  period: "span",
  schema: z.object({
    role_id: reference("roles", "role_id", known(1, "role_id")),
    version: integer(known(2, "version"), {min: 1, max: 99}),
    valid_from_date: date(known(3, "valid_from_date")),
    profile_id: reference("njc_profiles", "profile_id", {
      code: 4,
      title: "Profile",
      description: "Job profile that fits the role as the plan names it; empty where none does."
    }).optional(),
    basis: code(BASES, known(5, "basis")),
    note: text(known(6, "note")),
    source: text(known(7, "source"))
  }),
  rules: [],
  keys: [{code: 81, columns: ["role_id", "version"], remedy: "Keep one row for each role and version."}]
});
