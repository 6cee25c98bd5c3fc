import {publishedTable} from "./table.js";

export const programmes = publishedTable({
  table: "programmes",
  title: "Programmes",
  row: "one programme, qualification or apprenticeship",
  description:
    "Programmes and qualifications of the plan, and the apprenticeship standards and frameworks open to support roles.",
  key: ["programme_id"],
  columns: [
    "programme_id",
    "programme_name",
    "category",
    "nqf_level",
    "route_ids",
    "priority_id",
    "body",
    "available_from",
    "status_2004",
    "places",
    "basis",
    "place",
    "source"
  ]
});
