import {csvName} from "../csvName.js";
import {builder} from "../element.js";
import {count, date, type Missing, missing, sentence} from "../format.js";
import {groups} from "../groups.js";
import {areaName} from "../names.js";
import {type PlainColumn, plainDownload, plainTable} from "../plainTable.js";
import type {Download, Release, Return, Words} from "../release.js";
import {saidSynthetic} from "../saidSynthetic.js";
import {downloadLine} from "../tableBehind.js";
import {
  collectionName,
  dueWords,
  isIn,
  periodName,
  type ReturnKind,
  returnKinds,
  SENDERS,
  senderName
} from "./kinds.js";

const SOURCE = "Source: the ledger of returns. Rows are rounded to ten.";

/** Senders of one kind, with a table: a column for each return where all owe the same, else a row for each. */
interface SenderTable {
  type: string;
  senders: number;
  file: string;
  caption: string;
  made(document: Document): Node;
  download: Download;
}

/** Returns every sender with what came of each return and when, a table for each kind of sender, each to be opened. */
export function senderTables(release: Release, {document}: {document: Document}): Node {
  const h = builder(document);
  return h(
    "div",
    {class: "senders"},
    ...tables(release).map(({type, senders, file, made}) =>
      h(
        "details",
        {id: `from-${type.replaceAll("_", "-")}`, class: "below"},
        h(
          "summary",
          {},
          h("span", {class: "name"}, sentence(SENDERS[type] ?? type)),
          " ",
          h("span", {class: "quiet"}, count(senders))
        ),
        made(document),
        downloadLine({document, download: file, source: SOURCE})
      )
    )
  );
}

/** Returns the tables of senders as downloads. */
export const senderDownloads = (release: Release): Download[] => tables(release).map(({download}) => download);

/** Returns what came of a return in words: "8 May 2004, late; 10 rows held". */
export function cameWords(row: Return, release: Words): string | Missing {
  if (!isIn(row)) return {word: row.status, speech: row.status};
  const notes = [row.status === "late" && "late", row.files_count > 1 && "sent again"].filter((note) => note !== false);
  const came = [row.received_date ? date(row.received_date) : "date not known", ...notes].join(", ");
  const held = heldWords(row, release);
  return held === "" ? came : `${came}; ${held}`;
}

function heldWords({rows_held_count, rows_held_symbol}: Return, release: Words): string {
  if (rows_held_count !== null) return rows_held_count === 0 ? "" : `${count(rows_held_count)} rows held`;
  return rows_held_symbol === null
    ? ""
    : `rows held: ${missing({symbol: rows_held_symbol, symbol_reason: null}, release).word}`;
}

function tables(release: Release): SenderTable[] {
  const kinds = returnKinds(release);
  return Object.keys(SENDERS).flatMap((type): SenderTable[] => {
    const own = kinds.filter(({rows}) => rows[0]?.sender_type === type);
    const rows = own.flatMap((kind) => kind.rows);
    if (rows.length === 0) return [];
    const file = csvName(`returns-${type.replaceAll("_", "-")}`, rows);
    const caption = `Returns of ${SENDERS[type]}`;
    const bySender = [...groups(rows, ({sender_id}) => sender_id).values()].toSorted(byName);
    const shared = {type, senders: bySender.length, file, caption};
    const isGrid = bySender.length > 1 && own.length > 1 && own.every((kind) => kind.rows.length === bySender.length);
    if (isGrid) {
      const columns = gridColumns(own, release);
      return [
        {
          ...shared,
          made: (document) =>
            plainTable(bySender, {document, caption: saidSynthetic(caption, file), columns, isStacked: true}),
          download: plainDownload(file, {title: caption, source: SOURCE, rows: bySender, columns})
        }
      ];
    }
    const columns = listColumns(release);
    const listed = bySender.flat();
    return [
      {
        ...shared,
        made: (document) =>
          plainTable(listed, {document, caption: saidSynthetic(caption, file), columns, isStacked: true}),
        download: plainDownload(file, {title: caption, source: SOURCE, rows: listed, columns})
      }
    ];
  });
}

const gridColumns = (kinds: readonly ReturnKind[], release: Release): readonly PlainColumn<Return[]>[] => [
  {title: "Sender", value: ([row]) => (row ? senderName(row) : "")},
  ...kinds.map(({name, due_date, rows: all}) => {
    const due = dueWords(due_date);
    return {
      title: due === "" ? name : `${name}, ${due}`,
      value: (rows: Return[]) => {
        const row = rows.find((found) => all.includes(found));
        return row ? cameWords(row, release) : release.symbols.z;
      }
    };
  })
];

const listColumns = (release: Release): readonly PlainColumn<Return>[] => [
  {title: "Sender", value: senderName},
  {title: "Seat", value: ({area_code}) => areaName(release, area_code ?? "ENG")},
  {title: "Return", value: (row) => `${collectionName(row.collection)}, ${periodName(row, release)}`},
  {title: "Due", value: ({due_date}) => (due_date ? date(due_date) : "no day set")},
  {title: "Came", value: (row) => cameWords(row, release)},
  {
    title: "Rows used",
    isNumber: true,
    value: (row) => row.rows_used_count ?? (isIn(row) ? LOW_OR_WITHHELD : release.symbols.x),
    write: count
  }
];

/** The published table does not say which. */
const LOW_OR_WITHHELD = {word: "low or withheld", speech: "low or withheld"};

const byName = ([a]: readonly Return[], [b]: readonly Return[]): number =>
  a && b && senderName(a) < senderName(b) ? -1 : 1;
