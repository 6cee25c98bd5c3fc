-- One row per target of the plan.
with

judged as (
    select
        targets.*,
        release.as_at_date,
        least(targets.window_end_date::date, release.as_at_date) as counted_to,
        counted.actual,
        counted.baseline,
        counted.senders_returned,
        counted.senders_expected,
        coalesce(counted.records, 0) > 0 as has_returns,
        coalesce(counted.is_synthetic, false) as is_synthetic,
        coalesce(targets.window_start_date::date > release.as_at_date, false) as is_ahead,
        case
            when targets.target_value is null then 'no number set'
            when targets.window_start_date::date > release.as_at_date then 'not yet due'
            when coalesce(counted.records, 0) = 0 then 'cannot say'
            when counted.actual >= targets.target_value then 'met'
            when counted.actual > 0 then 'under way'
            else 'not yet begun'
        end as status
    from reference.targets as targets
    cross join reference.release as release
    left join marts.target_counts as counted using (target_id)
),

reasoned as (
    select
        *,
        has_returns and not is_ahead and target_value is not null as is_counted,
        case
            when status = 'no number set' then 'no_number_set'
            when is_ahead then 'not_yet_due'
            when status = 'cannot say' then 'not_returned'
        end as symbol_reason
    from judged
)

select
    reasoned.target_id,
    reasoned.priority_id,
    reasoned.title,
    reasoned.qualifier,
    reasoned.target_value,
    reasoned.target_unit,
    reasoned.window_start_date::varchar as window_start_date,
    reasoned.window_end_date::varchar as window_end_date,
    reasoned.counts,
    case when reasoned.is_counted then reasoned.actual end as actual_count,
    case when reasoned.has_returns then reasoned.baseline end as baseline_count,
    case when reasoned.is_counted then 100 * reasoned.actual / reasoned.target_value end as percent_of_target,
    case
        when reasoned.symbol_reason = 'no_number_set' then 'z'
        when reasoned.symbol_reason is not null then 'x'
    end as symbol,
    reasoned.symbol_reason,
    reasoned.status,
    case
        when reasoned.status = 'no number set' then 'The plan sets no number to reach.'
        when reasoned.is_ahead
            then 'The counting window opens on ' || reasoned.window_start_date
                || ', after ' || reasoned.as_at_date || '; what came before is no progress.'
        when reasoned.status = 'cannot say' then 'No return received tells of it.'
        when reasoned.status = 'met' then 'The number in the plan has been reached.'
        when reasoned.status = 'under way'
            then 'Counted from ' || reasoned.window_start_date || ' to ' || reasoned.counted_to
                || '; the window ends on ' || reasoned.window_end_date || '.'
        else 'The window is open and nothing has been counted in it.'
    end as status_reason,
    reasoned.as_at_date::varchar as as_at_date,
    case when reasoned.is_counted then reasoned.senders_returned end as senders_returned,
    case when reasoned.is_counted then reasoned.senders_expected end as senders_expected,
    reasoned.place,
    -- The target is the plan's; what was counted, baseline too, is as synthetic as the returns.
    case when reasoned.has_returns and reasoned.is_synthetic then 'synthetic' else 'real' end as origin
from reasoned
order by reasoned.target_id
