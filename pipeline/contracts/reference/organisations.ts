import {z} from "zod";
import {code, text} from "../column.js";
import {defineContract} from "../contract.js";
import {known} from "./words.js";

const ORGANISATION_TYPES = {
  government: "Government",
  agency: "Agency",
  local_authority: "Local authority",
  employer: "Employer",
  forum: "Forum",
  negotiating_body: "Negotiating body",
  employer_body: "Employer body",
  nto: "National training organisation",
  regulator: "Regulator",
  team: "Team",
  union: "Union",
  fund: "Fund",
  ssc: "Sector skills council",
  body: "Body",
  network: "Network",
  hei: "Higher education institution",
  unit: "Unit",
  standard: "Standard",
  provider_type: "Provider type",
  provider: "Provider",
  programme: "Programme",
  inspectorate: "Inspectorate",
  awarding_body: "Awarding body",
  funder: "Funder",
  association: "Association",
  consortium: "Consortium",
  partnership: "Partnership",
  charity: "Charity",
  sector: "Sector"
} as const;

/** Organisations: one body that the plan names a row. */
export const organisations = defineContract({
  collection: "organisations",
  prefix: "REF-ORG",
  title: "Organisations",
  row: "one body that the plan names",
  forms: ["csv"],
  period: "span",
  schema: z.object({
    organisation_id: text({code: 1, title: "Organisation", description: "Identifier of the organisation."}, {max: 60}),
    organisation_name: text({code: 2, title: "Organisation name", description: "Name of the organisation."}),
    organisation_type: code(ORGANISATION_TYPES, {
      code: 3,
      title: "Organisation type",
      description: "Kind of organisation."
    }),
    responsibility: text({
      code: 4,
      title: "Responsibility",
      description: "What the plan gives it to do, in our words."
    }),
    data_role: text({code: 5, title: "Part in the data", description: "What it sends or uses."}, {max: 60}).optional(),
    place: text(known(6, "place"), {pattern: /^S[03]:L\d+$/, max: 7}),
    source: text(known(7, "source"))
  }),
  rules: [],
  keys: [{code: 81, columns: ["organisation_id"], remedy: "Keep one row for each organisation."}]
});
