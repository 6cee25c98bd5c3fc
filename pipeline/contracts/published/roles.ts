import {publishedTable} from "./table.js";

export const roles = publishedTable({
  table: "roles",
  title: "Roles",
  row: "one support staff role",
  description:
    "Roles that the plan names, and the routes that it or we place them on. A role may lie on several routes.",
  key: ["role_id"],
  columns: ["role_id", "role_name", "route_ids", "basis", "place"]
});
