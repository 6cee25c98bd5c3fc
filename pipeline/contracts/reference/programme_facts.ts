import {z} from "zod";
import {text} from "../column.js";
import {defineContract} from "../contract.js";
import {known} from "./words.js";

/** Programme facts from elsewhere: one figure published outside the plan a row. */
export const programmeFacts = defineContract({
  collection: "programme_facts",
  prefix: "REF-PFA",
  title: "Programme facts from elsewhere",
  row: "one figure published outside the plan",
  forms: ["csv"],
  period: "span",
  schema: z.object({
    programme_fact_id: text({code: 1, title: "Fact", description: "Identifier of the fact."}, {max: 60}),
    subject: text({code: 2, title: "Subject", description: "What the fact is about, in our words."}),
    measure: text({code: 3, title: "Measure", description: "What was measured."}, {max: 60}),
    qualifier: text(known(4, "qualifier"), {max: 60}),
    value: text(known(5, "value")),
    unit: text(known(6, "unit"), {max: 60}),
    note: text(known(7, "note")),
    source: text(known(8, "source"))
  }),
  rules: [],
  keys: [{code: 81, columns: ["programme_fact_id"], remedy: "Keep one row for each fact."}]
});
