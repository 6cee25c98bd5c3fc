import {z} from "zod";
import {code, reference, text} from "../column.js";
import {defineContract} from "../contract.js";
import {BASES, known} from "./words.js";

const KINDS = {
  date: "Date",
  baseline: "Baseline",
  fact: "Fact",
  finance: "Finance",
  target_date: "Target date",
  target: "Target",
  capacity: "Capacity"
} as const;

/** Facts of the plan: one fact of the plan, with its qualifier a row. */
export const facts = defineContract({
  collection: "facts",
  prefix: "REF-FAC",
  title: "Facts of the plan",
  row: "one fact of the plan, with its qualifier",
  forms: ["csv"],
  period: "span",
  schema: z.object({
    fact_id: text({code: 1, title: "Fact", description: "Identifier of the fact."}, {pattern: /^F\d{3}$/, max: 6}),
    priority_id: reference("priorities", "priority_id", known(2, "priority_id")).optional(),
    subject: text({code: 3, title: "Subject", description: "What the fact is about, in our words."}),
    kind: code(KINDS, {code: 4, title: "Kind", description: "What sort of thing it is."}),
    qualifier: text(known(5, "qualifier"), {max: 60}),
    value: text(known(6, "value"), {max: 60}).optional(),
    unit: text(known(7, "unit"), {max: 60}),
    baseline: text({code: 8, title: "Baseline", description: "Where it starts from."}).optional(),
    period: text(known(9, "period"), {max: 60}).optional(),
    owner: text(known(10, "owner")).optional(),
    funding_source: text({code: 11, title: "Funding source", description: "Whose money it is."}, {max: 60}).optional(),
    note: text(known(12, "note")).optional(),
    basis: code(BASES, known(13, "basis")),
    place: text(known(14, "place"), {pattern: /^S[03]:L\d+$/, max: 7}),
    source: text(known(15, "source"))
  }),
  rules: [],
  keys: [{code: 81, columns: ["fact_id"], remedy: "Keep one row for each fact."}]
});
