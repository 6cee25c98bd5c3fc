import {z} from "zod";
import {code, reference, text} from "../column.js";
import {defineContract} from "../contract.js";
import {listed} from "../rule.js";
import {BASES, known} from "./words.js";

const LEA_TYPES = {
  inner_london: "Inner London",
  outer_london: "Outer London",
  metropolitan_district: "Metropolitan district",
  isles_of_scilly: "Isles of Scilly",
  unitary: "Unitary",
  county: "County"
} as const;

/** LEAs: one local education authority a row. */
export const leas = defineContract({
  collection: "leas",
  prefix: "REF-LEA",
  title: "LEAs",
  row: "one local education authority",
  forms: ["csv"],
  period: "span",
  schema: z.object({
    lea_code: text(
      {code: 1, title: "LEA", description: "Three-digit code of the local education authority."},
      {pattern: /^\d{3}$/, max: 6}
    ),
    lea_name: text({code: 2, title: "LEA name", description: "Name of the local education authority."}, {max: 60}),
    lea_type: code(LEA_TYPES, {code: 3, title: "LEA type", description: "Kind of authority."}),
    region_code: reference("regions", "region_code", {code: 4, title: "Region", description: "Code of the region."}),
    llsc_code: reference("local_lscs", "llsc_code", {
      code: 5,
      title: "Local LSC",
      description: "Code of the local Learning and Skills Council."
    }),
    basis: code(BASES, known(6, "basis")),
    source: text(known(7, "source")),
    region_source: text({
      code: 8,
      title: "Source of the region",
      description: "Where it is said which region the area lies in."
    }),
    llsc_source: text(
      {code: 9, title: "Source of the local LSC", description: "Where it is said which local LSC the LEA lies in."},
      {max: 1000}
    )
  }),
  rules: [
    {
      code: 51,
      severity: "error",
      column: "llsc_code",
      statement: listed("local_lscs", {llsc_code: "llsc_code", region_code: "region_code"}),
      expected: "a local LSC of the same region",
      remedy: "Correct region_code or llsc_code."
    }
  ],
  keys: [{code: 81, columns: ["lea_code"], remedy: "Keep one row for each LEA."}]
});
