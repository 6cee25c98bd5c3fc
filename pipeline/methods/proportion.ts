/** How many of a base have a property. */
export interface Proportion {
  count: number;
  base: number;
}

/** Throws `invalid base: …` unless it is above 0, `invalid count: …` unless it is from 0 to the base. */
export function checkProportion({count, base}: Proportion): void {
  if (!(base > 0 && base < Infinity)) throw new Error(`invalid base: ${base}`);
  if (!(count >= 0 && count <= base)) throw new Error(`invalid count: ${count}`);
}
