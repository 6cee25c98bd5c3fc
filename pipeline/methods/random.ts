import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";

/** A stream of random numbers that its seed alone decides. */
export interface Random {
  /** Returns a share above 0 and below 1. */
  uniform(): number;
  /** Returns a normal number of mean 0 and variance 1. */
  normal(): number;
  /** Returns a gamma number of mean shape × scale; both above 0. */
  gamma(shape: number, scale?: number): number;
  /** Returns a share of mean alpha / (alpha + beta); both above 0. */
  beta(alpha: number, beta: number): number;
  /** Returns a Poisson count of a mean of 0 or more. */
  poisson(mean: number): number;
  /** Returns a negative binomial count with variance dispersion × mean; a Poisson one where the dispersion is 1. */
  negativeBinomial(mean: number, dispersion: number): number;
}

export type Seed = number | readonly [number, number, number, number];

/**
 * Returns the stream of a seed: a whole number, from which the state is made by SplitMix32, or the four words themselves.
 * Throws `invalid seed: …` for other numbers and for four zeros; the draws throw `invalid shape: …`, `invalid mean: …` and
 * `invalid dispersion: …`.
 * Sources: xoshiro128**, Blackman and Vigna, ACM Transactions on Mathematical Software 47 (2021), 36; gamma, Marsaglia and
 * Tsang, the same 26 (2000), 363-372; Poisson, Hörmann, Insurance: Mathematics and Economics 12 (1993), 39-45 (PTRS);
 * negative binomial, a gamma mixture of Poisson counts.
 */
export function random(seed: Seed): Random {
  const word = words(seed);
  const uniform = (): number => {
    const high = word() >>> 5;
    return (high * 67108864 + (word() >>> 6) + 0.5) / 9007199254740992;
  };
  const normal = (): number => normalQuantile(uniform(), 0, 1);
  const gamma = (shape: number, scale = 1): number => {
    if (!(shape > 0 && shape < Infinity && scale > 0 && scale < Infinity))
      throw new Error(`invalid shape: ${shape} with scale ${scale}`);
    if (shape < 1) return gamma(shape + 1, scale) * uniform() ** (1 / shape);
    return scale * standardGamma(shape, {uniform, normal});
  };
  const poisson = (mean: number): number => {
    if (!(mean >= 0 && mean < Infinity)) throw new Error(`invalid mean: ${mean}`);
    return mean < 10 ? fewEvents(mean, uniform) : manyEvents(mean, uniform);
  };
  return {
    uniform,
    normal,
    gamma,
    poisson,
    beta(alpha, beta) {
      const first = gamma(alpha);
      return first / (first + gamma(beta));
    },
    negativeBinomial(mean, dispersion) {
      if (!(dispersion >= 1 && dispersion < Infinity)) throw new Error(`invalid dispersion: ${dispersion}`);
      if (dispersion === 1 || mean === 0) return poisson(mean);
      return poisson(gamma(mean / (dispersion - 1), dispersion - 1));
    }
  };
}

/** Returns a function that gives the next 32 bits of xoshiro128** as a whole number. */
export function words(seed: Seed): () => number {
  const state = typeof seed === "number" ? splitMix(seed) : seed;
  if (state.every((part) => part === 0)) throw new Error(`invalid seed: ${state.join()}`);
  let [a, b, c, d] = state;
  return () => {
    const result = Math.imul(rotate(Math.imul(b, 5), 7), 9) >>> 0;
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotate(d, 11);
    return result;
  };
}

function splitMix(seed: number): readonly [number, number, number, number] {
  if (!Number.isSafeInteger(seed)) throw new Error(`invalid seed: ${seed}`);
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  };
  return [next(), next(), next(), next()];
}

const rotate = (value: number, by: number): number => (value << by) | (value >>> (32 - by));

function standardGamma(shape: number, {uniform, normal}: Pick<Random, "uniform" | "normal">): number {
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = normal();
    const v = (1 + c * z) ** 3;
    if (v > 0 && Math.log(uniform()) < z ** 2 / 2 + d * (1 - v + Math.log(v))) return d * v;
  }
}

function fewEvents(mean: number, uniform: () => number): number {
  const limit = Math.exp(-mean);
  let events = 0;
  for (let product = uniform(); product > limit; product *= uniform()) events++;
  return events;
}

/** Hörmann's transformed rejection with squeeze; its constants are those of the paper. */
function manyEvents(mean: number, uniform: () => number): number {
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverse = 1.1239 + 1.1328 / (b - 3.4);
  const squeeze = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const u = uniform() - 0.5;
    const v = uniform();
    const us = 0.5 - Math.abs(u);
    const events = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
    if (us >= 0.07 && v <= squeeze) return events;
    if (events < 0 || (us < 0.013 && v > us)) continue;
    const accepted = Math.log((v * inverse) / (a / us ** 2 + b));
    if (accepted <= events * Math.log(mean) - mean - logFactorial(events)) return events;
  }
}

/** Stirling's series, good to ten digits from ten on; below that the product. */
function logFactorial(value: number): number {
  if (value < 10) return Math.log(Array.from({length: value}, (_, index) => index + 1).reduce((a, b) => a * b, 1));
  const x = value + 1;
  return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * x) - 1 / (360 * x ** 3);
}
