-- One row per academic year and area in which the aims of the levels are not all aims.
with

aims as (
    select
        start_year,
        area_code,
        coalesce(sum(due_count + not_yet_due_count) filter (where breakdown = 'total'), 0) as all_aims,
        coalesce(sum(due_count + not_yet_due_count) filter (where breakdown = 'level'), 0) as level_aims
    from marts.outcome_cohorts
    where area_level in ('national', 'region')
    group by all
)

select
    'marts.outcome_cohorts' as file,
    'aims to end in ' || aims.start_year || ' in ' || aims.area_code as rule,
    aims.all_aims || ' in all, ' || aims.level_aims || ' at their levels' as rows
from aims
where aims.all_aims <> aims.level_aims
order by all
