import {breakdown, categoryOf} from "../breakdown.js";
import {list, plural, sentence, word} from "../format.js";
import {type Characteristic, characteristics, inOrder, staffIn} from "../peopleGroups.js";
import type {Figure, Release} from "../release.js";
import {inSynthetic, ofLastPeriod} from "../surveyWords.js";

export type Comparison = Release["comparisons"][number];

/** What groups of people are compared on: the indicator, its two families, and its words. */
export interface Measure {
  indicator: string;
  family: string; // as found
  adjusted: string; // within the same role and region
  done: string; // "were offered training"
  doing: string; // "being offered training"
}

export const MEASURES = {
  began: {
    indicator: "UPT-02",
    family: "participation_by_group",
    adjusted: "participation_by_group_adjusted",
    done: "began training",
    doing: "beginning training"
  },
  offered: {
    indicator: "OFF-01",
    family: "offers_by_group",
    adjusted: "offers_by_group_adjusted",
    done: "were offered training",
    doing: "being offered training"
  },
  takenUp: {
    indicator: "UPT-01",
    family: "uptake_by_group",
    adjusted: "uptake_by_group_adjusted",
    done: "took up an offer",
    doing: "taking up an offer"
  }
} as const satisfies Record<string, Measure>;

/** A group of people beside the largest group of its kind, as found and with role and region held equal. */
export interface GroupComparison {
  characteristic: Characteristic;
  name: string;
  reference: string;
  figure: Figure | undefined; // the group's own share
  crude: Comparison | undefined;
  adjusted: Comparison | undefined;
}

/** Returns the groups that a measure compares, for England, in the order of pages. */
export function groupComparisons(release: Release, {indicator, family, adjusted}: Measure): GroupComparison[] {
  const compared = release.comparisons.filter(({area_code}) => area_code === "ENG");
  return characteristics().flatMap((characteristic) => {
    const of = (family_id: string): Comparison[] =>
      ofLastPeriod(compared.filter((found) => found.family_id === family_id && found.dimension_1 === characteristic));
    const [crude, alike] = [of(family), of(adjusted)];
    const figures = ofLastPeriod(breakdown(release, indicator, {by: [characteristic]}));
    const rows = crude.map((found) => ({
      characteristic,
      name: found.category_1 ?? "",
      reference: found.reference ?? "",
      figure: figures.find((figure) => categoryOf(figure, characteristic) === found.category_1),
      crude: found,
      adjusted: alike.find(({category_1}) => category_1 === found.category_1)
    }));
    return inOrder(rows, ({name}) => name);
  });
}

export const isDifferent = (found: Comparison | undefined): boolean => found?.is_different === "yes";

/** Says which groups differ on a measure, as found and within the same role and region, by the rule for many comparisons. */
export function comparisonFinding(rows: readonly GroupComparison[], {done}: Measure): string {
  if (rows.length === 0) return "Nothing received lets groups of staff be compared";
  const judged = rows.flatMap(({crude, adjusted}) => [crude, adjusted]);
  if (judged.every((found) => found === undefined || found.is_different === "cannot say"))
    return "Too little is known to compare groups of staff";
  const where = inSynthetic(judged.flatMap((row) => row ?? []));
  const alike = rows.filter(({adjusted}) => isDifferent(adjusted));
  const found = rows.filter(({crude}) => isDifferent(crude));
  const then = found.filter(({adjusted}) => !isDifferent(adjusted));
  const said = (text: string): string => sentence(`${where}${text}`);
  if (alike.length > 0) {
    const rest = then.length === 0 ? "" : `; for ${list(then.map(staff))} the difference found could then be chance`;
    return said(`within the same role and region ${differ(alike, {done, by: "adjusted"})}${rest}`);
  }
  if (found.length > 0)
    return said(
      `${differ(found, {done, by: "crude"})}; within the same role and region the ${found.length === 1 ? "difference" : "differences"} could be chance`
    );
  return said(
    `no group of staff ${done} more or less often than the largest of its kind beyond what chance could bring`
  );
}

/** Says how many groups are called different on a measure, as found and within the same role and region. */
export function comparisonCounts(rows: readonly GroupComparison[]): string {
  const side = (by: "crude" | "adjusted"): {differ: number; said: string} => {
    const judged = rows.filter(({[by]: found}) => found && found.is_different !== "cannot say");
    const differ = judged.filter(({[by]: found}) => isDifferent(found)).length;
    return {differ, said: `${word(differ)} of ${plural(judged.length, "group")}`};
  };
  const [crude, adjusted] = [side("crude"), side("adjusted")];
  return sentence(
    `${crude.said} ${crude.differ === 1 ? "differs" : "differ"} as found, and ${adjusted.said} within the same role and region`
  );
}

/** "male staff were offered training less often than female staff". */
function differ(rows: readonly GroupComparison[], {done, by}: {done: string; by: "crude" | "adjusted"}): string {
  const ways = [
    ["less often", rows.filter((row) => direction(row[by]) < 0)],
    ["more often", rows.filter((row) => direction(row[by]) > 0)],
    ["at another rate", rows.filter((row) => direction(row[by]) === 0)]
  ] as const;
  const parts = ways.filter(([, members]) => members.length > 0);
  const said = parts.map(
    ([way, members], index) => `${list(members.map(staff))}${index === 0 ? ` ${done}` : ""} ${way}`
  );
  const [only] = rows;
  const than =
    rows.length === 1 && only ? staffIn(only.characteristic, only.reference) : "the largest group of the same kind";
  return `${said.join(", and ")} than ${than}`;
}

/** Below or above the group compared with; 0 where rounding has left nothing to tell it by. */
function direction(found: Comparison | undefined): number {
  if (!found) return 0;
  const {difference, ratio, ratio_lower, ratio_upper} = found;
  const limits = ratio_lower === null || ratio_upper === null ? 0 : ratio_lower + ratio_upper - 2;
  return [difference ?? 0, (ratio ?? 1) - 1, limits].find((value) => Math.abs(value) > 1e-9) ?? 0;
}

const staff = ({characteristic, name}: GroupComparison): string => staffIn(characteristic, name);
