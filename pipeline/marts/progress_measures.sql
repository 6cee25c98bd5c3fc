-- One row per figure about priorities and targets: promises met, progress, forecast, rate needed, and reach.
with

of_priority as (
    select milestone_id, status, null as category from marts.milestones
    union all
    select milestone_id, status, priority_id as category from marts.milestones where priority_id is not null
),

promises as (
    select
        of_priority.category,
        count(*) filter (where of_priority.status in ('met', 'missed', 'due, not known')) as due_count,
        count(*) filter (where of_priority.status = 'met') as met_count,
        count(*) filter (where of_priority.status = 'missed') as missed_count
    from of_priority
    group by all
),

promise_counts as (
    unpivot promises
    on due_count, met_count, missed_count
    into name quantity value figure
),

-- A priority for which the plan sets no number gets no percentage, of its promises either.
promise_figures as (
    select
        'PRI-01' as indicator_id,
        case when category is not null then 'priority' end as dimension_1,
        category as category_1,
        case quantity
            when 'due_count' then 'promises due'
            when 'met_count' then 'promises known to be met'
            else 'promises known to be missed'
        end as unit,
        'published_fact' as measure,
        figure::double as value
    from promise_counts
    union all by name
    select
        'PRI-01' as indicator_id,
        case when category is not null then 'priority' end as dimension_1,
        category as category_1,
        'per cent of promises due' as unit,
        'published_fact' as measure,
        case when due_count > 0 then met_count end as numerator,
        case when due_count > 0 then due_count end as denominator,
        case when due_count > 0 then 100 * met_count / due_count end as value,
        case when due_count = 0 then 'not_yet_due' end as symbol_reason
    from promises
    where category is null or category not in ('v', 'viii', 'x')
),

targets as (
    select
        progress.*,
        progress.qualifier = 'up to' as is_ceiling,
        replace(progress.target_unit, ' a year', '') as counting_unit,
        left(progress.window_start_date, 7) || ' to ' || left(progress.window_end_date, 7) as period,
        coalesce(progress.symbol_reason, forecasts.symbol_reason, 'not_enough_data') as absent_reason,
        -- The target and the months are public, so that what is needed a month is of counts to the middle of their ten.
        case
            when progress.required_monthly_count is not null and progress.months_left_count > 0
                then greatest(progress.target_value - 10 * floor(progress.actual_count / 10) - 5, 0)
                    / progress.months_left_count
        end as needed_monthly,
        case when progress.recent_count > 0 then (10 * floor(progress.recent_count / 10) + 5) / 3 end as recent_monthly
    from marts.progress as progress
    left join marts.target_forecasts as forecasts using (target_id)
),

target_figures as (
    select
        target_id,
        'PRI-02' as indicator_id,
        'per cent of target' as unit,
        'rate' as measure,
        actual_count as numerator,
        case when actual_count is not null then target_value end as denominator,
        percent_of_target as value,
        symbol_reason
    from targets
    union all by name
    -- Room below a ceiling is no gap.
    select
        target_id,
        'PRI-02' as indicator_id,
        counting_unit || ' still to reach' as unit,
        'count' as measure,
        case when actual_count is not null then greatest(target_value - actual_count, 0) end as value,
        symbol_reason
    from targets
    where target_value is not null and not is_ceiling
    union all by name
    select
        target_id,
        'PRI-03' as indicator_id,
        counting_unit || ' forecast at the end of the window' as unit,
        'statistic' as measure,
        forecast_median_count as value,
        forecast_lower_count as lower,
        forecast_upper_count as upper,
        case when forecast_median_count is not null then 0.95 end as interval_level,
        case when forecast_median_count is null then absent_reason end as symbol_reason
    from targets
    where target_value is not null
    union all by name
    select
        target_id,
        'PRI-03' as indicator_id,
        counting_unit || ' forecast at the end of the window, with 80 per cent limits' as unit,
        'statistic' as measure,
        forecast_median_count as value,
        forecast_lower_80_count as lower,
        forecast_upper_80_count as upper,
        0.8 as interval_level
    from targets
    where forecast_median_count is not null
    union all by name
    select
        target_id,
        'PRI-03' as indicator_id,
        'per cent chance of reaching the target' as unit,
        'statistic' as measure,
        case when is_certain then 100 * probability else least(greatest(100 * probability, 1), 99) end as value
    from targets
    where probability is not null
    union all by name
    select
        target_id,
        'PRI-04' as indicator_id,
        counting_unit || ' needed a month' as unit,
        'statistic' as measure,
        needed_monthly as value,
        case
            when needed_monthly is not null then null
            when symbol_reason is not null then symbol_reason
            when is_ceiling then 'not_applicable'
            else 'not_enough_data'
        end as symbol_reason
    from targets
    where target_value is not null
    union all by name
    select
        target_id,
        'PRI-04' as indicator_id,
        'ratio to the last three months' as unit,
        'statistic' as measure,
        needed_monthly / recent_monthly as value
    from targets
    where required_ratio is not null and needed_monthly is not null and recent_monthly is not null
),

-- The returns of the programme count starts on each course, so whoever starts both counts twice.
behaviour as (
    select sum(starts)::double as starts, coalesce(bool_or(origin = 'synthetic'), false) as is_synthetic
    from marts.programme_months
    where programme_id in ('Q23', 'Q24')
),

-- The plan says approximately 20,000; the limits are what 18,000 and 22,000 would make of it.
reach as (
    select
        'PRI-05' as indicator_id,
        'per cent of staff in the field' as unit,
        'statistic' as measure,
        case when starts > 0 then 100 * starts / 20000 end as value,
        case when starts > 0 then 100 * starts / 22000 end as lower,
        case when starts > 0 then 100 * starts / 18000 end as upper,
        case when coalesce(starts, 0) = 0 then case
            -- The pathfinder, with which the programme begins.
            when (select as_at_date from reference.release)
                <= (select due_date::date from reference.milestones where milestone_id = 'M22') then 'not_yet_due'
            else 'not_returned'
        end end as symbol_reason,
        case when is_synthetic then 'synthetic' else 'real' end as origin
    from behaviour
),

academic as (
    select year(as_at_date) - (month(as_at_date) < 8)::integer as first_year
    from reference.release
),

plan_so_far as (
    select left(min(due_date), 7) || ' to ' || left(max(as_at_date), 7) as period
    from marts.milestones
),

together as (
    select
        promise_figures.*,
        'window' as period_type,
        plan_so_far.period,
        false as is_part_period,
        'real' as origin
    from promise_figures
    cross join plan_so_far
    union all by name
    select
        target_figures.* exclude (target_id),
        'target' as dimension_1,
        target_figures.target_id as category_1,
        'window' as period_type,
        coalesce(targets.period, 'no window') as period,
        coalesce(targets.window_end_date > targets.as_at_date, false) as is_part_period,
        counted.senders_returned,
        counted.senders_expected,
        targets.origin
    from target_figures
    inner join targets using (target_id)
    left join marts.target_counts as counted using (target_id)
    union all by name
    select
        reach.*,
        'academic' as period_type,
        academic.first_year || '-' || lpad(((academic.first_year + 1) % 100)::varchar, 2, '0') as period,
        true as is_part_period
    from reach
    cross join academic
)

select
    together.indicator_id,
    together.period_type,
    together.period,
    together.is_part_period,
    'national' as area_level,
    'ENG' as area_code,
    together.dimension_1,
    together.category_1,
    together.unit,
    together.measure,
    together.numerator::double as numerator,
    together.denominator::double as denominator,
    together.value,
    together.lower::double as lower,
    together.upper::double as upper,
    together.interval_level::double as interval_level,
    null::double as base,
    together.senders_returned,
    together.senders_expected,
    null::double as population_share,
    together.symbol_reason,
    together.origin
from together
order by all
