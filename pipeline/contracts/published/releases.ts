import {publishedTable} from "./table.js";

export const releases = publishedTable({
  table: "releases",
  title: "Releases before this one",
  row: "one release of the series before this one, the earliest first",
  description: "The releases whose statements `vintages` tells. Empty where no release before was given.",
  key: ["release_number"],
  columns: ["release_number", "release", "as_at_date"]
});
