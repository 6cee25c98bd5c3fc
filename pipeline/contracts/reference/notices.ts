import {z} from "zod";
import {date, text} from "../column.js";
import {defineContract} from "../contract.js";
import {known} from "./words.js";

/** Notices of corrections: one page that a notice touches a row. */
export const notices = defineContract({
  collection: "notices",
  prefix: "REF-NOT",
  title: "Notices of corrections",
  row: "one page that a notice touches",
  forms: ["csv"],
  period: "span",
  mayBeEmpty: true, // most releases put nothing right
  schema: z.object({
    notice_id: text(known(1, "notice_id"), {pattern: /^N\d{2,4}$/, max: 5}),
    notice_date: date(known(2, "notice_date")),
    corrects_release: text(known(3, "corrects_release"), {pattern: /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/, max: 64}),
    page: text(known(4, "page"), {pattern: /^[A-Za-z0-9-]+(\/[A-Za-z0-9-]+)*$/, max: 60}),
    text: text(known(5, "text"), {max: 600}),
    source: text(known(6, "source"))
  }),
  rules: [],
  keys: [{code: 81, columns: ["notice_id", "page"], remedy: "Keep one row for each page of a notice."}]
});
