-- One row per learner, role and level of the aim and area, of those who started in the academic year of the as-at date.
with

learners as (
    select
        starts.person_key,
        starts.role_id,
        starts.assigned_role_id,
        starts.nqf_level,
        starts.lea_code,
        starts.origin,
        this_year.period,
        this_year.is_part_period
    from marts.learner_starts as starts
    inner join marts.academic_year as this_year on starts.start_date between this_year.first_day and this_year.last_day
),

placed as (
    select *, 'national' as area_level, 'ENG' as area_code, 'real' as map_origin
    from learners
    union all
    select learners.*, lea_areas.area_level, lea_areas.area_code, lea_areas.map_origin
    from learners
    inner join marts.lea_areas as lea_areas using (lea_code)
    where lea_areas.area_level in ('region', 'local_lsc', 'lea')
)

select
    placed.period,
    placed.is_part_period,
    placed.area_level,
    placed.area_code,
    placed.person_key,
    placed.role_id,
    placed.assigned_role_id,
    placed.nqf_level,
    bool_or(placed.origin = 'synthetic') as is_synthetic,
    bool_or(placed.map_origin = 'estimated') as is_estimated
from placed
group by all
order by all
