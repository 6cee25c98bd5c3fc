import {POLICY} from "./policy.js";
import {rounded} from "./rounding.js";

/**
 * Returns SQL that is true for a figure whose programme has an exact total which, set beside the rounded parts, would
 * leave fewer choices for a small part than the policy allows.
 */
export function isBetrayed(treatment: string): string {
  const isPart = `${treatment} = 'count' and dimension_1 is not null and dimension_2 is null`;
  const isExact = `${treatment} = 'fact' and dimension_1 is null and value >= ${POLICY.roundingBase}`;
  const total = `max(value) filter (where ${isExact}) over ${BESIDE}`;
  const over = (sql: string): string => `sum(${sql}) filter (where ${isPart}) over ${BESIDE}`;
  const small = over(`case when value > 0 and value < ${POLICY.roundingBase} then 1 else 0 end`);
  const choices = `least(${total} - ${over(LEAST)}, ${over(MOST)} - ${total}) + 1`;
  return `(${isPart} and coalesce(${small} > 0 and ${choices} < ${POLICY.fewestChoices}, false))`;
}

const BESIDE = `(partition by ${[
  "mart",
  "indicator_id",
  "period_type",
  "period",
  "area_level",
  "area_code",
  "role_id",
  "route_id",
  "programme_id",
  "nqf_level",
  "unit"
].join(", ")})`;
const HALF = POLICY.roundingBase / 2;
const LEAST = `case when value = 0 then 0 else greatest(${rounded("value")} - ${HALF}, 1) end`;
const MOST = `case when value = 0 then 0 else ${rounded("value")} + ${HALF} - 1 end`;
