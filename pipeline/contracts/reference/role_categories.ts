import {z} from "zod";
import {code, reference, text} from "../column.js";
import {defineContract} from "../contract.js";
import {WORKFORCE_CATEGORIES} from "../lists.js";
import {BASES, known} from "./words.js";

const {all: _, ...CATEGORIES} = WORKFORCE_CATEGORIES;

/** Staff categories of roles: in which category of the January census a school counts each role. */
export const roleCategories = defineContract({
  collection: "role_categories",
  prefix: "REF-RCA",
  title: "Staff categories of roles",
  row: "one support staff role",
  forms: ["csv"],
  period: "span",
  schema: z.object({
    role_id: reference("roles", "role_id", known(1, "role_id")),
    staff_category: code(CATEGORIES, {
      code: 2,
      title: "Staff category",
      description: "Category of the January census in which a person with this main role is counted."
    }),
    basis: code(BASES, known(3, "basis")),
    source: text(known(4, "source"))
  }),
  rules: [],
  keys: [{code: 81, columns: ["role_id"], remedy: "Keep one row for each role."}]
});
