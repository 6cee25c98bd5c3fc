import {z} from "zod";
import {code, reference, text, YES_NO} from "../column.js";
import {defineContract} from "../contract.js";

/** Learning aims that enrolments may name; the references are fictitious. */
export const aims = defineContract({
  collection: "aims",
  prefix: "REF-AIM",
  title: "Learning aims",
  row: "one learning aim",
  forms: ["csv"],
  period: "span",
  schema: z.object({
    aim_reference: text(
      {code: 1, title: "Aim reference", description: "Reference of the aim, A09 of the learner record."},
      {pattern: /^[A-Z0-9]{8}$/, max: 8}
    ),
    title: text({code: 2, title: "Title", description: "Title of the aim."}),
    programme_id: reference("programmes", "programme_id", {
      code: 3,
      title: "Programme",
      description: "Programme that the aim belongs to; blank where it belongs to none."
    }).optional(),
    nqf_level: code(
      {entry: "Entry level", "1": "Level 1", "2": "Level 2", "3": "Level 3", "4": "Level 4", "5": "Level 5"},
      {code: 4, title: "Level", description: "Level on the national qualifications framework of the period."}
    ).optional(),
    role_id: reference("roles", "role_id", {
      code: 5,
      title: "Role",
      description: "Role that the aim is for; blank where it is for any."
    }).optional(),
    is_full_level_2: code(YES_NO, {code: 6, title: "Full Level 2", description: "Whether the aim is a full Level 2."}),
    is_in_scope: code(YES_NO, {
      code: 7,
      title: "In scope",
      description: "Whether its learners are support staff; other aims stand in the same files and are set aside."
    }),
    source: text({code: 8, title: "Source", description: "Where the row comes from."})
  }),
  rules: [],
  keys: [{code: 81, columns: ["aim_reference"], remedy: "List each aim once."}]
});
