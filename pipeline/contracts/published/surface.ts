import type {AREA_LEVELS} from "../areaLevels.js";
import type {DIMENSIONS} from "../dimensions.js";
import type {PERIOD_TYPES} from "../periods.js";

export type AreaLevel = keyof typeof AREA_LEVELS;
export type PeriodType = keyof typeof PERIOD_TYPES;
export type Dimension = keyof typeof DIMENSIONS;

/** Columns that narrow a figure, beside area, period and the three pairs of dimension and category. */
export const NARROWINGS = ["role_id", "route_id", "programme_id", "nqf_level"] as const;
export type Narrowing = (typeof NARROWINGS)[number];

/** What a figure may be broken down by. */
export type Breakdown = Narrowing | Dimension;

/** A table of figures that may be published. A figure that fits none of them does not leave the gate. */
export interface FigureTable {
  table: string; // its name, unique
  indicators: readonly string[];
  by: readonly Breakdown[]; // what every figure of it is broken down by, and by nothing else
  levels: readonly AreaLevel[];
  periods: readonly PeriodType[];
}

/** What a number of people, or of what they did, is a number of, and how its cells hang together. */
export interface Quantity {
  /** Breakdowns whose parts share nothing, so that they add up to their total. */
  adds: readonly (Breakdown | "area" | "period")[];
  /** The breakdown of its own that holds what lies in no area, or in no programme: with the parts it makes up the total. */
  apart?: {readonly [Over in Breakdown | "area"]?: Breakdown};
  /** Breakdowns whose parts overlap: each is at most its total, and they never add up. */
  overlaps?: readonly (Breakdown | "area")[];
  /** Breakdowns beside which it does not change: the answers to one question rest on the same people. */
  ignores?: readonly Breakdown[];
  /** Quantities that it is never above, cell by cell. */
  within?: readonly string[];
  /** True where it is counted in January, so that in the figures of an academic year it is the count of its January. */
  isCensus?: boolean;
}

/** Which quantities stand above and below the line of a rate. */
export interface Ratio {
  indicator: string;
  unit?: string; // where an indicator has several rates
  numerator: string;
  denominator: string;
  /** False where what stands above the line can be more than what stands below it. */
  isShare: boolean;
  /** True where what stands below the line is no number of people, and public. */
  isPublic?: boolean;
}

/** A number above or below the line of a statistic that is published beside it. */
export type StatisticPart =
  | {money: string} // the unit of a published sum of money about the same
  | {
      quantity: string;
      without?: readonly Breakdown[]; // breakdowns of the statistic that it does not have
      withPart?: readonly [Breakdown, string]; // the one part of it that is meant
      isLatestCensus?: boolean; // of the last census, whatever the period of the statistic
    };

/** A published number worked out of many records, whose parts are not shown: what it can tell of numbers of people. */
export interface Statistic {
  indicator: string;
  units: readonly string[];
  /**
   * `tens`: counts taken to the middle of the ten they lie in (methods/tens.ts), so that whoever undoes it learns which
   * ten that is; `survey`: weighted answers; `records`: a model or a mean of many records; `nobody`: no people.
   */
  restsOn: "tens" | "survey" | "records" | "nobody";
  numerator?: StatisticPart;
  denominator?: StatisticPart;
  isShrunken?: boolean; // drawn towards a mean, so that its parts do not give it
  why: string; // what can be told of it, or why nothing can
}

/** A breakdown of a survey percentage whose parts, each of all who answered, come to the percentage itself. */
export interface SurveySum {
  indicator: string;
  over: Breakdown;
  isOfAll?: boolean; // its parts come to all who answered: there is no other percentage that they are parts of
}

/** Everything that can be shown, and what an attacker knows of how it hangs together. */
export interface Surface {
  tables: readonly FigureTable[];
  quantities: Readonly<Record<string, Quantity>>;
  ratios: readonly Ratio[];
  statistics: readonly Statistic[];
  surveySums?: readonly SurveySum[];
}

/** The columns that say what a figure is about. */
export interface FigureKey {
  indicator_id: string;
  period_type: string;
  period: string;
  area_level: string;
  area_code: string;
  role_id: string | null;
  route_id: string | null;
  programme_id: string | null;
  nqf_level: string | null;
  dimension_1: string | null;
  category_1: string | null;
  dimension_2: string | null;
  category_2: string | null;
  dimension_3: string | null;
  category_3: string | null;
  unit: string;
}

/** Returns what a figure is broken down by, with its category of each, sorted by the breakdown. */
export function breakdownsOf(figure: FigureKey): [breakdown: Breakdown, category: string][] {
  const found: [Breakdown, string][] = [];
  for (const column of NARROWINGS) {
    const category = figure[column];
    if (category !== null) found.push([column, category]);
  }
  for (const [dimension, category] of [
    [figure.dimension_1, figure.category_1],
    [figure.dimension_2, figure.category_2],
    [figure.dimension_3, figure.category_3]
  ]) {
    if (dimension && category) found.push([dimension as Breakdown, category]);
  }
  return found.sort(([left], [right]) => (left < right ? -1 : 1));
}

/** Returns the declared table that a figure belongs to; undefined where none lists it. Two that do are a fault of the list. */
export function tableOf(surface: Surface, figure: FigureKey): FigureTable | undefined {
  const by = breakdownsOf(figure).map(([breakdown]) => breakdown);
  const fits = surface.tables.filter(
    (table) =>
      table.indicators.includes(figure.indicator_id) &&
      (table.levels as readonly string[]).includes(figure.area_level) &&
      (table.periods as readonly string[]).includes(figure.period_type) &&
      table.by.length === by.length &&
      by.every((breakdown) => table.by.includes(breakdown))
  );
  if (fits.length > 1) throw new Error(`duplicate table: ${fits.map(({table}) => table).join(", ")}`);
  return fits[0];
}

/** Returns the quantities of a rate; undefined where none is declared. */
export function ratioOf(surface: Surface, {indicator_id, unit}: FigureKey): Ratio | undefined {
  const ratios = surface.ratios.filter((ratio) => ratio.indicator === indicator_id);
  return ratios.find((ratio) => ratio.unit === unit) ?? ratios.find((ratio) => ratio.unit === undefined);
}

/** Returns what is declared of a statistic; undefined where nothing is. */
export function statisticOf(surface: Surface, {indicator_id, unit}: FigureKey): Statistic | undefined {
  return surface.statistics.find(({indicator, units}) => indicator === indicator_id && units.includes(unit));
}

/** Returns the census that the figures of an academic year rest on, its January; any other period as it is. */
export function censusOf({period_type, period}: Pick<FigureKey, "period_type" | "period">): {
  periodType: string;
  period: string;
} {
  const year = /^(\d{4})-\d{2}$/.exec(period)?.[1];
  if (period_type !== "academic" || year === undefined) return {periodType: period_type, period};
  return {periodType: "census", period: `${Number(year) + 1}-01`};
}
