import {publishedTable} from "./table.js";

export const files = publishedTable({
  table: "files",
  title: "Files received",
  row: "one file in the ledger",
  description: "Every file received by the as-at date, with its hash, publisher and licence.",
  key: ["file"],
  columns: [
    "file",
    "sha256",
    "collection",
    "period",
    "sender_id",
    "area_code",
    "received_date",
    "origin",
    "publisher",
    "url",
    "licence",
    "is_used",
    "corrections_count"
  ]
});
