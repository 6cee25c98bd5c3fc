import {publishedTable} from "./table.js";

export const notices = publishedTable({
  table: "notices",
  title: "Notices of corrections",
  row: "one page that a notice touches",
  description: [
    "What this release puts right in an earlier one, and on which pages of the site it stands; `all` is every page. Nobody",
    "changes a release that was published: a correction is a new one. Empty where nothing has been corrected."
  ].join(" "),
  key: ["notice_id", "page"],
  columns: ["notice_id", "notice_date", "corrects_release", "page", "text", "source"]
});
