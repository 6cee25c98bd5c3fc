/**
 * Returns the middle of the ten that a count lies in: 0 to 9 give 5, 10 to 19 give 15. A statistic of counts so taken tells
 * whoever undoes it which ten a count lies in and no more; beside the count as the gate rounds it (0, or a multiple of ten
 * less than ten away) at least nine numbers of the ten stay possible, while of the nearest ten it could be four.
 * Throws `invalid count: …` below 0.
 */
export function middleOfTen(count: number): number {
  if (!(count >= 0 && count < Infinity)) throw new Error(`invalid count: ${count}`);
  return 10 * Math.floor(count / 10) + 5;
}
