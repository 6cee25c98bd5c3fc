/** Why a cell has no number, or has one that needs a word beside it. The only list; every format draws from it. */
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
  low: {word: "low", speech: "1 to 9, too small to show", meaning: "1 to 9: not zero, and too small to show."},
  u: {word: "unreliable", speech: "too unreliable to publish", meaning: "Rests on too few answers to be relied on."}
} as const;

export type Symbol = keyof typeof SYMBOLS;

/** The closed list of reasons behind a symbol. */
export const REASONS = {
  not_applicable: {symbol: "z", word: "not applicable"},
  no_number_set: {symbol: "z", word: "the plan sets no number"},
  not_yet_due: {symbol: "x", word: "not yet due"},
  not_asked: {symbol: "x", word: "not asked"},
  not_collected: {symbol: "x", word: "not collected"},
  not_returned: {symbol: "x", word: "not returned"},
  dont_know: {symbol: "x", word: "don't know"},
  blank: {symbol: "x", word: "left blank"},
  held: {symbol: "x", word: "return held"},
  not_published: {symbol: "x", word: "not published at the source"},
  not_enough_data: {symbol: "x", word: "not enough data"},
  withheld: {symbol: "c", word: "withheld"},
  low: {symbol: "low", word: "low"},
  unreliable: {symbol: "u", word: "unreliable"}
} as const satisfies Record<string, {symbol: Symbol; word: string}>;

export type Reason = keyof typeof REASONS;
