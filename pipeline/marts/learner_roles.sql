-- One row per learner and area, of those who started in the academic year: how well the returns tell a role.
with

learners as (
    select
        learners.period,
        learners.is_part_period,
        learners.area_level,
        learners.area_code,
        learners.person_key,
        bool_or(learners.role_id is not null) as is_told_by_aim,
        bool_or(learners.assigned_role_id is not null) as is_assigned,
        bool_or(learners.is_synthetic) as is_synthetic
    from marts.learners_by_area as learners
    where learners.area_level in ('national', 'region')
    group by all
)

select
    learners.period,
    learners.is_part_period,
    learners.area_level,
    learners.area_code,
    learners.person_key,
    case when learners.is_told_by_aim then 'Aim' when learners.is_assigned then 'Occupation' else 'None' end as method,
    learners.is_synthetic
from learners
order by all
