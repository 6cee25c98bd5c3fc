import {InvalidArgumentError} from "commander";

/** Reads a date of the command line, such as 2004-06-30. */
export function dateText(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) !== text)
    throw new InvalidArgumentError("Expected a date such as 2004-06-30.");
  return text;
}

/** Reads a whole number of the command line, from 0. */
export function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError("Expected a whole number.");
  return Number(text);
}

/** Reads a number of threads. */
export function threadsNumber(text: string): number {
  return between(text, {least: 1, most: 64, noun: "a number of threads"});
}

/** Reads a port on which anyone may listen. */
export function portNumber(text: string): number {
  return between(text, {least: 1, most: 65535, noun: "a port"});
}

/** Reads the size of simulated data. */
export function scaleNumber(text: string): number {
  const number = text.trim() === "" ? Number.NaN : Number(text);
  if (!Number.isFinite(number) || number <= 0 || number > 1000)
    throw new InvalidArgumentError("Expected a number above 0, at most 1000.");
  return number;
}

/** Reads a text that says something; a blank one is most often a variable that was not set. */
export function filledText(text: string): string {
  if (text.trim() === "") throw new InvalidArgumentError("Expected some text, got none.");
  return text;
}

function between(text: string, {least, most, noun}: {least: number; most: number; noun: string}): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(number >= least && number <= most))
    throw new InvalidArgumentError(`Expected ${noun} from ${least} to ${most}.`);
  return number;
}
