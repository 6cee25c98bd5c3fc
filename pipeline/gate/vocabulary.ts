/** Says which texts are words of ours or of the public record, so that nothing which a return says in free text passes. */
export interface Vocabulary {
  holds(text: string): boolean;
}

export interface VocabularySources {
  texts: Iterable<string>; // of reference tables: each counts as a whole, or part by part where it is a list
  code: Iterable<string>; // files of our own code: what they quote counts as a whole, or as part of a text
}

/**
 * Returns the vocabulary of a release. A text is of it where it is one of `texts` or is quoted in `code`; where it is a
 * list of such, parted by semicolons; or where it is put together of whole words that code quotes, numbers and dates.
 */
export function vocabulary({texts, code}: VocabularySources): Vocabulary {
  const quotes = new Set([...code].flatMap(quotedTexts));
  const whole = new Set([...[...texts].flatMap((text) => [text, ...partsOf(text)]), ...quotes]);
  const pieces = byStart([...quotes].map((quote) => quote.toLowerCase()).filter((quote) => /[a-z]{2}/.test(quote)));
  const known = (text: string): boolean => whole.has(text) || isPutTogether(text.toLowerCase(), pieces);
  return {
    holds: (text) => known(text) || (text.includes(";") && partsOf(text).every((part) => part !== "" && known(part)))
  };
}

const partsOf = (text: string): string[] => text.split(";").map((part) => part.trim());

/** Returns what a file of code quotes: texts in single, double and back quotes, the last parted at what is filled in. */
export function quotedTexts(code: string): string[] {
  const single = [...code.matchAll(/'((?:[^'\n]|'')*)'/g)].map(([, text = ""]) => text.replaceAll("''", "'"));
  const double = [...code.matchAll(/"((?:[^"\\\n]|\\.)*)"/g)].map(([, text = ""]) => text.replaceAll('\\"', '"'));
  const templates = [...code.matchAll(/`([^`]*)`/g)].flatMap(([, text = ""]) => text.split(/\$\{[^}]*\}/));
  return [...single, ...double, ...templates].filter((text) => text.length > 0 && text.length <= LONGEST);
}

const LONGEST = 1000;
/** Between the words of code: dates, months, spans of years, numbers, and what parts words. */
const BETWEEN = /\d{4}-\d{2}-\d{2}|\d{4}-\d{2}|\d{1,3}(?:,\d{3})+|\d{1,6}(?:\.\d+)?|[ .,;:()/–%+-]/y;
const START = 3;

function byStart(pieces: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const piece of pieces) {
    const start = piece.slice(0, START);
    const others = found.get(start);
    if (others) others.push(piece);
    else found.set(start, [piece]);
  }
  return found;
}

function isPutTogether(text: string, pieces: ReadonlyMap<string, readonly string[]>): boolean {
  if (!/[a-z]/.test(text)) return /^\d{1,4}$/.test(text); // longer numbers might be somebody's
  const reached = new Set([0]);
  for (const from of reached) {
    for (const to of ends(text, {from, pieces})) {
      if (to === text.length) return true;
      if (!splitsWord(text, to)) reached.add(to);
    }
  }
  return false;
}

function ends(
  text: string,
  {from, pieces}: {from: number; pieces: ReadonlyMap<string, readonly string[]>}
): readonly number[] {
  const starting = [1, 2, START].flatMap((length) => pieces.get(text.slice(from, from + length)) ?? []);
  const found = starting.filter((piece) => text.startsWith(piece, from)).map((piece) => from + piece.length);
  BETWEEN.lastIndex = from;
  const between = BETWEEN.exec(text);
  return between ? [...found, from + between[0].length] : found;
}

/** A word is taken whole: it is never put together of others' letters. */
const splitsWord = (text: string, at: number): boolean =>
  /[\p{L}\p{N}]/u.test(text.charAt(at - 1)) && /[\p{L}\p{N}]/u.test(text.charAt(at));
