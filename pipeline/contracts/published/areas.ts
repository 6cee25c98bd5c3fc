import {publishedTable} from "./table.js";

export const areas = publishedTable({
  table: "areas",
  title: "Areas",
  row: "one area",
  description:
    "England, its nine regions, 47 local LSCs and 150 LEAs, and what each lies in. Codes of local LSCs, which LEA lies in which, and the places of tiles are this project's own: no source was found for them.",
  key: ["area_code"],
  columns: [
    "area_level",
    "area_code",
    "area_name",
    "parent_code",
    "short_name",
    "tile_column",
    "tile_row",
    "basis",
    "source"
  ]
});
