import {aboutNumbers} from "../aboutNumbers.js";
import {breakdown, categoryOf} from "../breakdown.js";
import {builder} from "../element.js";
import {figure} from "../figure.js";
import {count, date, list, percent, sentence, tenths} from "../format.js";
import {programmeName, routeName} from "../names.js";
import {type PlainColumn, plainDownload, plainTable} from "../plainTable.js";
import type {Download, Figure, Release} from "../release.js";
import {type Role, rolesByRoute, rolesOf} from "../rolesByRoute.js";
import {inSynthetic} from "../surveyWords.js";
import {unitSquares} from "../unitSquares.js";

type Judged = Release["role_qualifications"][number];

const STAFF_GROUPS = ["Teaching assistants", "Other than teaching assistants"] as const;
const CAPTION = "What fits each role, by our judgement";
const SOURCE = "Source: the plan’s list of qualifications; which fits which role is our judgement.";
const FILE = "roles-without-a-qualification.csv";

/** Returns how many roles have no suitable qualification, then and as planned, a square for each role. */
export function suitableQualifications(release: Release, {document}: {document: Document}): Node {
  const rows = rowsOf(release);
  const shown = gapsOf(release);
  if (shown.length === 0) return builder(document)("p", {}, `${suitableSentence(release)}.`);
  const dates = datesOf(release);
  const panels = dates.map((day, index) => `${date(day)}${index === 0 ? "" : ", as planned"}`);
  return figure({
    document,
    id: "suitable",
    finding: suitableSentence(release),
    measure:
      "Roles without a qualification of the national framework that fits most of their work, among those that the plan names; others existed. A role counts in each of its routes. By our judgement, so the figures are estimated.",
    alternative: `A square for each role, filled where it has none. ${rows.map(({name, cells}) => `${name}: ${cells.map((cell, index) => (cell ? `${cell.part} of ${cell.whole} at ${panels[index]}` : "")).join("; ")}.`).join(" ")}`,
    draw: (width) => unitSquares(rows, {document, width, panels}),
    table: plainTable(judgedRoles(release), {
      document,
      caption: CAPTION,
      columns: columnsOf(release),
      isStacked: true
    }),
    download: FILE,
    source: SOURCE,
    about: aboutNumbers([...shown, ...breakdown(release, "GAP-06"), ...breakdown(release, "GAP-07")], release, {
      document
    })
  });
}

/** Says how many roles have no suitable qualification, and how many would be left as planned. */
export function suitableSentence(release: Release): string {
  const [now, later] = overallOf(release);
  if (!now) return "How many roles have no suitable qualification cannot be told";
  const planned = later
    ? `; ${later.part === 0 ? "none" : later.part} would be left ${inMonth(later.period)} as planned`
    : "";
  return `${now.part} of ${now.whole} roles had no suitable qualification in the national framework ${inMonth(now.period)}${planned}`;
}

/** Says how many staff that is, at the January census, as a range where it is one. */
export function peopleSentence(release: Release): string {
  const found = coveredOf(release);
  if (!found) return "";
  const {lower, upper, denominator} = found;
  const when = inMonth(found.period);
  const without = staffWithout(release);
  if (without !== "" && denominator !== null) {
    const range = lower !== null && upper !== null ? ` (${tenths(100 - upper)}% to ${tenths(100 - lower)}%)` : "";
    return sentence(
      `${inSynthetic([found])}${without} of ${count(denominator)} staff at the January census${range} work in categories of staff without one ${when}.`
    );
  }
  if (lower === null || upper === null) return "How many staff that is cannot be told.";
  return sentence(
    `${inSynthetic([found])}between ${percent(100 - upper)} and ${percent(100 - lower)} of staff at the January census work in roles without one ${when}; the census counts categories, each of several roles.`
  );
}

/** Returns "about 239,600": how many staff work in roles without one, to the nearest hundred; empty where that is a range. */
export function staffWithout(release: Release): string {
  const {value = null, numerator = null, denominator = null} = coveredOf(release) ?? {};
  if (value === null || numerator === null || denominator === null) return "";
  return `about ${count(Math.round((denominator - numerator) / 100) * 100)}`;
}

const coveredOf = (release: Release): Figure | undefined => breakdown(release, "GAP-06").toSorted(byPeriod)[0];

/** Says how the number of roles depends on what is taken to be suitable. */
export function rulesSentence(release: Release): string {
  const [first] = datesOf(release);
  const members = rates(release, ["suitability rule"]).filter(({period}) => lastDay(period) === first);
  const parts = Object.entries(RULES).flatMap(([rule, said]) => {
    const found = members.find((member) => categoryOf(member, "suitability rule") === rule);
    return found?.numerator == null ? [] : [`${found.numerator} of ${found.denominator} ${said}`];
  });
  return parts.length === 0 ? "" : `It depends on what counts: it would be ${list(parts)}.`;
}

const RULES = {
  "Relevant as well, in the framework": "if a qualification that fits a role only in part counts as well",
  "Targeted or suitable, in the framework or not": "if one outside the framework does"
} as const;

/** Says what share of relevant qualifications was made for support staff, as the bound that it is. */
export function targetedSentence(release: Release): string {
  const found = breakdown(release, "GAP-07")[0];
  if (!found || found.upper === null) return "";
  return `Of the national qualifications found relevant to support staff, fewer than ${tenths(found.upper)}% were made for them or aimed at them. The plan gives limits, so this is a bound and no more is known.`;
}

/** Returns the roles and what fits each as a download. */
export const suitableDownloads = (release: Release): Download[] =>
  gapsOf(release).length === 0
    ? []
    : [plainDownload(FILE, {title: CAPTION, source: SOURCE, rows: judgedRoles(release), columns: columnsOf(release)})];

/** Returns for each period how many roles of how many have none; the earliest first. */
export function overallOf(release: Release): {period: string; part: number; whole: number}[] {
  return rates(release, [])
    .toSorted(byPeriod)
    .flatMap(({period, numerator, denominator}) =>
      numerator === null || denominator === null ? [] : [{period, part: numerator, whole: denominator}]
    );
}

const rates = (release: Release, by: readonly string[]): Figure[] =>
  breakdown(release, "GAP-05", {by, where: {unit: "per cent"}});

const gapsOf = (release: Release): Figure[] => [[], ["staff group"], ["route_id"]].flatMap((by) => rates(release, by));
const datesOf = (release: Release): string[] => overallOf(release).map(({period}) => lastDay(period));
const byPeriod = (a: Figure, b: Figure): number => (a.period < b.period ? -1 : 1);

function rowsOf(release: Release) {
  const periods = overallOf(release).map(({period}) => period);
  const row = (name: string, members: readonly Figure[]) => ({
    name,
    cells: periods.map((period) => {
      const found = members.find((member) => member.period === period);
      return found && found.numerator !== null && found.denominator !== null
        ? {part: found.numerator, whole: found.denominator, said: `${found.numerator} of ${found.denominator}`}
        : undefined;
    })
  });
  const groupsOf = (by: string, categories: readonly string[], nameOf = (category: string) => category) => {
    const members = rates(release, [by]);
    return categories
      .map((category) => ({category, of: members.filter((member) => categoryOf(member, by) === category)}))
      .filter(({of}) => of.length > 0)
      .map(({category, of}) => row(nameOf(category), of));
  };
  const routes = rolesByRoute(release).map(({route_id}) => route_id);
  return [
    row("All roles", rates(release, [])),
    ...groupsOf("staff group", STAFF_GROUPS),
    ...groupsOf("route_id", routes, (id) => routeName(release, id))
  ];
}

/** The roles that were judged, in published order. */
const judgedRoles = (release: Release): Role[] => {
  const judged = new Set(release.role_profiles.map(({role_id}) => role_id));
  return rolesOf(release).filter(({role_id}) => judged.has(role_id));
};

function columnsOf(release: Release): PlainColumn<Role>[] {
  const [now, later] = datesOf(release);
  const named = (isMeant: (judged: Judged) => boolean) => (role: Role) =>
    release.role_qualifications
      .filter((judged) => judged.role_id === role.role_id && isMeant(judged))
      .map(({programme_id, nqf_level, suitability}) => {
        const name = programmeName(release, programme_id ?? "");
        const level = nqf_level === null || name.includes(`Level ${nqf_level}`) ? "" : `, Level ${nqf_level}`;
        return `${name}${level} (${suitability})`;
      })
      .join("; ") || "none";
  const isFit = ({suitability, is_in_nqf}: Judged): boolean => suitability !== "relevant" && is_in_nqf === "yes";
  const isBy = (day: string | undefined, {available_from_date}: Judged): boolean =>
    day !== undefined && available_from_date !== null && available_from_date <= day;
  return [
    {title: "Role", value: ({role_name}) => role_name},
    {
      title: "Routes",
      value: ({routes}) => routes.map((id) => routeName(release, id)).join("; ")
    },
    {
      title: `Suitable, in the framework at ${now ? date(now) : "the time"}`,
      value: named((judged) => isFit(judged) && isBy(now, judged))
    },
    {
      title: `Planned by ${later ? date(later) : "later"}`,
      value: named((judged) => isFit(judged) && !isBy(now, judged) && isBy(later, judged))
    },
    {title: "Fits in part, or outside the framework", value: named((judged) => !isFit(judged))}
  ];
}

/** Returns "2004-03-31" for the month of 2004-03. */
function lastDay(month: string): string {
  const [year = 0, at = 0] = month.split("-").map(Number);
  return new Date(Date.UTC(year, at, 0)).toISOString().slice(0, 10);
}

const inMonth = (month: string): string => `at ${date(lastDay(month))}`;
