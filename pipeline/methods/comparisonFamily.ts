import {benjaminiHochberg} from "./benjaminiHochberg.js";

/** A comparison of a declared family. Its p-value is null where the sample gives no test. */
export interface NamedTest {
  name: string;
  pValue: number | null;
}

/** What may be said of a comparison once its whole family has been looked at. */
export interface FamilyComparison extends NamedTest {
  /** The least rate of false discoveries at which it would still be called different; null without a test. */
  adjusted: number | null;
  isDifferent: boolean;
}

/**
 * Returns each comparison of one declared family, in the order given, with whether its two figures may be called different
 * when at most `rate` (a share of 1, 0.05 unless said) of such calls may be false. A text or a mark may call two figures
 * different by `isDifferent` alone: never by intervals that do not overlap, nor by a p-value on its own. The family, all
 * that a reader could compare in one place, is declared before the results are seen. A comparison without a test is never
 * different and does not count towards the size of the family.
 * Throws `duplicate comparison: …`, `invalid p-value: …` or `invalid rate: …`.
 * Source: Benjamini and Hochberg (1995), Journal of the Royal Statistical Society B 57, 289-300.
 */
export function comparisonFamily(tests: readonly NamedTest[], {rate = 0.05}: {rate?: number} = {}): FamilyComparison[] {
  const seen = new Set<string>();
  for (const {name} of tests) {
    if (seen.has(name)) throw new Error(`duplicate comparison: ${name}`);
    seen.add(name);
  }
  const tested = benjaminiHochberg(
    tests.flatMap(({pValue}) => (pValue === null ? [] : [pValue])),
    {rate}
  );
  let place = 0;
  return tests.map(({name, pValue}) => {
    const result = pValue === null ? undefined : tested[place++];
    return {name, pValue, adjusted: result?.adjusted ?? null, isDifferent: result?.isDifferent ?? false};
  });
}
