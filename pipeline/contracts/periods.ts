/** The kinds of years and dates that a figure can be of. */
export const PERIOD_TYPES = {
  academic: "Academic year (August to July)",
  financial: "Financial year (April to March)",
  census: "January census",
  month: "Month",
  survey: "Survey date",
  window: "Counting window of a target"
} as const;

/** Which months a part period covers, where the source says. A period stands for itself where none is listed. */
const PART_PERIODS = [{family: "APP", period: "2025-26", covers: "August to April"}] as const;

/** Returns the months that an incomplete period covers ("August to April"), or undefined where the source is silent. */
export function partPeriod(indicatorId: string, period: string): string | undefined {
  return PART_PERIODS.find((part) => indicatorId.startsWith(`${part.family}-`) && part.period === period)?.covers;
}
