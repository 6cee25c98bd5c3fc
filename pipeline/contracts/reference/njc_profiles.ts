import {z} from "zod";
import {code, reference, text} from "../column.js";
import {defineContract} from "../contract.js";
import {BASES, known} from "./words.js";

/** Levels expected of job profiles: one job profile level on one route a row. */
export const njcProfiles = defineContract({
  collection: "njc_profiles",
  prefix: "REF-NJC",
  title: "Levels expected of job profiles",
  row: "one job profile level on one route",
  forms: ["csv"],
  period: "span",
  schema: z.object({
    profile_id: text({code: 1, title: "Profile", description: "Identifier of the profile."}, {max: 60}),
    family: text({code: 2, title: "Family", description: "Family of job profiles."}, {max: 60}),
    strand: text({code: 3, title: "Strand", description: "Strand within the family."}, {max: 60}).optional(),
    njc_level: text({code: 4, title: "NJC level", description: "Level of the job profile."}, {max: 60}),
    expected_level: text(
      {code: 5, title: "Expected level", description: "Skill level expected of the profile."},
      {max: 60}
    ),
    nqf_level: text(known(6, "nqf_level"), {max: 60}).optional(),
    route_id: reference("routes", "route_id", known(7, "route_id")),
    basis: code(BASES, known(8, "basis")),
    source: text(known(9, "source"))
  }),
  rules: [],
  keys: [{code: 81, columns: ["profile_id"], remedy: "Keep one row for each profile."}]
});
