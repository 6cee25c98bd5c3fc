import {z} from "zod";
import {code, integer, reference, text} from "../column.js";
import {defineContract} from "../contract.js";
import {BASES, known} from "./words.js";

/** Tile map of local LSCs: one local Learning and Skills Council a row. */
export const lscTiles = defineContract({
  collection: "lsc_tiles",
  prefix: "REF-TIL",
  title: "Tile map of local LSCs",
  row: "one local Learning and Skills Council",
  forms: ["csv"],
  period: "span",
  schema: z.object({
    llsc_code: reference("local_lscs", "llsc_code", {
      code: 1,
      title: "Local LSC",
      description: "Code of the local Learning and Skills Council."
    }),
    short_name: text(
      {code: 2, title: "Short name", description: "Name short enough for a tile of the map."},
      {max: 60}
    ),
    tile_column: integer({code: 3, title: "Tile column", description: "Column of the tile in the map of local LSCs."}),
    tile_row: integer({code: 4, title: "Tile row", description: "Row of the tile in the map of local LSCs."}),
    basis: code(BASES, known(5, "basis")),
    source: text(known(6, "source"), {max: 60})
  }),
  rules: [],
  keys: [
    {code: 81, columns: ["llsc_code"], remedy: "Keep one row for each local LSC."},
    {code: 82, columns: ["tile_column", "tile_row"], remedy: "Keep one row for each tile column and tile row."}
  ]
});
