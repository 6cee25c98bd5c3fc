-- One row per programme and academic year in which learners were due to finish, up to the as-at date.
with

cohorts as (
    select
        programme.programme_id,
        programme.origin,
        programme.cohort_planned_end_date as planned_end_date,
        coalesce(sum(programme.starts), 0) as started,
        coalesce(sum(programme.completions), 0) as completed
    from stage.programme as programme
    cross join reference.release as release
    where programme.month <= strftime(release.as_at_date, '%Y-%m')
    group by all
),

-- Those who go on are not finished yet, and those who withdrew never will be: both were due to be.
aims as (
    select
        learner_starts.programme_id,
        learner_starts.origin,
        learner_starts.planned_end_date,
        count(*) as started,
        count(*) filter (
            where learner_starts.completion_status = '2' and learner_starts.actual_end_date <= release.as_at_date
        ) as completed
    from marts.learner_starts as learner_starts
    cross join reference.release as release
    where
        learner_starts.programme_id is not null
        and learner_starts.programme_id not in (select programme_id from stage.programme)
    group by all
),

due as (
    select
        together.*,
        year(planned_end_date) - (month(planned_end_date) < 8)::integer as start_year
    from (select * from cohorts union all by name select * from aims) as together
    cross join reference.release as release
    where planned_end_date <= release.as_at_date
),

assessments as (
    select
        programme.programme_id,
        programme.origin,
        year((programme.month || '-01')::date) - (month((programme.month || '-01')::date) < 8)::integer as start_year,
        programme.assessed,
        programme.passed
    from stage.programme as programme
    cross join reference.release as release
    where programme.assessed is not null and programme.month <= strftime(release.as_at_date, '%Y-%m')
),

rates as (
    select
        'OUT-02' as indicator_id,
        programme_id,
        start_year,
        sum(completed)::bigint as numerator,
        sum(started)::bigint as denominator,
        case when bool_or(origin = 'synthetic') then 'synthetic' else min(origin) end as origin
    from due
    group by all
    union all by name
    select
        'OUT-05' as indicator_id,
        programme_id,
        start_year,
        coalesce(sum(passed), 0)::bigint as numerator,
        sum(assessed)::bigint as denominator,
        case when bool_or(origin = 'synthetic') then 'synthetic' else min(origin) end as origin
    from assessments
    group by all
)

select
    rates.indicator_id,
    'academic' as period_type,
    rates.start_year || '-' || lpad(((rates.start_year + 1) % 100)::varchar, 2, '0') as period,
    release.as_at_date < make_date(rates.start_year + 1, 7, 31) as is_part_period,
    'national' as area_level,
    'ENG' as area_code,
    rates.programme_id,
    'per cent' as unit,
    'rate' as measure,
    rates.numerator,
    rates.denominator,
    100 * rates.numerator / rates.denominator as value,
    rates.origin
from rates
cross join reference.release as release
where rates.denominator > 0
order by all
