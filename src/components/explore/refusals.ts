import {list, plural, sentence} from "../format.js";
import type {Figure} from "../release.js";
import {byName, nameOfArea, splitBy} from "./breakdowns.js";
import {levelsOf, narrowed, periodsOf} from "./choices.js";
import type {Facts} from "./facts.js";
import {periodInFull} from "./periods.js";
import {areaTest, type Shown, withinArea} from "./selection.js";
import {type ExploreState, LEVELS, type Level} from "./state.js";

/** Why something that was asked for is not shown, and what there is instead. */
export interface Refusal {
  text: string;
  offers: readonly {name: string; change: Partial<ExploreState>}[];
}

export const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  national: "England",
  region: "regions",
  local_lsc: "local LSCs",
  lea: "LEAs"
};

/** Returns why levels of areas, single areas or the period that a state asks for have no figure. */
export function refusals(
  figures: readonly Figure[],
  {state, rows, facts}: {state: ExploreState; rows: readonly Shown[]; facts: Facts}
): Refusal[] {
  const there = narrowed(figures, {unit: state.unit, by: state.by});
  const inPeriod = narrowed(there, {period: state.period});
  if (inPeriod.length === 0) return [noPeriod(there, state)];
  if (state.areas.length === 0)
    return rows.length > 0 ? [] : [{text: "No area is chosen.", offers: levelOffers(inPeriod)}];
  return [...levelRefusals(inPeriod, {there, state}), ...areaRefusals(inPeriod, {state, facts})];
}

/** Returns "by route and topic"; "in total" where a state breaks nothing down. */
function byPhrase(by: string): string {
  const names = splitBy(by).map(byName);
  return names.length === 0 ? "in total" : `by ${list(names)}`;
}

/** Returns "England, regions and local LSCs". */
const levelList = (levels: readonly Level[]): string => list(levels.map((level) => LEVEL_NAMES[level]));

function noPeriod(there: readonly Figure[], state: ExploreState): Refusal {
  const periods = periodsOf(there);
  return {
    text: `There are no figures ${byPhrase(state.by)} for this period.`,
    offers: periods.slice(-4).map((figure) => ({
      name: sentence(periodInFull(figure)),
      change: {period: `${figure.period_type}:${figure.period}`}
    }))
  };
}

function levelRefusals(
  inPeriod: readonly Figure[],
  {there, state}: {there: readonly Figure[]; state: ExploreState}
): Refusal[] {
  const levels = levelsOf(inPeriod);
  const absent = LEVELS.filter((level) => state.areas.includes(level) && !levels.includes(level));
  if (absent.length === 0) return [];
  const elsewhere = levelsOf(there).some((level) => absent.includes(level));
  const asked = elsewhere ? `${byPhrase(state.by)} for this period` : byPhrase(state.by);
  const text = `Not published ${asked} for ${levelList(absent)}, only for ${levelList(levels)}.${reason({state, absent, inPeriod})}`;
  const byTotals = state.by !== "" ? [{name: "Show totals instead", change: {by: ""}}] : [];
  return [{text, offers: [...levelOffers(inPeriod).slice(0, 2), ...byTotals]}];
}

const levelOffers = (figures: readonly Figure[]): Refusal["offers"] =>
  levelsOf(figures).map((level) => ({name: `Show ${LEVEL_NAMES[level]}`, change: {areas: [level], within: ""}}));

const GUARDED = ["role_id", "sex", "age band", "ethnic group", "disability", "working pattern"];
const LOCAL: readonly Level[] = ["local_lsc", "lea"];

/** Which tables may be published is declared before anything is counted; these are the rules of that list. */
function reason({
  state,
  absent,
  inPeriod
}: {
  state: ExploreState;
  absent: readonly Level[];
  inPeriod: readonly Figure[];
}): string {
  const isLocal = absent.some((level) => LOCAL.includes(level));
  const guarded = splitBy(state.by).filter((by) => GUARDED.includes(by));
  if (isLocal && guarded.length > 0)
    return ` Disclosure control: figures by ${list(guarded.map(byName))} are not given for small areas, where they could tell of single people.`;
  if (isLocal && inPeriod.every(({period_type}) => period_type === "month"))
    return " Disclosure control: months are not given for small areas, where they could tell of single people; a year to date is.";
  if (isLocal && splitBy(state.by).length > 1)
    return " Disclosure control: two breakdowns at once are not given for small areas, where they could tell of single people.";
  return " Which tables may be published is declared beforehand, so that together they tell nobody apart; this one is not among them.";
}

/** Areas of a level that is there, of which nothing is. */
function areaRefusals(inPeriod: readonly Figure[], {state, facts}: {state: ExploreState; facts: Facts}): Refusal[] {
  const isAsked = areaTest(state, facts);
  const have = new Set(inPeriod.map(({area_code}) => area_code));
  const levels: readonly string[] = levelsOf(inPeriod);
  const single = state.areas.filter((area) => !LEVELS.some((level) => level === area));
  const absent = facts.areas.filter(
    ({area_code, area_level}) =>
      isAsked({area_code, area_level}) &&
      !have.has(area_code) &&
      (levels.includes(area_level) || single.includes(area_code))
  );
  if (absent.length === 0) return isNothingWithin(inPeriod, {state, facts});
  const names = absent.slice(0, 5).map(({area_code}) => nameOfArea(area_code, facts));
  const rest = absent.length - names.length;
  const all = rest > 0 ? list([...names, plural(rest, "other area")]) : list(names);
  return [{text: `This release holds no figure ${byPhrase(state.by)} for ${all}.`, offers: []}];
}

function isNothingWithin(inPeriod: readonly Figure[], {state, facts}: {state: ExploreState; facts: Facts}): Refusal[] {
  if (state.within === "") return [];
  const inside = withinArea(state.within, facts);
  if (inPeriod.some(({area_code, area_level}) => inside.has(area_code) && state.areas.includes(area_level))) return [];
  if (state.areas.includes("national")) return [];
  return [
    {
      text: `No area of the levels chosen lies in ${nameOfArea(state.within, facts)}.`,
      offers: [{name: "Show all of England", change: {within: ""}}]
    }
  ];
}
