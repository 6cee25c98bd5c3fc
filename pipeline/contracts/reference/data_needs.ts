import {z} from "zod";
import {text} from "../column.js";
import {defineContract} from "../contract.js";
import {known} from "./words.js";

/** Data needs: one thing that the plan needs known a row. */
export const dataNeeds = defineContract({
  collection: "data_needs",
  prefix: "REF-NEE",
  title: "Data needs",
  row: "one thing that the plan needs known",
  forms: ["csv"],
  period: "span",
  schema: z.object({
    need_id: text({code: 1, title: "Need", description: "Identifier of the need."}, {max: 60}),
    need: text({code: 2, title: "Data need", description: "What must be known, in our words."}),
    implied_feature: text({code: 3, title: "Implied feature", description: "What would meet the need."}),
    entity: text({code: 4, title: "Entity", description: "Tables or fields that it concerns."}).optional(),
    place: text(known(5, "place"), {pattern: /^S[03]:L\d+$/, max: 7}),
    source: text(known(6, "source"))
  }),
  rules: [],
  keys: [{code: 81, columns: ["need_id"], remedy: "Keep one row for each need."}]
});
