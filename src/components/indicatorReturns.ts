import {figuresOf} from "./breakdown.js";
import {builder} from "./element.js";
import {count, date, list, missing, sentence} from "./format.js";
import {groups} from "./groups.js";
import {type PlainColumn, plainTable} from "./plainTable.js";
import type {Release, Return} from "./release.js";

/** Returns the collections that an indicator's figures rest on, in alphabetical order; those of which a release says what was expected. */
export function collectionsOf(release: Release, indicator: string): string[] {
  const ids = new Set(figuresOf(release, indicator).map(({provenance_id}) => provenance_id));
  const models = release.provenance.filter(({provenance_id}) => ids.has(provenance_id));
  const names = models.flatMap(({collections}) => (collections ?? "").split("; "));
  return [...new Set(names)].filter((name) => returnsOf(release, name).length > 0).toSorted();
}

/** Says how many returns an indicator rests on. */
export function returnsSentence(release: Release, indicator: string): string {
  const collections = collectionsOf(release, indicator);
  const rows = collections.flatMap((collection) => returnsOf(release, collection));
  if (rows.length === 0) return "These figures rest on no return: they are worked out from reference tables alone.";
  const senders = new Set(rows.filter(isIn).map(({sender_id}) => sender_id)).size;
  return `They rest on ${count(rows.filter(isIn).length)} of ${count(rows.length)} returns expected, from ${count(senders)} ${senders === 1 ? "sender" : "senders"}: ${list(collections.map(named))}.`;
}

/** Returns the senders by collection, each a table that opens; never a person, and numbers of rows rounded to ten. */
export function returnTables(release: Release, indicator: string, {document}: {document: Document}): Node {
  const h = builder(document);
  const collections = collectionsOf(release, indicator).map((collection) =>
    collectionTable(collection, {release, document})
  );
  return h("div", {class: "below catalogue"}, ...collections);
}

/** What came in, and how a collection's returns stand, as one line that opens the table of its senders. */
function collectionTable(collection: string, {release, document}: {release: Release; document: Document}): HTMLElement {
  const known = tables.get(release.returns)?.get(collection);
  if (known) return known;
  const h = builder(document);
  const rows = returnsOf(release, collection);
  const last = rows
    .map(({received_date}) => received_date ?? "")
    .toSorted()
    .at(-1);
  const name = sentence(named(collection));
  const isSynthetic = rows.some(({origin}) => origin === "synthetic");
  const said = `${count(rows.filter(isIn).length)} of ${count(rows.length)} received${last ? `, the last on ${date(last)}` : ""}`;
  const made = h(
    "details",
    {},
    h("summary", {}, h("span", {class: "name"}, name), " ", h("span", {class: "quiet"}, said)),
    plainTable(rows, {
      document,
      caption: `${name}: ${said}${isSynthetic ? " (synthetic)" : ""}`,
      columns: columnsOf(rows, release),
      isStacked: true
    })
  );
  tables.set(release.returns, (tables.get(release.returns) ?? new Map()).set(collection, made));
  return made;
}

/** Making a table of hundreds of senders takes longer than all else on the page, so each is made once and moves from page to page. */
const tables = new WeakMap<readonly Return[], Map<string, HTMLElement>>();

function columnsOf(rows: readonly Return[], release: Release): PlainColumn<Return>[] {
  const many = new Set(rows.map(({period}) => period)).size > 1;
  return [
    {title: "Sender", value: ({sender_name, sender_id}) => sender_name ?? sender_id},
    ...(many ? [{title: "Period", value: ({period}: Return) => period}] : []),
    {title: "Status", value: ({status}) => sentence(status)},
    {title: "Received", value: ({received_date}) => (received_date === null ? "not received" : date(received_date))},
    {
      title: "Rows used",
      isNumber: true,
      value: (row) => (isIn(row) ? (row.rows_used_count ?? missing(LOW, release)) : ""),
      blank: NOTHING_IN,
      write: count
    },
    {
      title: "Rows held",
      isNumber: true,
      value: (row) =>
        isIn(row) ? (row.rows_held_count ?? missing({symbol: row.rows_held_symbol, symbol_reason: null}, release)) : "",
      blank: NOTHING_IN,
      write: count
    },
    {title: "Origin", value: ({origin}) => sentence(origin)}
  ];
}

/** A return that did not come, or was refused, has no row to count. */
const NOTHING_IN = "no rows in";

const LOW = {symbol: "low", symbol_reason: "low"};

const isIn = ({status}: Return): boolean => status !== "not received" && status !== "refused";

const named = (collection: string): string =>
  collection === "ilr" ? "individualised learner record" : collection.replaceAll("_", " ");

function returnsOf(release: Release, collection: string): readonly Return[] {
  const known = byCollection.get(release.returns) ?? groups(release.returns, (row) => row.collection);
  byCollection.set(release.returns, known);
  return known.get(collection) ?? [];
}

/** Many pages ask for the same collections. */
const byCollection = new WeakMap<readonly Return[], Map<string, Return[]>>();
