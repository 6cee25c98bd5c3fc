-- One row per cost, funding line, programme (none: all), area and LEA in it: pence, and who started or finished.
-- Starts and completions are those of marts.programme_months and stage.programme in the LEAs and months whose spending
-- is known: a part of all starts, set against that spending alone.
with

-- Of a financial year, the same months of the same LEA stand on both sides.
starts as (
    select
        spending.line_id,
        spending.programme_id,
        spending.lea_code,
        spending.first_day,
        spending.pence,
        sum(months.starts)::bigint as events,
        bool_or(spending.origin = 'synthetic' or months.origin = 'synthetic') as is_synthetic
    from marts.programme_spending as spending
    inner join marts.programme_months as months
        on months.programme_id = spending.programme_id
        and months.lea_code = spending.lea_code
        and months.month between spending.first_month and spending.last_month
    where months.starts is not null
    group by all
),

cohorts as (
    select
        programme_id,
        lea_code,
        provider_id,
        route_or_level,
        cohort,
        strftime(cohort_start_date, '%Y-%m') as start_month,
        strftime(cohort_planned_end_date, '%Y-%m') as end_month,
        cohort_planned_end_date,
        sum(completions) as completions,
        bool_or(origin = 'synthetic') as is_synthetic
    from stage.programme
    where month <= (select strftime(as_at_date, '%Y-%m') from reference.release)
    group by all
),

-- Money spent while a cohort was under way is that cohort's; where one has not ended yet, whose it is cannot be told.
completions as (
    select
        spending.line_id,
        spending.programme_id,
        spending.lea_code,
        spending.first_day,
        spending.pence,
        coalesce(sum(cohorts.completions), 0)::bigint as events,
        bool_or(spending.origin = 'synthetic' or cohorts.is_synthetic) as is_synthetic
    from marts.programme_spending as spending
    inner join cohorts
        on cohorts.programme_id = spending.programme_id
        and cohorts.lea_code = spending.lea_code
        and cohorts.start_month between spending.first_month and spending.last_month
    cross join reference.release as release
    group by all
    having
        bool_and(
            coalesce(
                cohorts.end_month <= spending.last_month and cohorts.cohort_planned_end_date <= release.as_at_date,
                false
            )
        )
),

-- An academic year has 8 months, August to March, of one financial year and 4, April to July, of the next; a year
-- counts only where the LEA tells of all its months.
academic as (
    select
        spending.line_id,
        spending.programme_id,
        spending.lea_code,
        make_date(year(spending.first_day), 8, 1) as first_day,
        round((8 * spending.pence + 4 * next_year.pence) / 12)::bigint as pence,
        sum(months.starts)::bigint as events,
        bool_or('synthetic' in (spending.origin, next_year.origin, months.origin)) as is_synthetic
    from marts.programme_spending as spending
    inner join marts.programme_spending as next_year
        on next_year.line_id = spending.line_id
        and next_year.lea_code = spending.lea_code
        and next_year.programme_id = spending.programme_id
        and next_year.first_day = spending.first_day + interval 1 year
    inner join marts.programme_months as months
        on months.programme_id = spending.programme_id
        and months.lea_code = spending.lea_code
        and months.month between year(spending.first_day) || '-08' and year(spending.first_day) + 1 || '-07'
    where spending.months = 12 and next_year.months = 12 and months.starts is not null
    group by all
),

figures as (
    select *, 'FIN-02' as indicator_id, 'financial' as period_type from starts
    union all by name
    select *, 'FIN-03' as indicator_id, 'financial' as period_type from completions
    union all by name
    select *, 'FIN-02' as indicator_id, 'academic' as period_type from academic
),

shown as (
    select * from figures
    union all
    select * replace (null as programme_id) from figures
)

select
    shown.indicator_id,
    shown.period_type,
    shown.first_day,
    lea_areas.area_level,
    lea_areas.area_code,
    shown.programme_id,
    shown.line_id,
    shown.lea_code,
    sum(shown.pence)::bigint as pence,
    sum(shown.events)::bigint as events,
    bool_or(shown.is_synthetic) as is_synthetic
from shown
inner join marts.lea_areas as lea_areas using (lea_code)
where lea_areas.area_level in ('national', 'region')
group by all
order by all
