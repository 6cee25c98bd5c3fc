import {publishedTable} from "./table.js";

export const provenance = publishedTable({
  table: "provenance",
  title: "Provenance",
  row: "one mart, as a chain from figure to returns",
  description: "Leads from a figure's provenance to the model that computed it and the collections it rests on.",
  key: ["provenance_id"],
  columns: ["provenance_id", "mart", "sql_file", "sql_sha256", "collections"]
});
