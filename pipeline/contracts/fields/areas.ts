import {z} from "zod";
import {AREA_LEVELS} from "../areaLevels.js";
import {count, field, keysOf, optional, text} from "./field.js";

/** Columns that say which area a row is about, and where the map draws it. */
export const AREA_FIELDS = {
  area_level: field(z.enum(keysOf(AREA_LEVELS)), "Area level", "National, region, local LSC or LEA."),
  area_code: field(text(), "Area code", "Code of the area; ENG for England."),
  area_name: field(text(), "Area", "Name of the area."),
  parent_code: field(optional(), "Parent area", "Code of the area that this one lies in."),
  short_name: field(optional(), "Short name", "Name short enough for a tile of the map; local LSCs alone have one."),
  tile_column: field(count(), "Tile column", "Column of the area's tile in the map of local LSCs, from 0 in the west."),
  tile_row: field(count(), "Tile row", "Row of the area's tile in the map of local LSCs, from 0 in the north.")
} as const;
