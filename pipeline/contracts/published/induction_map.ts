import {publishedTable} from "./table.js";

export const inductionMap = publishedTable({
  table: "induction_map",
  title: "Induction and NVQ units",
  row: "one audience of induction and unit at one level",
  description:
    "Status is prepared, to be prepared (by a module that was still to come at the as-at date) or still to cover. The units have no source, and modules are linked with them by their titles.",
  key: ["audience", "nqf_level", "nvq_unit_id"],
  columns: [
    "audience",
    "nqf_level",
    "nvq_unit_id",
    "unit_title",
    "is_mandatory",
    "status",
    "module_ids",
    "basis",
    "source",
    "origin"
  ],
  vocabularies: {is_mandatory: ["yes", "no"], status: ["prepared", "to be prepared", "still to cover"]}
});
