import {breakdown, categoryOf} from "../breakdown.js";
import {list, lower, missing, percent, sentence, word} from "../format.js";
import {roleName, routeName} from "../names.js";
import type {PlainColumn} from "../plainTable.js";
import type {Comparison, Figure, Release} from "../release.js";
import {latest} from "../select.js";
import {figuresIn, type SharePanels, type ShareRow} from "../sharePanels.js";
import {inSynthetic, limitsSaid, ofLastPeriod, surveyMonth} from "../surveyWords.js";

/** Being offered training, taking an offer up, and both together. */
export const OFFERED = "OFF-01";
export const TAKEN_UP = "UPT-01";
export const BEGAN = "UPT-02";

export const OFFER_PANELS = [
  {title: "Offered training", of: "of staff"},
  {title: "Took it up", of: "of those offered"}
] as const;
export const SURVEY_SOURCE = "Source: staff questionnaire, indicators OFF-01, UPT-01 and UPT-02.";

interface UptakeRow extends ShareRow {
  began: Figure | undefined;
}

/** Returns offers and uptake of each role, roles of one route together. */
export function uptakeByRole(release: Release): SharePanels<UptakeRow> {
  const rows = rowsBy(release, "role_id").map(({id, ...row}) => ({
    ...row,
    group: routeGroup(release, id),
    name: roleName(release, id)
  }));
  const order = groupOrder(release);
  const sorted = rows
    .toSorted((a, b) => (b.figures[0]?.value ?? -1) - (a.figures[0]?.value ?? -1))
    .toSorted((a, b) => order.indexOf(a.group) - order.indexOf(b.group));
  return {
    id: "roles",
    finding: range(sorted),
    measure: `${survey(sorted)} A person counts once in every role held, so roles do not add up. ${testedRoles(release)}Two roles are not tested against each other.`,
    panels: OFFER_PANELS,
    rows: sorted,
    names: {group: "Route", name: "Role"},
    columns: [beganColumn(release), besideOthers(release)],
    beside: sorted.flatMap(({began}) => began ?? []),
    file: "uptake-by-role",
    source: SURVEY_SOURCE
  };
}

/** Returns offers and uptake of each route. */
export function uptakeByRoute(release: Release): SharePanels<UptakeRow> {
  const rows = rowsBy(release, "route_id")
    .map(({id, ...row}) => ({...row, id, group: "", name: routeName(release, id)}))
    .toSorted((a, b) => routeRank(release, a.id) - routeRank(release, b.id));
  return {
    id: "routes",
    finding: byRoute(rows, release),
    measure: `${survey(rows)} A person counts once on every route that a role held leads to, so routes do not add up. Routes are not tested against each other.`,
    panels: OFFER_PANELS,
    rows,
    names: {group: "", name: "Route"},
    columns: [beganColumn(release)],
    beside: rows.flatMap(({began}) => began ?? []),
    file: "uptake-by-route",
    source: SURVEY_SOURCE,
    level: 3
  };
}

const beganColumn = (release: Release): PlainColumn<UptakeRow> => ({
  title: "Began training, % of staff",
  isNumber: true,
  value: ({began}) => began?.value ?? missing(began ?? {symbol: "x", symbol_reason: null}, release),
  write: String
});

/** The comparison of each role's offers with those of all other staff, by the name of the role. */
const roleTests = ({comparisons}: Pick<Release, "comparisons">): Map<string | null, Comparison> =>
  new Map(
    ofLastPeriod(comparisons.filter(({family_id}) => family_id === "offers_by_role")).map((row) => [
      row.category_1,
      row
    ])
  );

const DIFFERENT: Readonly<Record<string, (by: number) => string>> = {
  yes: (by) => (by > 0 ? "more often" : "less often"),
  no: () => "no difference shown",
  "cannot say": () => "cannot say"
};

function besideOthers(release: Release): PlainColumn<UptakeRow> {
  const tests = roleTests(release);
  return {
    title: "Offered, beside all other staff",
    value: ({name}) => {
      const {is_different: verdict, difference} = tests.get(name) ?? {is_different: "cannot say", difference: null};
      return DIFFERENT[verdict]?.(difference ?? 0) ?? verdict;
    }
  };
}

/** Says how many roles differ from all other staff, tested together. */
function testedRoles(release: Release): string {
  const tests = [...roleTests(release).values()];
  const of = (isMore: boolean): number =>
    tests.filter(({is_different: is, difference}) => is === "yes" && Number(difference) > 0 === isMore).length;
  if (tests.length === 0) return "";
  const [more, less] = [of(true), of(false)];
  return `Each role is tested beside all other staff, all roles together (Benjamini–Hochberg at 5%): ${word(more)} ${more === 1 ? "was" : "were"} offered training more often, ${word(less)} less often; of the other ${tests.length - more - less} no difference is shown. `;
}

function rowsBy(release: Release, by: "role_id" | "route_id") {
  const of = (indicator: string): Map<string, Figure> =>
    new Map(
      ofLastPeriod(breakdown(release, indicator, {by: [by]})).map((figure) => [categoryOf(figure, by) ?? "", figure])
    );
  const [offered, takenUp, began] = [of(OFFERED), of(TAKEN_UP), of(BEGAN)];
  return [...offered].map(([id, figure]) => ({id, figures: [figure, takenUp.get(id)], began: began.get(id)}));
}

const SEVERAL = "On more than one route";

function routeGroup(release: Release, role: string): string {
  const routes = (release.roles.find(({role_id}) => role_id === role)?.route_ids ?? "").split(";");
  return routes.length > 1 ? SEVERAL : routeName(release, routes[0] ?? "");
}

/** The plan's routes, then roles on several, then what is no route of the plan. */
function groupOrder({routes}: Pick<Release, "routes">): string[] {
  const of = (isOfPlan: boolean): string[] =>
    routes.filter(({basis}) => (basis === "stated") === isOfPlan).map(({route_name}) => route_name);
  return [...of(true), SEVERAL, ...of(false)];
}

const routeRank = (release: Release, id: string): number => groupOrder(release).indexOf(routeName(release, id));

/** From the lowest to the highest share, named, without saying that they differ. */
function range(rows: readonly UptakeRow[]): string {
  const known = knownOffers(rows);
  if (known.length === 0) return none(rows);
  const of = (value: number): string => {
    const named = known.filter((row) => row.value === value);
    const limits = named.length === 1 && named[0]?.limits ? `, interval ${named[0].limits}` : "";
    return `${percent(value)} (${named.map(({name}) => lower(name)).join("; ")}${limits})`;
  };
  const values = known.map(({value}) => value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (least === most) return sentence(`${inSynthetic(figuresIn({rows}))}${of(least)} were offered training`);
  return sentence(`${inSynthetic(figuresIn({rows}))}offers run from ${of(least)} to ${of(most)}`);
}

/** Each route of the plan with its share. */
function byRoute(rows: readonly UptakeRow[], release: Release): string {
  const planned = new Set(release.routes.filter(({basis}) => basis === "stated").map(({route_name}) => route_name));
  const known = knownOffers(rows).filter(({name}) => planned.has(name));
  if (known.length === 0) return none(rows);
  const parts = known.map(({name, value}) => `${percent(value)} on ${lower(name)}`);
  return sentence(`${inSynthetic(figuresIn({rows}))}offers by route are ${list(parts)}`);
}

const knownOffers = (rows: readonly UptakeRow[]) =>
  rows.flatMap(({name, figures: [offered]}) =>
    offered && offered.value !== null ? [{name, value: offered.value, limits: limitsSaid(offered)}] : []
  );

const none = (rows: readonly UptakeRow[]): string =>
  rows.length === 0 ? "No survey has been received" : "Too few answered to say how many of any were offered training";

/** Which survey rows come from, and that it is synthetic where it is. */
export function survey(rows: readonly ShareRow[]): string {
  const found = latest(figuresIn({rows}));
  if (!found) return "";
  const synthetic = found.origin === "synthetic" ? " Synthetic returns." : "";
  return `Staff questionnaire, ${surveyMonth(found.period)}: per cent in two years, with 95% interval. England.${synthetic}`;
}
