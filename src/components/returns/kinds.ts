import {figuresOf} from "../breakdown.js";
import {date, withYears} from "../format.js";
import {groups} from "../groups.js";
import type {Release, Return} from "../release.js";
import {surveyMonth} from "../surveyWords.js";

/** Returns of one collection from one kind of sender: those asked of local LSCs for the survey, say. */
export interface ReturnKind {
  id: string;
  senders: string; // "local LSCs"
  name: string; // "Staff questionnaire, March 2004"
  due_date: string | null; // where all are due on one day
  rows: readonly Return[];
}

/** Kinds of sender, in the order of the page. */
export const SENDERS: Readonly<Record<string, string>> = {
  local_lsc: "local LSCs",
  lea: "LEAs",
  provider: "providers",
  national_body: "national bodies",
  other: "others"
};

const COLLECTIONS: Readonly<Record<string, string>> = {
  school_frame: "Schools in the survey",
  staff_questionnaire: "Staff questionnaire",
  school_questionnaire: "Heads’ questionnaire",
  local_plan: "Local plan",
  programme: "Programmes",
  funding: "Funding",
  enrolment: "Enrolments",
  provider: "Register of providers",
  workforce: "Census of staff",
  apprenticeships: "Apprenticeships",
  ilr: "ILR file"
};

/** Statuses of returns that are in use. */
const IN_USE = new Set<string>(["received", "resubmitted", "late"]);

/** Returns whether a return has come and is in use. */
export const isIn = ({status}: Pick<Return, "status">): boolean => IN_USE.has(status);

/** Returns whether a return, or a figure about returns, is for a period that has begun at the position; others are for the page on today. */
export function isOfPosition({period}: {period: string}, {progress}: Pick<Release, "progress">): boolean {
  const position = progress
    .map(({as_at_date}) => as_at_date)
    .toSorted()
    .at(-1);
  return position === undefined || period.slice(0, 4) <= position.slice(0, 4);
}

/** Returns the returns by kind, in the order of senders and collections; those of national bodies have all periods together. */
export function returnKinds(release: Release): ReturnKind[] {
  const rows = release.returns.filter((row) => isOfPosition(row, release));
  const found = groups(rows, (row) => kindId(row));
  return [...found]
    .map(([id, rows]) => ({id, rows, ...describe(rows, release)}))
    .toSorted((a, b) => compare(orderOf(a.rows[0]), orderOf(b.rows[0])));
}

/** Returns the name of a collection in words. */
export const collectionName = (collection: string): string =>
  COLLECTIONS[collection] ?? collection.replaceAll("_", " ");

/** Returns "March 2004" for a return of a month, "2003–04" for one of a year. */
export function periodName({collection, period}: Pick<Return, "collection" | "period">, release: Release): string {
  const type = figuresOf(release, "QUA-02").find(({category_1}) => category_1 === collection)?.period_type;
  const isMonth = type === "month" || type === "survey";
  if (isMonth && /^\d{4}-\d{2}$/.test(period)) return surveyMonth(period);
  return period.includes("_") ? period.replace("_", " to ") : withYears(period);
}

/** Returns "due 30 April 2004"; empty where no day is set. */
export const dueWords = (due: string | null): string => (due ? `due ${date(due)}` : "");

/** Returns a sender's name; that the whole page is synthetic need not stand behind each. */
export const senderName = ({sender_name}: Pick<Return, "sender_name">): string =>
  sender_name.replace(/ \(synthetic\)$/, "");

const isMerged = (senderType: string): boolean => senderType === "national_body" || senderType === "other";

const kindId = ({sender_type, collection, period}: Return): string =>
  [sender_type, collection, ...(isMerged(sender_type) ? [] : [period])].join("-");

function describe(rows: readonly Return[], release: Release): Pick<ReturnKind, "senders" | "name" | "due_date"> {
  const [first] = rows;
  if (!first) throw new Error("missing returns: of a kind");
  const days = new Set(rows.map(({due_date}) => due_date ?? null));
  const [day = null] = days;
  const isOnePeriod = new Set(rows.map(({period}) => period)).size === 1;
  const name = collectionName(first.collection);
  return {
    senders: SENDERS[first.sender_type] ?? first.sender_type,
    name: isOnePeriod ? `${name}, ${periodName(first, release)}` : name,
    due_date: days.size === 1 ? day : null
  };
}

function orderOf(row: Return | undefined): string {
  const at = (of: Readonly<Record<string, string>>, key = ""): string =>
    String((Object.keys(of).indexOf(key) + 100) % 100).padStart(2, "0");
  return `${at(SENDERS, row?.sender_type)} ${at(COLLECTIONS, row?.collection)} ${row?.period ?? ""}`;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
