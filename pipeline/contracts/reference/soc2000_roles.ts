import {z} from "zod";
import {code, reference, text} from "../column.js";
import {defineContract} from "../contract.js";
import {BASES, known} from "./words.js";

/** Occupations and roles: one occupation a row. */
export const soc2000Roles = defineContract({
  collection: "soc2000_roles",
  prefix: "REF-SOC",
  title: "Occupations and roles",
  row: "one occupation",
  forms: ["csv"],
  period: "span",
  schema: z.object({
    soc2000_code: text({code: 1, title: "SOC 2000 code", description: "Code of the occupation."}, {max: 60}),
    soc_title: text({code: 2, title: "Occupation", description: "Title of the occupation."}),
    role_id: reference("roles", "role_id", known(3, "role_id")).optional(),
    note: text(known(4, "note"), {max: 60}),
    basis: code(BASES, known(5, "basis")),
    source: text(known(6, "source"), {max: 60})
  }),
  rules: [],
  keys: [{code: 81, columns: ["soc2000_code"], remedy: "Keep one row for each SOC 2000 code."}]
});
