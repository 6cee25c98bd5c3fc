import type {FundingLine, Release} from "./release.js";

export interface Funding {
  parts: readonly {name: string; amount: number}[]; // lines inside the total that have an amount
  named: number;
  total: number; // about this much
  residual: {lower: number | null; upper: number | null};
  lines: readonly FundingLine[]; // all but the total and the residual
}

/** Returns what the plan names of the money in 2004-05, and what it leaves unknown. Nothing is made to add up. */
export function funding({funding_lines}: Pick<Release, "funding_lines">): Funding {
  const total = funding_lines.find((line) => line.is_in_total === "total");
  const residual = funding_lines.find(isResidual);
  const lines = funding_lines.filter((line) => line !== total && line !== residual);
  const parts = lines
    .filter((line) => line.is_in_total === "yes" && line.amount_gbp !== null)
    .map((line) => ({name: nameOf(line), amount: line.amount_gbp ?? 0}));
  return {
    parts,
    named: parts.reduce((sum, {amount}) => sum + amount, 0),
    total: total?.amount_gbp ?? 0,
    residual: {lower: residual?.lower_gbp ?? null, upper: residual?.upper_gbp ?? null},
    lines
  };
}

const isResidual = ({line_id}: FundingLine): boolean => line_id === "residual";
const nameOf = ({line_name}: FundingLine): string => line_name.replace(/\s*\(.*$/, "");
