import {publishedTable} from "./table.js";

export const RETURN_STATUSES = ["received", "resubmitted", "late", "refused", "not received"] as const;

export const returns = publishedTable({
  table: "returns",
  title: "Returns received",
  row: "one sender, collection and period",
  description:
    "Who was expected to send what, and what came. Status is one of: received, resubmitted, late, refused, not received. Row counts are rounded to 10.",
  key: ["collection", "period", "sender_id"],
  columns: [
    "collection",
    "period",
    "sender_id",
    "sender_name",
    "sender_type",
    "area_code",
    "status",
    "due_date",
    "received_date",
    "files_count",
    "rows_used_count",
    "rows_held_count",
    "rows_held_symbol",
    "origin"
  ],
  symbols: {rows_held_count: "rows_held_symbol"},
  vocabularies: {status: RETURN_STATUSES}
});
