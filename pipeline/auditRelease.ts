import {join} from "node:path";
import {type AuditPolicy, type AuditResult, audit} from "./audit/audit.js";
import {factRows} from "./audit/facts.js";
import {type Release, readRelease} from "./audit/release.js";
import {SURFACE} from "./contracts/published/figureTables.js";
import {POLICY} from "./gate/policy.js";

/** Audits the published files in a folder, and beside them those of the release before, by the policy in force. */
export async function auditRelease(folder: string, {previous}: {previous?: string} = {}): Promise<AuditResult> {
  const release = readRelease(folder);
  const earlier = previous === undefined ? undefined : readRelease(previous);
  const facts = new Set([
    ...(await factsIn(release, folder)),
    ...(earlier && previous ? await factsIn(earlier, previous) : [])
  ]);
  return audit(release, {surface: SURFACE, policy: policyWith(facts), earlier});
}

async function factsIn(release: Release, folder: string): Promise<unknown[]> {
  const places = await factRows(join(folder, "indicators.csv"), factConditions());
  return (release.tables.get("indicators") ?? []).filter((_, place) => places.has(place));
}

/** Returns what makes a published figure a fact, in SQL; what is smaller than its rule lets pass is none. */
export function factConditions(): string[] {
  return POLICY.facts.map(({where, smallest}) =>
    smallest === undefined
      ? where
      : `(${where}) and (try_cast(value as double) = 0 or try_cast(value as double) >= ${smallest})`
  );
}

function policyWith(facts: ReadonlySet<unknown>): AuditPolicy {
  return {
    base: POLICY.roundingBase,
    fewestChoices: POLICY.fewestChoices,
    smallestGroup: POLICY.smallestGroup,
    rateDecimals: POLICY.rateDecimals,
    surveyDecimals: POLICY.surveyDecimals,
    moneyDecimals: POLICY.moneyDecimals,
    coverageDecimals: POLICY.coverageDecimals,
    statisticDecimals: POLICY.statisticDecimals,
    fineCostBase: POLICY.fineCostBase,
    tables: POLICY.tables,
    symbolsWithoutCoverage: POLICY.symbolsWithoutCoverage,
    smallestSurveyBase: POLICY.smallestSurveyBase,
    surveyWeightRatio: POLICY.surveyWeightRatio,
    scaleOf: (unit) => POLICY.rateScales.find((rate) => new RegExp(rate.unit).test(unit))?.scale ?? 1,
    isFact: (row) => facts.has(row)
  };
}
