import {publishedTable} from "./table.js";

export const priorities = publishedTable({
  table: "priorities",
  title: "The ten priorities",
  row: "one priority of the plan",
  description: "What the plan sets out to do, in our words, with its place in the document.",
  key: ["priority_id"],
  columns: ["priority_id", "priority_order", "title", "summary", "owner", "has_number", "place", "source"]
});
