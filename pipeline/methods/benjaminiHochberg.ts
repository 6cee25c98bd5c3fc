/** A comparison after its whole family has been looked at. */
export interface FamilyTest {
  pValue: number;
  /** The least rate of false discoveries at which this comparison would still be called different. */
  adjusted: number;
  isDifferent: boolean;
}

/**
 * Returns, in the order given, each p-value of one declared family with its adjusted value (a share of 1) and whether the
 * two figures may be called different when at most `rate` of such calls may be false, 0.05 unless said.
 * Throws `invalid p-value: …` or `invalid rate: …` outside 0 to 1.
 * Source: Benjamini and Hochberg, Journal of the Royal Statistical Society B 57 (1995), 289-300.
 */
export function benjaminiHochberg(pValues: readonly number[], {rate = 0.05}: {rate?: number} = {}): FamilyTest[] {
  if (!(rate > 0 && rate < 1)) throw new Error(`invalid rate: ${rate}`);
  for (const pValue of pValues) if (!(pValue >= 0 && pValue <= 1)) throw new Error(`invalid p-value: ${pValue}`);
  const size = pValues.length;
  const falling = pValues.map((pValue, index) => ({pValue, index})).sort((one, two) => two.pValue - one.pValue);
  const tests: FamilyTest[] = [];
  let adjusted = 1;
  for (const [place, {pValue, index}] of falling.entries()) {
    adjusted = Math.min(adjusted, pValue * (size / (size - place)));
    tests[index] = {pValue, adjusted, isDifferent: adjusted <= rate};
  }
  return tests;
}
