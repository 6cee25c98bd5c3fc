import {NUMBERS_ELSEWHERE, type NumberRule} from "../contracts/published/numbersElsewhere.js";
import type {Release, ReleaseRow} from "./release.js";
import {isTooFine} from "./shape.js";

/** Tables whose numbers are judged one by one elsewhere. */
const FIGURES = "indicators";

interface Options {
  base: number;
  facts: Readonly<Record<string, unknown>>; // tables that hold nothing about people
}

/**
 * Returns, as sentences, the numbers in other tables than that of figures which are not declared, are finer than declared,
 * or are not what the numbers shown beside them give: a rate of progress is of the rounded count.
 */
export function faultsElsewhere(release: Release, {base, facts}: Options): string[] {
  const faults: string[] = [];
  for (const [table, rows] of release.tables) {
    if (table === FIGURES || table in facts) continue;
    for (const row of rows) {
      const own = Object.entries(row).flatMap(([column, value]) =>
        typeof value === "number" ? faultOf(value, {rule: ruleOf(table, column), base}) : []
      );
      const worked = table === "progress" ? notWorkedOut(row) : [];
      faults.push(...[...own, ...worked].map((fault) => `${nameOf(table, row)}: ${fault}`));
    }
  }
  return faults;
}

interface Ruled {
  column: string;
  rule?: NumberRule;
}

function ruleOf(table: string, column: string): Ruled {
  const rules: Readonly<Record<string, NumberRule | undefined>> = NUMBERS_ELSEWHERE[table] ?? {};
  return {column, rule: rules[column]};
}

function faultOf(value: number, {rule: {column, rule}, base}: {rule: Ruled; base: number}): string[] {
  if (rule === "open") return [];
  if (rule === undefined) return [`${column} is ${value}, a number that is not declared`];
  if (rule === "people")
    return value >= 0 && value % base === 0 ? [] : [`${column} is ${value}, which is no multiple of ${base}`];
  return isTooFine(value, rule) ? [`${column} is ${value}, finer than ${rule.decimals} decimals`] : [];
}

/** The target and the months left are public, so that a rate of the true count would give it. */
function notWorkedOut(row: ReleaseRow): string[] {
  const {target_value: target, actual_count: actual, months_left_count: months} = row;
  const given = (column: string, expected: number): string[] => {
    const value = row[column];
    if (typeof value !== "number" || Math.abs(value - expected) <= 0.5 + 1e-9) return [];
    return [`${column} is ${value}, which ${actual} of ${target} does not give`];
  };
  if (typeof target !== "number" || typeof actual !== "number") return [];
  return [
    ...given("percent_of_target", (100 * actual) / target),
    ...(typeof months === "number" && months > 0
      ? given("required_monthly_count", Math.max(target - actual, 0) / months)
      : [])
  ];
}

const nameOf = (table: string, row: ReleaseRow): string =>
  [table, row.target_id ?? row.family_id ?? row.linkage_method ?? row.sender_id, row.month ?? row.period]
    .filter((text) => typeof text === "string")
    .join(" ");
