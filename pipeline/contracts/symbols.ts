/**
 * Why a cell has no number, or has one that needs a word beside it. The only list: CSV writes the symbol, workbooks and
 * terminals its bracket, pages the word, screen readers the speech, and notes the meaning.
 */
export const SYMBOLS = {
  z: {
    word: "not applicable",
    speech: "not applicable",
    meaning: "The figure cannot exist, or the plan sets no number."
  },
  x: {
    word: "not available",
    speech: "not available",
    meaning: "Not asked, not collected or not returned; the reason says which."
  },
  c: {
    word: "withheld",
    speech: "withheld to protect individuals",
    meaning: "Withheld so that no individual can be recognised."
  },
  low: {word: "low", speech: "low: 1 to 9, rounded to none", meaning: "1 to 9, rounded to none; never a true zero."},
  u: {word: "unreliable", speech: "too unreliable to publish", meaning: "Rests on too few answers to be relied on."}
} as const;

export type Symbol = keyof typeof SYMBOLS;

/** The closed list of reasons behind a symbol. What is confidential has one public reason, whatever the private one. */
export const REASONS = {
  not_applicable: {symbol: "z", word: "not applicable", speech: "not applicable", meaning: "The figure cannot exist."},
  no_number_set: {
    symbol: "z",
    word: "the plan sets no number",
    speech: "the plan sets no number",
    meaning: "The plan names no number to reach, so that nothing can be said of reaching it."
  },
  not_yet_due: {
    symbol: "x",
    word: "not yet due",
    speech: "not yet due",
    meaning: "What is counted begins, or is returned, after the date described."
  },
  not_asked: {
    symbol: "x",
    word: "not asked",
    speech: "not asked",
    meaning: "The question was not put, since an earlier answer ruled it out."
  },
  not_collected: {
    symbol: "x",
    word: "not collected",
    speech: "not collected",
    meaning: "No return that anybody sends asks for it."
  },
  not_returned: {
    symbol: "x",
    word: "not returned",
    speech: "not returned",
    meaning: "Asked for, and nobody who should have sent it has."
  },
  dont_know: {
    symbol: "x",
    word: "don't know",
    speech: "don't know",
    meaning: "Whoever answered said that they do not know."
  },
  blank: {symbol: "x", word: "left blank", speech: "left blank", meaning: "Asked for, and nothing was written."},
  held: {
    symbol: "x",
    word: "return held",
    speech: "return held",
    meaning: "What was sent broke a rule, and is held until its sender mends it."
  },
  not_published: {
    symbol: "x",
    word: "not published at the source",
    speech: "not published at the source",
    meaning: "The publisher of the source leaves it out."
  },
  not_enough_data: {
    symbol: "x",
    word: "not enough data",
    speech: "not enough data",
    meaning: "Too few have sent returns, or there is too little in them, for a figure."
  },
  withheld: {symbol: "c", ...SYMBOLS.c},
  low: {symbol: "low", ...SYMBOLS.low},
  unreliable: {symbol: "u", ...SYMBOLS.u}
} as const satisfies Record<string, {symbol: Symbol; word: string; speech: string; meaning: string}>;

export type Reason = keyof typeof REASONS;

/** What a reader must know of numbers that are shown. */
export const ROUNDING_NOTES = {
  zero: "0 is a true zero.",
  ten: "Numbers of people are rounded to ten: 10 may stand for any number from 1 to 19.",
  low: SYMBOLS.low.meaning
} as const;

/** Labels under which the code lists of returns say that there is no answer, and the reason that each is. */
export const MISSING_LABELS: Readonly<Record<string, Reason>> = {
  "Don't know": "dont_know",
  "Not stated": "blank",
  "Not said": "blank",
  "Not known": "dont_know",
  "Not known or not provided": "blank",
  "No information provided": "blank",
  "Other, level not known": "dont_know",
  "Assessment completed, result not known": "not_enough_data",
  "Learning complete, outcome not yet known": "not_yet_due",
  "Not yet known": "not_yet_due"
};

/** How one cell without a number stands in each format. */
export interface ShownSymbol {
  csv: Symbol; // the bare code
  bracket: `[${Symbol}]`; // workbooks and terminals
  word: string; // pages
  speech: string; // screen readers
  meaning: string; // notes
}

/** Returns how a reason stands in each format. */
export function shownReason(reason: Reason): ShownSymbol {
  const {symbol, word, speech, meaning} = REASONS[reason];
  return {csv: symbol, bracket: bracketed(symbol), word, speech, meaning};
}

/** Returns how a symbol stands in each format: by its reason where there is one, else by itself; throws where there is no such symbol. */
export function shownSymbol(symbol: string, reason: string | null = null): ShownSymbol {
  if (reason !== null && isReason(reason) && REASONS[reason].symbol === symbol) return shownReason(reason);
  if (!isSymbol(symbol)) throw new Error(`unknown symbol: ${symbol}`);
  const {word, speech, meaning} = SYMBOLS[symbol];
  return {csv: symbol, bracket: bracketed(symbol), word, speech, meaning};
}

/** Returns the reason of a code's label in a return that is no answer; undefined where it is one. */
export function missingReason(label: string): Reason | undefined {
  return MISSING_LABELS[label];
}

/** Returns a symbol in square brackets, as cells of workbooks and terminals hold it. */
export const bracketed = (symbol: Symbol): `[${Symbol}]` => `[${symbol}]`;

/** Returns true for a symbol of the list. */
export const isSymbol = (text: string): text is Symbol => Object.hasOwn(SYMBOLS, text);

/** Returns true for a reason of the list. */
export const isReason = (text: string): text is Reason => Object.hasOwn(REASONS, text);
