/** What is searched of an entry. */
export interface Searched {
  name: string;
  text: string; // all that its line says, its name included
}

/** Returns the entries that fit every word of a question, the best first; those that fit alike keep their order. */
export function matches<T extends Searched>(entries: readonly T[], question: string): T[] {
  const words = wordsOf(question);
  if (words.length === 0) return [];
  return entries
    .map((entry) => ({entry, score: scoreOf(entry, words)}))
    .filter(({score}) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({entry}) => entry);
}

/** Returns the words of a text as they are compared: without case, accents and the s of a plural. */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/(?<=\w)['’](?=\w)/g, "");
  return (plain.match(/[a-z]{3}-\d+|[a-z0-9]+/g) ?? []).map((word) => SHORT[word] ?? singular(word));
}

/** Words that people write for others. */
const SHORT: Readonly<Record<string, string>> = {
  ta: "teaching",
  tas: "teaching",
  council: "lsc",
  councils: "lsc",
  leas: "lea",
  lscs: "lsc",
  nvqs: "nvq"
};

const singular = (word: string): string =>
  word.length > 4 && /[^su]s$/.test(word) && !/\d/.test(word) ? word.slice(0, -1) : word;

function scoreOf({name, text}: Searched, words: readonly string[]): number {
  const [ofName, ofText] = [wordsOf(name), wordsOf(text)];
  let score = 0;
  for (const word of words) {
    const best = Math.max(4 * closeness(ofName, word), closeness(ofText, word));
    if (best === 0) return 0;
    score += best;
  }
  const isWhole = ofName.join(" ") === words.join(" ");
  const isStart = ofName.join(" ").startsWith(words.join(" "));
  return score + (isWhole ? 40 : isStart ? 12 : 0) + 1 / (1 + ofName.length); // of two alike, the shorter name
}

/** How well the best of some words fits: whole 5, from its start 3, within 1, but for one letter 1. */
function closeness(words: readonly string[], wanted: string): number {
  let best = 0;
  for (const word of words) {
    if (word === wanted) return 5;
    if (word.startsWith(wanted)) best = Math.max(best, 3);
    else if (wanted.length > 2 && word.includes(wanted)) best = Math.max(best, 1);
    else if (wanted.length > 4 && isOneOff(word, wanted)) best = Math.max(best, 1);
  }
  return best;
}

/** True where one letter more, less, other or changed with its neighbour makes one word of the other, or its start. */
function isOneOff(word: string, wanted: string): boolean {
  let at = 0;
  while (at < wanted.length && word[at] === wanted[at]) ++at;
  const rest = wanted.slice(at);
  return (
    word.slice(at + 1).startsWith(rest.slice(1)) ||
    word.slice(at).startsWith(rest.slice(1)) ||
    word.slice(at + 1).startsWith(rest) ||
    word.slice(at).startsWith(`${rest[1] ?? ""}${rest[0] ?? ""}${rest.slice(2)}`)
  );
}
