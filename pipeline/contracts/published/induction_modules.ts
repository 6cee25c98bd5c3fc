import {publishedTable} from "./table.js";

export const inductionModules = publishedTable({
  table: "induction_modules",
  title: "Induction modules",
  row: "one module for one audience",
  description: "Modules of the induction courses. An audience of `all` takes a module beside those of its own.",
  key: ["module_id"],
  columns: ["module_id", "module_name", "audience", "available_from", "programme_id", "basis", "place", "source"],
  optional: ["place"]
});
