-- One row per programme, academic year and area: how many finished of those who were due to by the as-at date.
with

cohorts as (
    select
        programme.programme_id,
        programme.lea_code,
        programme.origin,
        programme.cohort_planned_end_date as planned_end_date,
        'programme' as collection,
        coalesce(sum(programme.starts), 0) as base,
        coalesce(sum(programme.completions), 0) as reached
    from stage.programme as programme
    cross join reference.release as release
    where programme.month <= strftime(release.as_at_date, '%Y-%m')
    group by all
),

-- Those who go on are not finished yet, and those who withdrew never will be: both were due to be.
aims as (
    select
        programme_id,
        lea_code,
        origin,
        planned_end_date,
        'enrolment' as collection,
        count(*) as base,
        count(*) filter (where state = 'completed') as reached
    from marts.learner_starts
    where programme_id is not null and programme_id not in (select programme_id from stage.programme)
    group by all
),

due as (
    select
        together.programme_id,
        together.lea_code,
        together.origin,
        together.collection,
        year(planned_end_date) - (month(planned_end_date) < 8)::integer as start_year,
        together.base,
        together.reached
    from (select * from cohorts union all by name select * from aims) as together
    cross join reference.release as release
    where planned_end_date <= release.as_at_date
),

placed as (
    select *, 'national' as area_level, 'ENG' as area_code, null as placement
    from due
    union all
    select *, 'national' as area_level, 'ENG' as area_code, 'No LEA given' as placement
    from due
    where lea_code is null
    union all
    select due.*, lea_areas.area_level, lea_areas.area_code, null as placement
    from due
    inner join marts.lea_areas as lea_areas using (lea_code)
    where lea_areas.area_level = 'region'
)

select
    placed.programme_id,
    placed.collection,
    placed.start_year,
    placed.area_level,
    placed.area_code,
    placed.placement,
    sum(placed.reached)::bigint as numerator,
    sum(placed.base)::bigint as denominator,
    case when bool_or(placed.origin = 'synthetic') then 'synthetic' else min(placed.origin) end as origin
from placed
group by all
having sum(placed.base) > 0
order by all
