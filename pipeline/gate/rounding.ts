import {REASONS} from "../contracts/symbols.js";
import {literal} from "../warehouse.js";
import {POLICY} from "./policy.js";

/** Returns SQL for a number rounded to the policy's base, halves away from none: for what is no cell of its own. */
export function rounded(sql: string): string {
  const {roundingBase} = POLICY;
  return `cast(floor((${sql} + ${roundingBase / 2}) / ${roundingBase}) * ${roundingBase} as bigint)`;
}

/** Returns SQL that is true where a number is not zero and rounds to it. */
export function isLow(sql: string): string {
  return `(${sql} > 0 and ${rounded(sql)} = 0)`;
}

/**
 * Returns SQL that is true where rounding of both parts could move their ratio by more than the policy allows. It is
 * worked out of what is published: the rounded parts, and that none is none.
 */
export function isUnreliable(numerator: string, denominator: string): string {
  const most = POLICY.roundingBase - 1;
  const [above, below] = [`rounded_${numerator}`, `rounded_${denominator}`];
  const ratio = `${above} / ${below}`;
  const greatest = `(case when ${numerator} = 0 then 0 else ${above} + ${most} end) / (${below} - ${most})`;
  const least = `greatest(${above} - ${most}, 0) / (${below} + ${most})`;
  return `(${greatest} - ${ratio} > ${POLICY.worstRateError} or ${ratio} - ${least} > ${POLICY.worstRateError})`;
}

/**
 * Returns SQL for the band that the column effective_base lies in, null below them all: the number itself would narrow
 * what a figure rests on.
 */
export function effectiveBaseBand(): string {
  const [last, ...rest] = [...POLICY.effectiveBaseBands].reverse();
  let above: number = last ?? 0;
  const cases = [`when effective_base >= ${above} then '${above.toLocaleString("en-GB")} or more'`];
  for (const from of rest) {
    cases.push(`when effective_base >= ${from} then '${from} to ${above - 1}'`);
    above = from;
  }
  return `case ${cases.join(" ")} end`;
}

/** Returns SQL for the scale of a rate from its unit; an unknown unit gives an error when it runs. */
export function scaleOf(unit: string): string {
  const cases = POLICY.rateScales.map(
    (rate) => `when regexp_matches(${unit}, ${literal(rate.unit)}) then ${rate.scale}`
  );
  return `case ${cases.join(" ")} else error('unknown unit of a rate: ' || ${unit}) end`;
}

/** Returns SQL for the symbol of a reason. */
export function symbolOf(reason: string): string {
  const cases = Object.entries(REASONS).map(([name, {symbol}]) => `when ${literal(name)} then ${literal(symbol)}`);
  return `case ${reason} ${cases.join(" ")} end`;
}
