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
  await fillTable(connection, {
    table: linkage,
    select: `
with rounded as (
    select
        ways.*,
        -- The way that is used gives the uptake that stands among the figures; it is one number in both.
        coalesce(case when is_chosen then learners.rounded end, ${rounded("learners_count")}) as rounded_learners_count,
        ${rounded("coalesce(staff.rounded, staff_count)")} as rounded_staff_count, -- a published census count is shown exactly elsewhere
        coalesce((is_chosen and learners.is_hidden) or staff.is_hidden, false) as is_hidden
    from marts.linkage_quality as ways
    left join protected_cells as learners on learners.cell = 'learners|academic ' || ways.period || '|ENG'
    left join protected_cells as staff
        on staff.cell = 'staff|census ' || (left(ways.period, 4)::integer + 1) || '-01|ENG'
),
reasoned as (
    select
        rounded.*,
        case
            when persons_count = 0 or staff_count is null then 'not_collected'
            when senders_expected > 0 and senders_returned / senders_expected < ${POLICY.withheldBelow}
                then '${COVERAGE_REASON}'
            when is_hidden then 'withheld'
            when (learners_count > 0 and rounded_learners_count = 0) or rounded_staff_count < ${POLICY.smallestBase} then 'low'
            when ${isUnreliable("learners_count", "staff_count")} then 'unreliable'
        end as reason
    from rounded
)
select
    linkage_method, threshold, is_chosen, period, is_part_period, origin,
    case when persons_count > 0 and not ${isLow("persons_count")} then ${rounded("persons_count")} end as persons_count,
    '${UNIT}' as unit,
    case when reason is null then rounded_learners_count end as numerator,
    case when reason is null then rounded_staff_count end as denominator,
    case when reason is null then round(1000 * rounded_learners_count / rounded_staff_count, ${POLICY.rateDecimals}) end as value,
    case when reason is null then round(100 * estimated_precision, 1) end as precision_percent,
    case when reason is null then round(100 * estimated_recall, 1) end as recall_percent,
    case when coalesce(reason, '') not in ('low', 'withheld') then senders_returned end as senders_returned,
    case when coalesce(reason, '') not in ('low', 'withheld') then senders_expected end as senders_expected,
    ${symbolOf("reason")} as symbol,
    reason as symbol_reason,
    provenance.provenance_id
from reasoned
inner join published.provenance as provenance on provenance.mart = 'linkage_quality'`
  });
}
