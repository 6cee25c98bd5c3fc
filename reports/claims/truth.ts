/** What the words of a sentence are held against, taken from published rows in another way than the sentence takes them. */
export interface Evidence {
  numbers?: readonly (number | null | undefined)[]; // all that the sentence may give; any, where left out
  holds?: readonly Statement[];
}

/** Words, in great letters or small, and whether they are true: where they are not, no sentence may have them. */
export type Statement = readonly [words: RegExp, isTrue: boolean];

/** Returns whether a sentence gives no number but those known, and has no words that are not true. */
export function isTrue(said: string, {numbers, holds = []}: Evidence): boolean {
  if (holds.some(([words, isSo]) => !isSo && new RegExp(words, "i").test(said))) return false;
  if (numbers === undefined) return true;
  const known = new Set(numbers.flatMap((number) => (typeof number === "number" ? written(number) : [])));
  return numbersIn(said).every((number) => known.has(number));
}

/** Returns the numbers of a sentence, as digits or words from three to twelve, in order; those in names and dates are none. */
export function numbersIn(said: string): number[] {
  const bare = NO_NUMBERS.reduce((text, pattern) => text.replace(pattern, " "), said.replaceAll("\u00a0", " "));
  return [...bare.matchAll(NUMBER)].map(([found]) => {
    const word = WORDS.indexOf(found.toLowerCase());
    return word < 0 ? Number(found.replaceAll(",", "")) : word + 3;
  });
}

/** A number as a sentence may write it: as it is, without its sign, whole, or with one decimal. */
const written = (number: number): number[] => {
  const size = Math.abs(number);
  return [size, Math.round(size), Math.round(10 * size) / 10];
};

const WORDS = ["three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
const NUMBER = new RegExp(`\\d[\\d,]*(?:\\.\\d+)?|\\b(?:${WORDS.join("|")})\\b`, "gi");
const MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)";
const NO_NUMBERS = [
  /\b95% (?:interval|limits)\b/g,
  /\bfour in five\b/g,
  /\b(?:every|per) 1,000\b/g,
  new RegExp(`\\b(?:\\d{1,2} )?${MONTH}(?: \\d{4})?\\b`, "g"),
  /\b(?:19|20)\d{2}(?:[–-]\d{2})?\b/g,
  /\bLevels? \d(?:(?:,| and| to) \d)*/g,
  /\bGrant \d+/g,
  /\b\d+ day\b/g, // of a programme
  /\baged (?:under )?\d+(?: to \d+)?/g
];
