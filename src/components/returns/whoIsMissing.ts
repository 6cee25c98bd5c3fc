import {builder, type Child} from "../element.js";
import {count, date} from "../format.js";
import type {Release, Return} from "../release.js";
import {dueWords, isIn, type ReturnKind, returnKinds, senderName} from "./kinds.js";

/** More names than this open on demand. */
const MOST_NAMES = 20;

/** Returns who has not sent what, by kind of return, names in full; a sentence where nothing is missing. */
export function missingList(release: Release, {document}: {document: Document}): Node {
  return kindList(release, {
    document,
    wanted: (row) => !isIn(row),
    none: "Nothing is missing.",
    said: ({status}) => (status === "refused" ? "sent, but could not be read" : "")
  });
}

/** Returns who sent late, by kind of return, with how many days; a sentence where nobody did. */
export function lateList(release: Release, {document}: {document: Document}): Node {
  return kindList(release, {
    document,
    wanted: ({status}) => status === "late",
    none: "Nothing came late.",
    said: (row) => {
      const days = daysLate(row);
      return days === undefined ? "" : `${count(days)} ${days === 1 ? "day" : "days"}`;
    }
  });
}

/** Returns by how many days a return missed its day; undefined where that cannot be told, as of a file sent again. */
export function daysLate({due_date, received_date, files_count}: Return): number | undefined {
  if (!due_date || !received_date || files_count !== 1) return undefined;
  const days = (Date.parse(received_date) - Date.parse(due_date)) / 86_400_000;
  return days > 0 ? days : undefined;
}

interface KindListOptions {
  document: Document;
  wanted(row: Return): boolean;
  said(row: Return): string; // after a sender's name
  none: string;
}

function kindList(release: Release, {document, wanted, said, none}: KindListOptions): Node {
  const h = builder(document);
  const kinds = returnKinds(release).flatMap((kind) => {
    const rows = kind.rows.filter(wanted).toSorted((a, b) => (senderName(a) < senderName(b) ? -1 : 1));
    return rows.length === 0 ? [] : [{kind, rows}];
  });
  if (kinds.length === 0) return h("p", {}, none);
  return h(
    "ul",
    {class: "who"},
    ...kinds.map(({kind, rows}) => {
      const names = rows.flatMap((row, index): Child[] => [
        index > 0 && "; ",
        row.sender_type === "local_lsc" ? h("a", {href: `/areas/${row.sender_id}`}, senderName(row)) : senderName(row),
        said(row) && ` (${said(row)})`
      ]);
      const isLong = rows.length > MOST_NAMES;
      const shown: Child = isLong
        ? h("details", {}, h("summary", {}, `Show the ${count(rows.length)} names`), h("p", {}, ...names))
        : h("p", {}, ...names);
      return h("li", {}, h("h3", {}, kind.name), h("p", {class: "quiet"}, summary(kind, rows)), shown);
    })
  );
}

function summary({rows: all, senders, due_date}: ReturnKind, rows: readonly Return[]): string {
  const days = rows.flatMap((row) => daysLate(row) ?? []);
  const most =
    days.length > 0 && due_date ? `up to ${count(Math.max(...days))} days after ${date(due_date)}` : dueWords(due_date);
  return [`${count(rows.length)} of ${count(all.length)} from ${senders}`, most]
    .filter((part) => part !== "")
    .join(", ");
}
