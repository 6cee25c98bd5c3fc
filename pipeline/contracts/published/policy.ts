import {publishedTable} from "./table.js";

export const policy = publishedTable({
  table: "policy",
  title: "Disclosure policy",
  row: "one rule of the policy, or one measure of what it costs",
  description:
    "What may leave and in what shape, as the gate was told for this release, and what that cost: figures withheld and how far rounding moved the others.",
  key: ["policy_rule"],
  columns: ["policy_rule", "policy_kind", "policy_value", "policy_meaning"],
  vocabularies: {policy_kind: ["rule", "cost", "gain"]}
});
