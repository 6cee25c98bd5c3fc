/** One category of an area: how many are in it (or any weight) and its rate; null where no one is there to have one. */
export interface Category {
  category: string;
  size: number;
  rate: number | null;
}

/** What one category adds; only the sum over categories says how much mix, or rates, make. */
export interface KitagawaPart {
  category: string;
  compositionEffect: number;
  rateEffect: number;
}

/** The difference of two areas' rates, first minus second, in the unit of the rates. */
export interface Kitagawa {
  firstRate: number;
  secondRate: number;
  difference: number;
  /** What comes of who is there: the sizes differ, at the mean of both rates. */
  compositionEffect: number;
  /** What comes of the rates within categories, at the mean of both mixes. */
  rateEffect: number;
  parts: KitagawaPart[];
}

/**
 * Returns the difference between two areas' rates, first minus second, split into mix and within-category parts, which add
 * up to it. Categories must not overlap: use the main role where people hold several. A category that one area lacks takes
 * the other's rate, so that all of its part is mix.
 * Throws `duplicate category: …`, `invalid size: …` below 0, `missing rate: …` for a category with people,
 * `invalid rate: …`, `missing sizes: 0` for an area without people.
 * Source: Kitagawa, Journal of the American Statistical Association 50 (1955), 1168-1194.
 */
export function kitagawa(first: readonly Category[], second: readonly Category[]): Kitagawa {
  const [one, two] = [mixOf(first), mixOf(second)];
  const parts: KitagawaPart[] = [];
  let [firstRate, secondRate, compositionEffect, rateEffect] = [0, 0, 0, 0];
  for (const category of new Set([...one.keys(), ...two.keys()])) {
    const [mine, theirs] = [one.get(category), two.get(category)];
    const [share, otherShare] = [mine?.share ?? 0, theirs?.share ?? 0];
    const rate = mine?.rate ?? theirs?.rate ?? 0;
    const otherRate = theirs?.rate ?? rate;
    const part = {
      category,
      compositionEffect: ((share - otherShare) * (rate + otherRate)) / 2,
      rateEffect: ((rate - otherRate) * (share + otherShare)) / 2
    };
    parts.push(part);
    firstRate += share * rate;
    secondRate += otherShare * otherRate;
    compositionEffect += part.compositionEffect;
    rateEffect += part.rateEffect;
  }
  return {firstRate, secondRate, difference: firstRate - secondRate, compositionEffect, rateEffect, parts};
}

/** Returns each category's share of the area and its rate, if anyone is there. */
function mixOf(categories: readonly Category[]): Map<string, {share: number; rate: number | null}> {
  const mix = new Map<string, {share: number; rate: number | null}>();
  const total = categories.reduce((sum, {size}) => sum + size, 0);
  for (const {category, size, rate} of categories) {
    if (mix.has(category)) throw new Error(`duplicate category: ${category}`);
    if (!(size >= 0 && size < Infinity)) throw new Error(`invalid size: ${size}`);
    if (size > 0 && rate === null) throw new Error(`missing rate: ${category}`);
    if (rate !== null && !Number.isFinite(rate)) throw new Error(`invalid rate: ${rate}`);
    mix.set(category, {share: size / total, rate: size > 0 ? rate : null});
  }
  if (!(total > 0)) throw new Error("missing sizes: 0");
  return mix;
}
