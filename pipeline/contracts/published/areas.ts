import {publishedTable} from "./table.js";

export const areas = publishedTable({
  table: "areas",
  title: "Areas",
  row: "one area",
  description: "England, its nine regions, 47 local LSCs and 150 LEAs, and what each lies in.",
  key: ["area_code"],
  columns: ["area_level", "area_code", "area_name", "parent_code", "basis", "source"]
});
