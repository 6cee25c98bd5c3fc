import {breakdown} from "../../src/components/breakdown.js";
import type {Figure, Release} from "../../src/components/release.js";
import {latest} from "../../src/components/select.js";
import {shareSaid} from "../../src/components/surveyWords.js";

/** Returns the figure of an indicator for all staff of England, of the last period. */
export const ofAll = (release: Release, indicator: string): Figure | undefined => latest(breakdown(release, indicator));

/** Returns "more than half of posts, 71% (95% interval 69 to 72)": a share and on which side of a half it lies, where that is sure. */
export function besideHalf(figure: Figure & {value: number}, of: string): string {
  const {lower, upper} = figure;
  if (lower !== null && lower > 50) return `more than half of ${of}, ${shareSaid(figure)},`;
  if (upper !== null && upper < 50) return `fewer than half of ${of}, ${shareSaid(figure)},`;
  return `${shareSaid(figure)} of ${of}`;
}
