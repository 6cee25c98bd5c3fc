import type {Words} from "./release.js";

const LOCALE = "en-GB";
const whole = new Intl.NumberFormat(LOCALE, {maximumFractionDigits: 0});
const tenth = new Intl.NumberFormat(LOCALE, {maximumFractionDigits: 1});
const longDate = new Intl.DateTimeFormat(LOCALE, {day: "numeric", month: "long", year: "numeric", timeZone: "UTC"});
const and = new Intl.ListFormat(LOCALE, {type: "conjunction"});
const WORDS = ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** Returns 7000 as "7,000". */
export const count = (value: number): string => whole.format(value);

/** Returns 35.6 as "36%". */
export const percent = (value: number): string => `${whole.format(value)}%`;

/** Returns 35.64 as "35.6", and 36 as "36.0". */
export const tenths = (value: number): string => value.toFixed(1);

/** Returns 51000000 as "£51m". */
export const millions = (value: number): string => `£${tenth.format(value / 1_000_000)}m`;

/** Returns 2004-06-30 as "30 June 2004". */
export const date = (iso: string): string => longDate.format(new Date(`${iso}T00:00:00Z`));

/** Returns a text with its dates written in words. */
export const withDates = (text: string): string => text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, date);

/** Returns 2023-24 as "2023/24", the way the publisher writes an academic year. */
export const academicYear = (period: string): string => period.replace(/^(\d{4})-(\d{2})/, "$1/$2");

/** Returns a text with its years written as the plan writes them: 2004–05. */
export const withYears = (text: string): string => text.replace(/\b(\d{4})-(\d{2})\b(?!-)/g, "$1–$2");

/** Returns whole numbers up to ten as words, others in figures. */
export const word = (value: number): string => WORDS[value] ?? count(value);

/** Returns "a, b and c". */
export const list = (parts: readonly string[]): string => and.format(parts);

/** Returns "one target", "two targets". */
export const plural = (value: number, one: string, many = `${one}s`): string =>
  `${word(value)} ${value === 1 ? one : many}`;

/** Returns the text with its first letter in upper case. */
export const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Returns "up to 10,000", "around 7,000", "1,300": what the plan says, with its qualifier. */
export function qualified(value: number, qualifier: string, write: (value: number) => string = count): string {
  const said = qualifier.trim().toLowerCase();
  return said === "" || EXACT.has(said) ? write(value) : `${said} ${write(value)}`;
}

const EXACT = new Set(["exactly", "=", "none", "n/a"]);

/** Returns the text with its first letter in lower case, unless it begins with an abbreviation. */
export const lower = (text: string): string =>
  /^[A-Z]([a-z ]|$)/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** A cell that may have no number. */
export interface Cell {
  symbol: string | null;
  symbol_reason: string | null;
}

/** Why a number is not there: what to show and what to say. */
export interface Missing {
  word: string;
  speech: string;
}

/** Returns why a cell has no number, in the words of its reason where there is one, else of its symbol. */
export function missing({symbol, symbol_reason}: Cell, {symbols, reasons}: Words): Missing {
  const known = isKey(symbols, symbol) ? symbols[symbol] : symbols.x;
  const {word, speech} = isKey(reasons, symbol_reason) ? reasons[symbol_reason] : known;
  return {word, speech};
}

function isKey<T extends object>(of: T, key: string | null): key is Extract<keyof T, string> {
  return key !== null && key in of;
}
