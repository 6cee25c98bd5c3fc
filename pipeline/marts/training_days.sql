-- One row per programme (none: all together) and area: days of training in the academic year per 1,000 staff.
-- Who finished had all days of the programme; who left, or is still there, the share of them that had gone by then.
-- The rate is of starts and staff to the middle of their ten (methods/tens.ts): a known length would give starts away.
with

months as (
    select
        programme.*,
        this_year.as_at_date,
        last_day((programme.month || '-01')::date) as month_end
    from stage.programme as programme
    cross join marts.academic_year as this_year
    where
        programme.month <= strftime(this_year.as_at_date, '%Y-%m')
        and programme.cohort_start_date between this_year.first_day and this_year.as_at_date
),

-- Of days that were never said, nothing can be said.
timed as (
    select
        *,
        least(
            greatest(
                (month_end - cohort_start_date + 1) / (cohort_planned_end_date - cohort_start_date + 1), 0
            ),
            1
        ) as share_by_month,
        least(
            greatest(
                (as_at_date - cohort_start_date + 1) / (cohort_planned_end_date - cohort_start_date + 1), 0
            ),
            1
        ) as share_by_now
    from months
    where days is not null
),

cohorts as (
    select
        programme_id,
        lea_code,
        origin,
        days,
        share_by_now,
        coalesce(sum(starts), 0) as starts,
        coalesce(sum(starts), 0) - coalesce(sum(completions), 0) - coalesce(sum(withdrawals), 0) as under_way,
        coalesce(sum(completions), 0) as completions,
        coalesce(sum((withdrawals * coalesce(share_by_month, 0))::decimal(18, 6)), 0) as withdrawn_shares
    from timed
    group by
        programme_id,
        route_or_level,
        cohort,
        provider_id,
        lea_code,
        sender_id,
        origin,
        days,
        share_by_now
),

delivered as (
    select
        programme_id,
        lea_code,
        origin,
        starts,
        (days * (completions + withdrawn_shares + greatest(under_way, 0) * coalesce(share_by_now, 0)))
            ::decimal(18, 6) as days
    from cohorts
),

placed as (
    select programme_id, origin, starts, days, 'national' as area_level, 'ENG' as area_code from delivered
    union all
    select
        delivered.programme_id, delivered.origin, delivered.starts, delivered.days, lea_areas.area_level, lea_areas.area_code
    from delivered
    inner join marts.lea_areas as lea_areas using (lea_code)
    where lea_areas.area_level = 'region'
),

shown as (
    select * replace (null as programme_id) from placed
    union all
    select * from placed
),

summed as (
    select
        programme_id,
        area_level,
        area_code,
        sum(days) as days,
        sum(starts)::bigint as starts,
        bool_or(origin = 'synthetic') as is_synthetic
    from shown
    group by all
),

staff as (
    select
        area_level,
        area_code,
        arg_max(headcount, census_month) as headcount,
        arg_max(origin, census_month) = 'synthetic' as is_synthetic
    from stage.workforce
    where
        headcount > 0
        and category = 'all' and phase = 'all' and characteristic = 'all'
        and area_level in ('national', 'region')
        and census_month <= (select strftime(as_at_date, '%Y-%m') from reference.release)
    group by all
),

-- Programmes that people started this year, and whose length no return tells.
without_length as (
    select months.programme_id, bool_or(months.origin = 'synthetic') as is_synthetic
    from marts.programme_months as months
    cross join marts.academic_year as this_year
    where
        months.starts > 0
        and months.month >= strftime(this_year.first_day, '%Y-%m')
        and months.programme_id not in (select programme_id from delivered)
    group by all
),

figures as (
    select
        summed.programme_id,
        summed.area_level,
        summed.area_code,
        summed.starts,
        summed.days::double as numerator,
        staff.headcount as denominator,
        (1000 * summed.days)::double / (10 * floor(staff.headcount / 10) + 5)
            * case when summed.starts > 0 then (10 * floor(summed.starts / 10) + 5) / summed.starts else 1 end as value,
        null as symbol_reason,
        summed.is_synthetic or staff.is_synthetic as is_synthetic
    from summed
    inner join staff using (area_level, area_code)
    union all by name
    select
        programme_id,
        'national' as area_level,
        'ENG' as area_code,
        'not_collected' as symbol_reason,
        is_synthetic
    from without_length
    union all by name
    select 'national' as area_level, 'ENG' as area_code, 'not_enough_data' as symbol_reason, false as is_synthetic
    where not exists (select 1 from summed inner join staff using (area_level, area_code))
)

select
    'OUT-09' as indicator_id,
    'academic' as period_type,
    this_year.period,
    this_year.is_part_period,
    figures.area_level,
    figures.area_code,
    figures.programme_id,
    'days per 1,000 staff' as unit,
    'statistic' as measure,
    figures.numerator,
    figures.denominator,
    figures.value,
    figures.starts as base,
    sent.senders_returned,
    sent.senders_expected,
    figures.symbol_reason,
    case when figures.is_synthetic then 'synthetic' else 'real' end as origin
from figures
cross join marts.academic_year as this_year
left join marts.starts as sent
    on sent.unit = 'starts'
    and sent.period_type = 'academic'
    and left(sent.period, 4)::integer = year(this_year.first_day)
    and sent.area_level = figures.area_level
    and sent.area_code = figures.area_code
    and sent.programme_id is not distinct from figures.programme_id
    and sent.dimension_1 is null
order by all
