/** What two figures must tell of their coverage to be compared. */
export interface Covered {
  senders_returned: number | null;
  senders_expected: number | null;
  population_share?: number | null;
}

/** Figures whose shares of senders, or of the population, lie further apart than this are not alike. */
const MOST_APART = 0.1;

/**
 * Returns whether two figures may be compared as they stand: both rest on no senders, or on shares of them, and of the
 * population where both tell it, that lie at most `MOST_APART` apart. A figure that tells its coverage is never like one
 * that does not.
 */
export function coverageAlike(a: Covered, b: Covered): boolean {
  const [left, right] = [senderShare(a), senderShare(b)];
  if ((left === null) !== (right === null)) return false;
  const isNear = (one: number | null, other: number | null): boolean =>
    one === null || other === null || Math.abs(one - other) <= MOST_APART + 1e-9;
  return isNear(left, right) && isNear(a.population_share ?? null, b.population_share ?? null);
}

/** Returns what stands beside a comparison of unlike coverage; empty where it is alike. */
export function coverageMark(a: Covered, b: Covered): string {
  if (coverageAlike(a, b)) return "";
  return `not comparable as they stand: ${said(a)} beside ${said(b)}`;
}

function senderShare({senders_returned, senders_expected}: Covered): number | null {
  if (senders_returned === null || senders_expected === null || senders_expected === 0) return null;
  return senders_returned / senders_expected;
}

const said = ({senders_returned, senders_expected}: Covered): string =>
  senders_returned === null || senders_expected === null
    ? "no senders counted"
    : `${senders_returned} of ${senders_expected} senders`;
