-- One row per target of the plan.
with

-- The last month of which returns tell.
told as (
    select target_id, last_day((max(month) || '-01')::date) as last_date
    from marts.target_months
    group by all
),

judged as (
    select
        targets.*,
        release.as_at_date,
        least(targets.window_end_date::date, release.as_at_date, told.last_date) as counted_to,
        counted.actual,
        counted.baseline,
        counted.senders_returned,
        counted.senders_expected,
        forecasts.* exclude (target_id, symbol_reason),
        coalesce(counted.records, 0) > 0 as has_returns,
        coalesce(counted.is_synthetic, false) as is_synthetic,
        coalesce(targets.window_start_date::date > release.as_at_date, false) as is_ahead,
        targets.qualifier = 'up to' as is_ceiling,
        -- The only rules for a target's status; which count suffices stands in marts.target_counts.
        case
            when targets.target_value is null then 'no number set'
            when targets.window_start_date::date > release.as_at_date then 'not yet due'
            when coalesce(counted.records, 0) = 0 then 'cannot say'
            when counted.actual >= counted.needed then 'met'
            when targets.window_end_date::date > release.as_at_date then case
                -- Nobody can fall short of a ceiling.
                when targets.qualifier = 'up to' then 'under way'
                when forecasts.probability >= 0.8 then 'on course'
                when forecasts.probability >= 0.2 then 'at risk'
                when forecasts.probability >= 0 then 'off course'
                else 'cannot say'
            end
            when targets.qualifier = 'up to' then 'closed'
            -- What is still to come in could make up the rest.
            when counted.senders_returned < counted.senders_expected then 'cannot say'
            else 'missed'
        end as status
    from reference.targets as targets
    cross join reference.release as release
    left join marts.target_counts as counted using (target_id)
    left join marts.target_forecasts as forecasts using (target_id)
    left join told using (target_id)
),

reasoned as (
    select
        *,
        has_returns and not is_ahead and target_value is not null as is_counted,
        'Counted from ' || window_start_date || ' to ' || counted_to || '; the window ends on '
            || window_end_date || '.' as counted_when,
        case method
            when 'planned cohorts' then 'if the cohorts to come fill as earlier ones did'
            else 'at the rate of the last ' || rate_months || ' months'
        end as condition,
        case
            when status = 'no number set' then 'no_number_set'
            when is_ahead then 'not_yet_due'
            when not has_returns then 'not_returned'
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
        when not reasoned.has_returns then 'No return received tells of it.'
        when reasoned.status = 'met' and reasoned.qualifier = 'around'
            then 'Within five per cent of the number in the plan, or above it.'
        when reasoned.status = 'met' then 'The number in the plan has been reached.'
        when reasoned.status = 'under way'
            then reasoned.counted_when || ' The number is a ceiling, so that nobody can fall short of it.'
        when reasoned.status = 'closed'
            then 'The window is over; the number is a ceiling, so that nobody can fall short of it.'
        when reasoned.status = 'missed' then 'The window is over and the number was not reached.'
        when reasoned.status = 'cannot say' and reasoned.window_end_date::date <= reasoned.as_at_date
            then 'The window is over, and returns that could make up the rest have not come.'
        when reasoned.status = 'cannot say'
            then reasoned.counted_when
                || ' Too little is known for a forecast: it takes six months, or cohorts to come.'
        else reasoned.counted_when || ' The chance of reaching it by then is ' || case reasoned.status
            when 'on course' then '80 per cent or more'
            when 'at risk' then 'between 20 and 80 per cent'
            else 'less than 20 per cent'
        end || ', ' || reasoned.condition || '.'
    end as status_reason,
    reasoned.as_at_date::varchar as as_at_date,
    case when reasoned.is_counted then reasoned.counted_to::varchar end as counted_to_date,
    reasoned.months_left as months_left_count,
    case when reasoned.is_counted then reasoned.required_monthly end as required_monthly_count,
    case when reasoned.is_counted then reasoned.recent_count end as recent_count,
    case when reasoned.is_counted then reasoned.required_ratio end as required_ratio,
    reasoned.is_feasible,
    reasoned.median as forecast_median_count,
    reasoned.lower_80 as forecast_lower_80_count,
    reasoned.upper_80 as forecast_upper_80_count,
    reasoned.lower_95 as forecast_lower_count,
    reasoned.upper_95 as forecast_upper_count,
    reasoned.probability,
    coalesce(reasoned.is_certain, false) as is_certain,
    reasoned.method as trajectory_method,
    case when reasoned.is_counted then reasoned.senders_returned end as senders_returned,
    case when reasoned.is_counted then reasoned.senders_expected end as senders_expected,
    reasoned.place,
    -- The target is the plan's; what was counted, baseline too, is as synthetic as the returns.
    case when reasoned.has_returns and reasoned.is_synthetic then 'synthetic' else 'real' end as origin
from reasoned
order by reasoned.target_id
