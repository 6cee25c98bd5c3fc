import {breakdown, categoryOf} from "../breakdown.js";
import {count, missing, sentence, tenths, withYears} from "../format.js";
import {routeName} from "../names.js";
import type {PlainColumn} from "../plainTable.js";
import type {Figure, Release} from "../release.js";
import {coverage, latest} from "../select.js";
import {figuresIn, type SharePanels, type ShareRow} from "../sharePanels.js";
import {inSynthetic, ofLastPeriod, orWhy} from "../surveyWords.js";

const SHARED = "per cent of learners, shared by hours";
const PER_STAFF = "UPT-03";

/** Returns the routes of learners twice: each learner on every route that a role leads to, and each shared out among them. */
export function learnersByRoute(release: Release): SharePanels {
  const figures = ofLastPeriod(breakdown(release, "UPT-05", {by: ["route_id"]}));
  const ids = [...new Set(figures.map((figure) => figure.route_id ?? ""))];
  const planned = release.routes.map(({route_id}) => route_id);
  const order = (id: string): number =>
    (release.routes.find(({route_id}) => route_id === id)?.basis === "stated" ? 0 : planned.length) +
    planned.indexOf(id);
  const rows = ids
    .toSorted((a, b) => order(a) - order(b))
    .map((id) => {
      const of = (isShared: boolean) =>
        figures.find((found) => found.route_id === id && (found.unit === SHARED) === isShared);
      return {group: "", name: routeName(release, id), figures: [of(false), of(true)]};
    });
  return {
    id: "learner-routes",
    finding: overlap(rows),
    measure: `${period(rows)}: learners on each route, per cent of all whose role is known. ${returns(rows)}Left, a learner counts on every route that a role leads to: these shares overlap and are never added. Right, each learner is one, shared among routes by the hours that people give their roles: only these make a whole.`,
    panels: [
      {title: "On this route", of: "of learners"},
      {title: "Shared out", of: "of learners"}
    ],
    rows,
    names: {group: "", name: "Route"},
    columns: [learnersColumn(release)],
    file: "learners-by-route",
    write: (value) => `${Number.isInteger(value) ? count(value) : tenths(value)}%`,
    source: "Source: enrolment returns, indicator UPT-05.",
    level: 3
  };
}

/** Returns learners in enrolment returns beside the staff in post. */
export function learnersPerStaff(release: Release): SharePanels {
  const rows = ofLastPeriod(breakdown(release, PER_STAFF, {by: ["staff category"]}))
    .map((found) => ({group: "", name: categoryOf(found, "staff category") ?? "", figures: [found]}))
    .toSorted((a, b) => (b.figures[0]?.value ?? -1) - (a.figures[0]?.value ?? -1));
  const all = latest(breakdown(release, PER_STAFF));
  const most = Math.max(...rows.map(({figures}) => figures[0]?.value ?? 0), 1);
  return {
    id: "learners",
    finding: perStaff(all, release),
    measure: `${period(rows)}: learners who started an aim, per 1,000 staff in post in January. England. ${returns(rows)}Full counts, so no interval. Roles are told from the aim or the occupation: a category to which none leads is not collected. A category counts on one route here, and a role may lead to several above: the two do not match.`,
    panels: [{title: "Learners", of: "per 1,000 staff in post"}],
    rows,
    names: {group: "", name: "Staff category"},
    columns: [
      learnersColumn(release),
      {
        title: "Staff",
        isNumber: true,
        value: ({figures: [found]}) => orWhy(found?.denominator ?? null, {figure: found, release}),
        write: count
      }
    ],
    file: "learners-per-staff",
    source: "Sources: enrolment returns and the January census, indicator UPT-03.",
    domain: [0, 10 * Math.ceil(most / 10)],
    write: (value) => (Number.isInteger(value) ? count(value) : tenths(value)),
    unit: "number"
  };
}

const learnersColumn = (release: Release): PlainColumn<ShareRow> => ({
  title: "Learners",
  isNumber: true,
  value: ({figures: [found]}) => (found ? (found.numerator ?? missing(found, release)) : ""),
  write: count
});

function overlap(rows: readonly ShareRow[]): string {
  const known = rows.flatMap(({figures: [found]}) => found?.value ?? []);
  if (known.length === 0) return "Nothing received says on which routes learners are";
  const isOver = known.reduce((sum, value) => sum + value, 0) > 100.5;
  return isOver
    ? "One learner may count on several routes, so the shares of routes make more than a whole"
    : "Each learner’s role leads to one route";
}

function perStaff(all: Figure | undefined, release: Release): string {
  if (!all) return "No enrolment return has been received";
  if (all.value === null) return `Learners per 1,000 staff: ${missing(all, release).word}`;
  return sentence(
    `${inSynthetic([all])}${tenths(all.value)} of every 1,000 staff started an aim with a college or provider`
  );
}

const period = (rows: readonly ShareRow[]): string => {
  const [found] = figuresIn({rows});
  return found ? `Academic year ${withYears(found.period)}${found.is_part_period ? ", so far" : ""}` : "";
};

function returns(rows: readonly ShareRow[]): string {
  const [found] = figuresIn({rows});
  if (!found) return "";
  const senders = coverage(found, "senders");
  const synthetic = found.origin === "synthetic" ? "synthetic returns" : "returns";
  return `${senders === "" ? "" : `From ${senders}, ${synthetic}. `}`;
}
