import type {DuckDBConnection} from "@duckdb/node-api";
import {linkage} from "../contracts/published/linkage.js";
import {COVERAGE_REASON, POLICY} from "./policy.js";
import {isLow, isUnreliable, rounded, symbolOf} from "./rounding.js";
import {fillTable} from "./tables.js";

const UNIT = "learners per 1,000 staff";

/**
 * Fills `published.linkage`: persons rounded, the rate from rounded parts alone, precision and recall to one decimal. How
 * many pairs were joined is not told: beside two ways of counting it would narrow a small difference between them.
 */
export async function passLinkage(connection: DuckDBConnection): Promise<void> {
  const [learners, staff] = [rounded("learners_count"), rounded("staff_count")];
  await fillTable(connection, {
    table: linkage,
    select: `
with reasoned as (
    select
        ways.*,
        case
            when persons_count = 0 or staff_count is null then 'not_collected'
            when senders_expected > 0 and senders_returned / senders_expected < ${POLICY.withheldBelow}
                then '${COVERAGE_REASON}'
            when ${isLow("learners_count")} or ${staff} < ${POLICY.smallestBase} then 'low'
            when ${isUnreliable(learners, staff)} then 'unreliable'
        end as reason
    from marts.linkage_quality as ways
)
select
    linkage_method, threshold, is_chosen, period, is_part_period, origin,
    case when persons_count > 0 and not ${isLow("persons_count")} then ${rounded("persons_count")} end as persons_count,
    '${UNIT}' as unit,
    case when reason is null then ${learners} end as numerator,
    case when reason is null then ${staff} end as denominator,
    case when reason is null then round(1000 * ${learners} / ${staff}, ${POLICY.rateDecimals}) end as value,
    case when reason is null then round(100 * estimated_precision, 1) end as precision_percent,
    case when reason is null then round(100 * estimated_recall, 1) end as recall_percent,
    case when reason is distinct from 'low' then senders_returned end as senders_returned,
    case when reason is distinct from 'low' then senders_expected end as senders_expected,
    ${symbolOf("reason")} as symbol,
    reason as symbol_reason,
    provenance.provenance_id
from reasoned
inner join published.provenance as provenance on provenance.mart = 'linkage_quality'`
  });
}
