import {
  breakdownsOf,
  censusOf,
  type FigureKey,
  type StatisticPart,
  type Surface,
  statisticOf
} from "../contracts/published/surface.js";
import type {Disclosure} from "./judge.js";
import {isPercentage, type Knowledge, nameOf} from "./knowledge.js";
import {type Label, labelText, quantityOf} from "./labels.js";
import {
  type Bounds,
  boundsOf,
  type Constraint,
  moneyOf,
  type PublishedCell,
  type Range,
  type Rate
} from "./published.js";
import type {ReleaseRow} from "./release.js";
import {coarsened, type Fineness, isMoney, isRate, isTooFine} from "./shape.js";

export interface StatisticsPolicy {
  base: number;
  fewestChoices: number;
  fineCostBase: number;
  statisticDecimals: readonly ({unit: string} & Fineness)[];
  scaleOf(unit: string): number;
  isFact(row: ReleaseRow): boolean;
}

interface Options {
  surface: Surface;
  policy: StatisticsPolicy;
  knowledge: Knowledge;
}

/** What statistics tell of numbers of people. */
export interface Told {
  faults: readonly string[];
  cells: readonly PublishedCell[]; // money beside them, known exactly
  rates: readonly Rate[]; // those that counts to their ten do not give: they are taken to come of the true ones
  constraints: readonly Constraint[]; // the tens in which a count lies that statistics lead back to
  tens: ReadonlyMap<string, ReadonlySet<number>>; // those tens of each such count, by where they begin
  linked: ReadonlySet<string>; // every count that a statistic leads back to
}

/**
 * Returns what an attacker reads out of the published statistics, by the declared list of them. Where the parts of one are
 * published too (money to the pound, a number of people rounded), the tens that give it, of all that could, are those in
 * which the counts behind it lie. One that no tens give was worked out otherwise, which is a fault, and is taken to be of
 * the true counts.
 */
export function toldByStatistics(rows: readonly ReleaseRow[], options: Options): Told {
  const find = partsOf(rows, options);
  const faults: string[] = [];
  const cells = new Map<string, PublishedCell>();
  const rates: Rate[] = [];
  const tens = new Map<string, ReadonlySet<number>>();
  const linked = new Set<string>();
  for (const row of rows.filter((given) => isStatistic(given, options))) {
    const figure = row as unknown as FigureKey;
    const declared = statisticOf(options.surface, figure);
    if (!declared) faults.push(nameOf(figure));
    if (declared?.restsOn !== "tens") continue;
    const below = declared.denominator && find(declared.denominator, row);
    if (!below || below.cell === undefined) continue;
    const above = declared.numerator && find(declared.numerator, row);
    for (const {cell} of [below, ...(above ? [above] : [])]) if (cell !== undefined) linked.add(cell);
    if (declared.isShrunken || !above || typeof row.value !== "number") continue;
    const before = tens.get(below.cell);
    const fitting = tensThatFit(row, {above, below, options}).filter((ten) => before?.has(ten) ?? true);
    if (fitting.length > 0) {
      tens.set(below.cell, new Set(fitting));
      continue;
    }
    faults.push(`${nameOf(figure)}: ${row.value}, which no counts to their ten give`);
    const numerator = above.cell ?? moneyOf(nameOf(figure));
    if (above.cell === undefined) cells.set(numerator, {id: numerator, published: {exact: Math.round(above.lower)}});
    rates.push({numerator, denominator: below.cell, value: row.value, ...precision(row, options)});
  }
  const constraints = [...tens].map(([cell, found]) => ({
    terms: [{cell, factor: 1}],
    lower: Math.min(...found),
    upper: Math.max(...found) + options.policy.base - 1
  }));
  return {faults, cells: [...cells.values()], rates, constraints, tens, linked};
}

/**
 * Returns the counts, however large, of which fewer numbers are left than allowed: by the tens to which published parts
 * lead, or, where not all parts are published, by any one ten, which somebody could tell who knows more; and by intervals
 * (`narrowed`), which are in the ranges already.
 */
export function statisticDisclosures(
  {tens, linked, narrowed}: Pick<Told, "tens" | "linked"> & {narrowed: ReadonlySet<string>},
  {ranges, policy}: {ranges: ReadonlyMap<string, Range>; policy: StatisticsPolicy}
): Disclosure[] {
  return [...linked, ...narrowed].flatMap((id): Disclosure[] => {
    const range = ranges.get(id);
    if (!range || range.status === "known" || range.upper === 0) return [];
    const {lower, upper} = range;
    if (narrowed.has(id))
      return range.values < policy.fewestChoices
        ? [{id, rule: "too few values", lower, upper, values: range.values}]
        : [];
    const possible = tens.get(id) ?? new Set(tensOf(range, policy.base));
    // Of several tens nobody is told which: what counts is the one that would leave the fewest.
    const left = [...possible].map((ten) => Math.min(upper, ten + policy.base - 1) - Math.max(lower, ten, 1) + 1);
    const values = tens.has(id)
      ? left.reduce((sum, next) => sum + Math.max(next, 0), 0)
      : Math.min(...left.filter((next) => next > 0));
    const fewest = Math.min(values, range.values);
    if (fewest >= policy.fewestChoices) return [];
    return [{id, rule: "too few values", lower, upper, values: fewest}];
  });
}

/** A number that is neither of people, nor a rate of shown parts, nor a survey percentage with its base, nor money. */
function isStatistic(row: ReleaseRow, {surface, policy}: Options): boolean {
  const figure = row as unknown as FigureKey;
  if (row.value === null && row.lower === null && row.upper === null) return false;
  if (policy.isFact(row) || row.bound !== null || isMoney(figure.unit) || isRate(figure, surface)) return false;
  return !(figure.period_type === "survey" && isPercentage(figure.unit) && row.base !== null);
}

/** What is known of a part: the cell that it is, if it is one, and the numbers that it may be. */
interface Part extends Bounds {
  cell?: string;
}

function partsOf(
  rows: readonly ReleaseRow[],
  {surface, knowledge, policy}: Options
): (part: StatisticPart, row: ReleaseRow) => Part | undefined {
  const money = new Map<string, number>();
  const keyOf = (row: ReleaseRow, unit: unknown): string => {
    const figure = row as unknown as FigureKey;
    return JSON.stringify([unit, figure.period_type, figure.period, figure.area_code, breakdownsOf(figure)]);
  };
  for (const row of rows)
    if (isMoney(String(row.unit)) && typeof row.value === "number") money.set(keyOf(row, row.unit), row.value);
  const censuses = [
    ...new Set(
      [...knowledge.cells.values()].flatMap(({label}) => (label.periodType === "census" ? [label.period] : []))
    )
  ]
    .sort()
    .reverse();
  return (part, row) => {
    if ("money" in part) {
      const amount = money.get(keyOf(row, part.money));
      return amount === undefined ? undefined : {lower: amount - 0.5, upper: amount + 0.5};
    }
    // What was not returned is in neither part, so that they are not those of the whole area.
    if (row.senders_returned !== row.senders_expected && part.isLatestCensus) return;
    const times = part.isLatestCensus ? censuses.filter((period) => period <= lastMonthOf(row)) : [undefined];
    for (const census of times) {
      const id = labelText(labelOf(row, {part, census, surface}));
      const cell = knowledge.cells.get(id);
      if (cell) return {cell: id, ...boundsOf({id, published: cell.published, base: policy.base})};
    }
    return undefined;
  };
}

/** The last month of a period, or one after it that no census falls in. */
function lastMonthOf({period, period_type: type}: ReleaseRow): string {
  const text = String(period);
  return type === "month" ? text : `${Number(text.slice(0, 4)) + 1}-${type === "financial" ? "03" : "07"}`;
}

function labelOf(
  row: ReleaseRow,
  {
    part,
    census,
    surface
  }: {
    part: Exclude<StatisticPart, {money: string}>;
    census: string | undefined;
    surface: Surface;
  }
): Label {
  const figure = row as unknown as FigureKey;
  const by = new Map<string, string>(breakdownsOf(figure).filter(([name]) => !part.without?.includes(name)));
  if (part.withPart) by.set(...part.withPart);
  const own = quantityOf(surface, part.quantity).isCensus
    ? censusOf(figure)
    : {periodType: figure.period_type, period: figure.period};
  const time = census === undefined ? own : {periodType: "census", period: census};
  return {quantity: part.quantity, ...time, area: figure.area_code, by};
}

/** The tens of the denominator with which the statistic comes out as published, whatever its numerator may be. */
function tensThatFit(row: ReleaseRow, {above, below, options}: {above: Part; below: Part; options: Options}): number[] {
  const {policy} = options;
  const value = Number(row.value);
  const rule = ruleOf(row, policy);
  if (!rule) return [];
  const scale = policy.scaleOf(String(row.unit));
  const ends = above.cell === undefined ? [above.lower, above.upper] : middles(above, policy.base);
  return tensOf(below, policy.base).filter((ten) => {
    const middle = ten + policy.base / 2;
    const fineness = "figures" in rule && middle < policy.fineCostBase ? {figures: 1} : rule;
    const [least, most] = [Math.min(...ends), Math.max(...ends)].map((end) =>
      coarsened((scale * end) / middle, fineness)
    );
    return value >= (least ?? 0) - 1e-9 && value <= (most ?? 0) + 1e-9;
  });
}

/** How near the true ratio a number is that was rounded to its last figure. */
function precision(row: ReleaseRow, {policy}: Options): {halfWidth: number; scale: number} {
  const value = Number(row.value);
  const rule = ruleOf(row, policy);
  const digits = (String(value).split(".")[1] ?? "").length;
  const isFine = !rule || isTooFine(value, rule);
  const step =
    isFine || "decimals" in rule
      ? 10 ** -digits
      : "step" in rule
        ? rule.step
        : 10 ** (Math.floor(Math.log10(Math.abs(value) || 1)) - rule.figures + 1);
  return {halfWidth: step / 2, scale: policy.scaleOf(String(row.unit))};
}

const ruleOf = ({unit}: ReleaseRow, {statisticDecimals}: StatisticsPolicy) =>
  statisticDecimals.find((rule) => new RegExp(rule.unit).test(String(unit)));

/** Where the tens begin in which some numbers lie. */
function tensOf({lower, upper}: Bounds, base: number): number[] {
  const first = Math.floor(Math.max(lower, 0) / base);
  const last = Number.isFinite(upper) ? Math.floor(upper / base) : first;
  return Array.from({length: last - first + 1}, (_, index) => (first + index) * base);
}

const middles = (bounds: Bounds, base: number): number[] => tensOf(bounds, base).map((ten) => ten + base / 2);
