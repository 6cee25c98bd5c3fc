import {type FigureKey, type Ratio, ratioOf, type Surface} from "../contracts/published/surface.js";
import {isReason, REASONS} from "../contracts/symbols.js";
import {isPercentage, nameOf} from "./knowledge.js";
import type {ReleaseRow} from "./release.js";

/** How fine a number may be given: so many decimals (−1: whole tens), so many significant figures, or multiples of a step. */
export type Fineness = {decimals: number} | {figures: number} | {step: number};

export interface ShapePolicy {
  base: number;
  rateDecimals: number;
  surveyDecimals: number;
  moneyDecimals: number;
  coverageDecimals: number;
  statisticDecimals: readonly ({unit: string} & Fineness)[]; // the first pattern that the unit fits
  symbolsWithoutCoverage: readonly string[];
  scaleOf(unit: string): number;
  isFact(row: ReleaseRow): boolean;
}

interface ShapeOptions {
  surface: Surface;
  policy: ShapePolicy;
}

/** Sums of public money, which no number of people stands behind. */
const MONEY = /^pounds (allocated|budgeted|spent)$/;
const PARTS = ["numerator", "denominator"] as const;
const NUMBERS = ["value", "lower", "upper", ...PARTS, "base"] as const;
const COVERAGE = ["senders_returned", "senders_expected", "population_share"] as const;

/**
 * Returns, as sentences, the figures that are not of the shape which the policy gives their kind: a number of people that
 * is not rounded, a decimal too many, a rate or a limit of it that was not worked out from the parts shown, a number
 * beside a symbol. Already published facts keep the shape of their source.
 */
export function shapeFaults(rows: readonly ReleaseRow[], options: ShapeOptions): string[] {
  return rows.flatMap((row) => {
    const faults = options.policy.isFact(row) ? [] : faultsOfNumbers(row, options);
    const shares = tooFine(row, {name: "population_share", fineness: {decimals: options.policy.coverageDecimals}});
    return [...faultsOfSymbol(row, options), ...faults, ...shares].map((fault) => `${nameOf(keyOf(row))}: ${fault}`);
  });
}

function faultsOfSymbol(row: ReleaseRow, {policy}: ShapeOptions): string[] {
  const {symbol, symbol_reason: reason, value, bound} = row;
  if (symbol === null) {
    if (reason !== null) return [`a reason, ${reason}, without its symbol`];
    return value === null && bound === null ? ["neither a number nor a reason why there is none"] : [];
  }
  const text = String(symbol);
  const isGiven = (name: string): boolean => row[name] !== null && row[name] !== undefined;
  // How many answers there were says why they are too few.
  const beside = NUMBERS.filter((name) => isGiven(name) && !(name === "base" && text === "u"));
  const senders = COVERAGE.filter((name) => isGiven(name) && policy.symbolsWithoutCoverage.includes(text));
  const faults = [...beside, ...senders].map((name) => `${name} stands beside the symbol ${text}`);
  if (!isReason(String(reason)) || REASONS[String(reason) as keyof typeof REASONS].symbol !== text)
    faults.push(`${reason} is no public reason for the symbol ${text}`);
  return faults;
}

function faultsOfNumbers(row: ReleaseRow, options: ShapeOptions): string[] {
  const {surface, policy} = options;
  const figure = keyOf(row);
  const counts = (...names: readonly string[]): string[] => names.flatMap((name) => notRounded(row, {name, policy}));
  const fine = (fineness: Fineness, names: readonly string[] = ["value", "lower", "upper"]): string[] =>
    names.flatMap((name) => tooFine(row, {name, fineness}));
  const without = (...names: readonly string[]): string[] =>
    names.filter((name) => row[name] !== null).map((name) => `${name} is given, and belongs to no figure of its kind`);

  const ratio = ratioOf(surface, figure);
  if (row.bound !== null && (isRate(figure, surface) || row.value !== null))
    return ["a bound is given of a number of people, or beside a number"];
  if (surface.quantities[figure.unit]) return [...counts("value", "lower", "upper"), ...without(...PARTS, "base")];
  if (ratio) {
    const known = ratio.isPublic ? [] : counts("denominator");
    const faults = [...counts("numerator"), ...known, ...fine({decimals: policy.rateDecimals}), ...without("base")];
    return faults.length > 0 ? faults : notFromParts(row, {ratio, policy});
  }
  if (figure.period_type === "survey" && isPercentage(figure.unit))
    return [...counts("base"), ...fine({decimals: policy.surveyDecimals}), ...without(...PARTS)];
  const faults = without(...PARTS, "base");
  if (isMoney(figure.unit)) return [...faults, ...fine({decimals: policy.moneyDecimals})];
  const rule = policy.statisticDecimals.find(({unit}) => new RegExp(unit).test(figure.unit));
  if (rule) return [...faults, ...fine(rule)];
  return [...faults, ...(row.value === null ? [] : [`no rule says how fine ${figure.unit} may be given`])];
}

function notRounded(row: ReleaseRow, {name, policy}: {name: string; policy: ShapePolicy}): string[] {
  const number = row[name];
  if (typeof number !== "number" || (number >= 0 && number % policy.base === 0)) return [];
  return [`${name} is ${number}, which is no multiple of ${policy.base}`];
}

function tooFine(row: ReleaseRow, {name, fineness}: {name: string; fineness: Fineness}): string[] {
  const number = row[name];
  if (typeof number !== "number" || number === 0) return [];
  if (!isTooFine(number, fineness)) return [];
  const most =
    "figures" in fineness
      ? `${fineness.figures} significant figures`
      : "step" in fineness
        ? `steps of ${fineness.step}`
        : `${fineness.decimals} decimals`;
  return [`${name} is ${number}, finer than ${most}`];
}

/** Returns a number as it may be given. */
export function coarsened(number: number, fineness: Fineness): number {
  if (number === 0) return 0;
  if ("figures" in fineness) return Number(number.toPrecision(fineness.figures));
  const step = "step" in fineness ? fineness.step : 10 ** -fineness.decimals;
  return Math.round(number / step) * step;
}

/** Returns whether a number is given finer than it may be. */
export function isTooFine(number: number, fineness: Fineness): boolean {
  return Math.abs(coarsened(number, fineness) - number) >= 1e-9 * Math.max(1, Math.abs(number));
}

/** Returns whether a unit is that of a sum of public money. */
export function isMoney(unit: string): boolean {
  return MONEY.test(unit);
}

/** Returns whether a figure is a number of people, or a rate whose parts are shown. */
export function isRate(figure: FigureKey, surface: Surface): boolean {
  return surface.quantities[figure.unit] !== undefined || ratioOf(surface, figure) !== undefined;
}

/** A rate, and Wilson's limits of it, come from the parts that stand beside them: from the true ones they would tell them. */
function notFromParts(row: ReleaseRow, {ratio, policy}: {ratio: Ratio; policy: ShapePolicy}): string[] {
  const {numerator, denominator, value, lower, upper} = row;
  if (value === null && lower === null && upper === null) return [];
  if (typeof numerator !== "number" || typeof denominator !== "number" || denominator <= 0)
    return [`a rate without the ${ratio.numerator} and ${ratio.denominator} that it comes from`];
  const share = numerator / denominator;
  const halfWidth = 10 ** -policy.rateDecimals / 2 + 1e-9;
  const scale = policy.scaleOf(String(row.unit));
  const from = {value: share, lower: wilsonLimit(share, denominator, -1), upper: wilsonLimit(share, denominator, 1)};
  return (["value", "lower", "upper"] as const).flatMap((name) => {
    const number = row[name];
    if (typeof number !== "number" || Math.abs(number - from[name] * scale) <= halfWidth) return [];
    return [`${name} is ${number}, which ${numerator} of ${denominator} do not give`];
  });
}

/**
 * Returns Wilson's lower (−1) or upper (1) limit of a share at 95 per cent, as a share: Journal of the American Statistical
 * Association 22 (1927), 209-212.
 */
export function wilsonLimit(given: number, base: number, sign: 1 | -1): number {
  const square = 1.959963984540054 ** 2;
  const share = Math.min(given, 1);
  const half = Math.sqrt(square * ((share * (1 - share)) / base + square / (4 * base ** 2)));
  return Math.min(Math.max((share + square / (2 * base) + sign * half) / (1 + square / base), 0), 1);
}

const keyOf = (row: ReleaseRow): FigureKey => row as unknown as FigureKey;
