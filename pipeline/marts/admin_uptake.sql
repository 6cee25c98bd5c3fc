-- One row per area: learners who started in the academic year per 1,000 staff.
with

-- A learner with aims at two providers is one person, in an area and in England.
learners as (
    select
        period,
        is_part_period,
        area_level,
        area_code,
        count(distinct person_key) as learners,
        bool_or(is_synthetic) as is_synthetic,
        bool_or(is_estimated) as is_estimated
    from marts.learners_by_area
    group by all
),

periods as (
    select distinct period, is_part_period from marts.learners_by_area
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
        and area_level in ('national', 'region', 'local_lsc')
        and census_month <= (select strftime(as_at_date, '%Y-%m') from reference.release)
    group by all
)

select
    'UPT-03' as indicator_id,
    'academic' as period_type,
    periods.period,
    periods.is_part_period,
    staff.area_level,
    staff.area_code,
    definitions.unit,
    'rate' as measure,
    coalesce(learners.learners, 0) as numerator,
    staff.headcount as denominator,
    1000 * coalesce(learners.learners, 0) / staff.headcount as value,
    coverage.senders_returned,
    coverage.senders_expected,
    case
        when staff.is_synthetic or learners.is_synthetic then 'synthetic'
        when learners.is_estimated then 'estimated'
        else 'real'
    end as origin
from staff
cross join periods
left join learners using (period, area_level, area_code)
inner join reference.indicators as definitions on definitions.indicator_id = 'UPT-03'
left join marts.provider_coverage as coverage using (area_level, area_code)
order by all
