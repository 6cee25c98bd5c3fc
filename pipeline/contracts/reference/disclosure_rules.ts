import {z} from "zod";
import {code, text} from "../column.js";
import {defineContract} from "../contract.js";
import {BASES, known} from "./words.js";

/** Rules of publication: one rule a row. */
export const disclosureRules = defineContract({
  collection: "disclosure_rules",
  prefix: "REF-DIS",
  title: "Rules of publication",
  row: "one rule",
  forms: ["csv"],
  period: "span",
  schema: z.object({
    rule_id: text({code: 1, title: "Rule", description: "Identifier of the rule."}, {max: 60}),
    rule: text({code: 2, title: "Rule", description: "Rule of publication, in our words."}),
    adoption: text({code: 3, title: "Adoption", description: "How we follow it."}),
    basis: code(BASES, known(4, "basis")),
    source: text(known(5, "source"))
  }),
  rules: [],
  keys: [{code: 81, columns: ["rule_id"], remedy: "Keep one row for each rule."}]
});
