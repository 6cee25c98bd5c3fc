import {z} from "zod";
import {code, integer, text, YES_NO} from "../column.js";
import {defineContract} from "../contract.js";
import {BASES, known} from "./words.js";

/** The ten priorities: one priority of the plan a row. */
export const priorities = defineContract({
  collection: "priorities",
  prefix: "REF-PRI",
  title: "The ten priorities",
  row: "one priority of the plan",
  forms: ["csv"],
  period: "span",
  schema: z.object({
    priority_id: text(known(1, "priority_id"), {pattern: /^(i|ii|iii|iv|v|vi|vii|viii|ix|x)$/, max: 6}),
    priority_order: integer(known(2, "priority_order")),
    title: text(known(3, "title")),
    summary: text(known(4, "summary"), {max: 1000}),
    owner: text(known(5, "owner")),
    has_number: code(YES_NO, known(6, "has_number")),
    basis: code(BASES, known(7, "basis")),
    place: text(known(8, "place"), {pattern: /^S[03]:L\d+$/, max: 7}),
    source: text(known(9, "source"))
  }),
  rules: [],
  keys: [
    {code: 81, columns: ["priority_id"], remedy: "Keep one row for each priority."},
    {code: 82, columns: ["priority_order"], remedy: "Keep one row for each priority order."}
  ]
});
