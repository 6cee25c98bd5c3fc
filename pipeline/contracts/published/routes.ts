import {publishedTable} from "./table.js";

export const routes = publishedTable({
  table: "routes",
  title: "Routes",
  row: "one career route, or group of roles without one",
  description: "The career routes of the plan, and the groups that we added for roles which it puts on none.",
  key: ["route_id"],
  columns: ["route_id", "route_name", "basis", "place"]
});
