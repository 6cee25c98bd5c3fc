/** How files of a family of indicators are named and titled; a family that is not here goes by its letters. */
const FAMILIES: Readonly<Record<string, readonly [slug: string, title: string]>> = {
  APP: ["apprenticeships", "Apprenticeships"],
  CAP: ["capacity", "Capacity"],
  DEM: ["demand", "Demand"],
  EQU: ["equality", "Equality"],
  FIN: ["money", "Money"],
  GAP: ["gaps", "Gaps in skills and qualifications"],
  IAG: ["advice", "Information, advice and barriers"],
  OFF: ["offers", "Offers of training"],
  OUT: ["outcomes", "Outcomes"],
  PLN: ["plans", "Local plans"],
  PRI: ["priorities", "Priorities and targets"],
  QUA: ["quality", "Quality of the returns"],
  REG: ["variation", "Regions and areas"],
  UPT: ["uptake", "Uptake"],
  WRK: ["workforce", "Workforce"]
};

const PERIODS: Readonly<Record<string, readonly [slug: string, title: string]>> = {
  academic: ["academic-year", "academic years"],
  financial: ["financial-year", "financial years"],
  census: ["january-census", "January census"],
  month: ["month", "months"],
  survey: ["survey", "survey"]
};

/** What a file holds: rows of the standard's own levels and periods, rows of local LSCs, or whatever has no place there. */
export type Scope = "standard" | "local_lsc" | "other_periods";

/** Returns the letters before the dash. */
export const familyOf = (indicator: string): string => indicator.split("-")[0] ?? indicator;

/** Returns the name of a file, without its ending, and its title; "synthetic" stands in both where any row is. */
export function fileName({
  family,
  periodType,
  scope,
  isSynthetic
}: {
  family: string;
  periodType: string;
  scope: Scope;
  isSynthetic: boolean;
}): {name: string; title: string} {
  const [slug, title] = FAMILIES[family] ?? [family.toLowerCase(), family];
  const [period, periodTitle] = PERIODS[periodType] ?? [periodType, periodType];
  const [of, ofTitle] = {
    standard: [period, periodTitle],
    local_lsc: [`${period}-local-lsc`, `${periodTitle}, local LSCs`],
    other_periods: ["other-periods", "counting windows and other periods"]
  }[scope] as [string, string];
  return {
    name: ["staff", slug, of, ...(isSynthetic ? ["synthetic"] : [])].join("-"),
    title: `${title}: ${ofTitle}${isSynthetic ? " (with synthetic figures)" : ""}`
  };
}
