import {RETURN_STATUSES, type returns} from "./contracts/published/returns.js";
import type {PublishedRow} from "./contracts/published/table.js";
import {bracketed, shownSymbol} from "./contracts/symbols.js";
import {UserError} from "./error.js";
import {columns, grouped} from "./layout.js";
import {openPublished} from "./publish/reader.js";
import {literal} from "./warehouse.js";

type Return = PublishedRow<typeof returns>;

export interface CollectionStatus {
  collection: string;
  period: string;
  expected: number;
  counts: Readonly<Record<string, number>>; // status → senders
}

export interface Status {
  collections: CollectionStatus[];
  outstanding: Return[]; // not received, or refused
  sender?: {sender_id: string; sender_name: string; returns: Return[]}; // where one was asked for
}

/** Returns which senders have reported what, from the published files in `folder`. */
export async function status(
  folder: string,
  {collection, sender}: {collection?: string; sender?: string} = {}
): Promise<Status> {
  const reader = await openPublished(folder);
  try {
    const rows = (await reader.rows(`
select *
from published.returns
where ${collection ? `collection = ${literal(collection)}` : "true"}
    and ${sender ? `lower(sender_id) = ${literal(sender.toLowerCase())}` : "true"}
order by collection, period, sender_id`)) as Return[];
    if (rows.length === 0) throw nothingKnown({collection, sender});
    const [first] = rows;
    return {
      collections: byCollection(rows),
      outstanding: rows.filter((row) => row.status === "not received" || row.status === "refused"),
      ...(sender && first ? {sender: {sender_id: first.sender_id, sender_name: first.sender_name, returns: rows}} : {})
    };
  } finally {
    reader.close();
  }
}

/** Returns a status as text for a terminal. */
export function formatStatus({collections, outstanding, sender}: Status): string {
  return (sender ? senderLines(sender) : [...collectionLines(collections), "", ...outstandingLines(outstanding)]).join(
    "\n"
  );
}

function byCollection(rows: readonly Return[]): CollectionStatus[] {
  const found = new Map<string, Return[]>();
  for (const row of rows) {
    const key = `${row.collection}|${row.period}`;
    found.set(key, [...(found.get(key) ?? []), row]);
  }
  return [...found.values()].map((group) => ({
    collection: group[0]?.collection ?? "",
    period: group[0]?.period ?? "",
    expected: group.length,
    counts: Object.fromEntries(RETURN_STATUSES.map((word) => [word, group.filter((row) => row.status === word).length]))
  }));
}

function collectionLines(collections: readonly CollectionStatus[]): string[] {
  const header = ["collection", "period", "expected", ...RETURN_STATUSES];
  const rows = collections.map(({collection, period, expected, counts}) => [
    collection,
    period,
    grouped(expected),
    ...RETURN_STATUSES.map((word) => grouped(counts[word] ?? 0))
  ]);
  return columns([header, ...rows], {indent: 0, right: [2, 3, 4, 5, 6, 7]});
}

function outstandingLines(outstanding: readonly Return[]): string[] {
  if (outstanding.length === 0) return ["Nothing is outstanding."];
  const rows = outstanding.map((row) => [row.collection, row.period, row.sender_id, row.sender_name, row.status]);
  return [`Outstanding (${grouped(outstanding.length)})`, ...columns(rows)];
}

function senderLines({sender_id, sender_name, returns}: NonNullable<Status["sender"]>): string[] {
  const header = ["collection", "period", "status", "received", "rows used", "rows held", "origin"];
  const rows = returns.map((row) => [
    row.collection,
    row.period,
    row.status,
    row.received_date ?? "",
    row.rows_used_count === null ? bracketed(row.files_count > 0 ? "low" : "x") : grouped(row.rows_used_count),
    row.rows_held_symbol ? shownSymbol(row.rows_held_symbol).bracket : grouped(row.rows_held_count ?? 0),
    row.origin
  ]);
  return [`${sender_name} (${sender_id}); rows are rounded to ten`, ...columns([header, ...rows], {right: [4, 5]})];
}

function nothingKnown({collection, sender}: {collection?: string; sender?: string}): UserError {
  const asked = [collection && `collection ${collection}`, sender && `sender ${sender}`].filter(Boolean).join(" and ");
  return new UserError(`status: expected a return that somebody owes, got none for ${asked || "this release"}`);
}
