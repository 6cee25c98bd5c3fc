import {createHash} from "node:crypto";

/** A stream of random numbers that depends on its seed and name alone. */
export interface Random {
  next(): number; // 0 ≤ x < 1
  integer(from: number, to: number): number; // both ends included
  chance(probability: number): boolean;
  pick<T>(from: readonly T[]): T;
  weighted<T>(from: readonly (readonly [T, number])[]): T;
  normal(): number; // mean 0, variance 1
  stream(name: string): Random; // an independent stream: adding a draw in one never moves another
}

/** Returns the stream named `name` of a seed (sfc32, started from a SHA-256 of both). */
export function random(seed: number, name = ""): Random {
  const digest = createHash("sha256").update(`${seed}/${name}`).digest();
  let a = digest.readUInt32LE(0);
  let b = digest.readUInt32LE(4);
  let c = digest.readUInt32LE(8);
  let d = digest.readUInt32LE(12);
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + t;
    c |= 0;
    return (t >>> 0) / 4294967296;
  };
  const self: Random = {
    next,
    integer: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (probability) => next() < probability,
    pick: (from) => item(from, Math.floor(next() * from.length)),
    weighted(from) {
      const total = from.reduce((sum, [, weight]) => sum + weight, 0);
      let left = next() * total;
      for (const [value, weight] of from) {
        left -= weight;
        if (left < 0) return value;
      }
      return item(from, from.length - 1)[0];
    },
    normal: () => Array.from({length: 12}, next).reduce((sum, x) => sum + x, -6),
    stream: (of) => random(seed, `${name}/${of}`)
  };
  return self;
}

function item<T>(from: readonly T[], index: number): T {
  if (index < 0 || index >= from.length) throw new Error(`missing item: ${index}`);
  return from[index] as T;
}
