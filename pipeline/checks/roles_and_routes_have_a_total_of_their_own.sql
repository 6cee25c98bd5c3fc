-- One row per survey figure whose total is missing, rests on fewer people than a role, or on roles added up.
with

totals as (
    select indicator_id, period, area_level, area_code, dimension_1, category_1, base
    from marts.survey_estimates
    where role_id is null and route_id is null and dimension_2 is null
),

parts as (
    select
        indicator_id,
        period,
        area_level,
        area_code,
        dimension_1,
        category_1,
        max(base) as largest,
        sum(base) filter (where role_id is not null) as roles
    from marts.survey_estimates
    where role_id is not null or route_id is not null
    group by all
)

select
    'marts.survey_estimates' as file,
    case
        when totals.base is null then parts.indicator_id || ' has a total'
        when totals.base < parts.largest then parts.indicator_id || ' counts each person of a role in the total'
        else parts.indicator_id || ' counts a person once in the total'
    end as rule,
    coalesce(totals.base, 0) || ' in all, ' || parts.largest || ' in the largest part, ' || coalesce(parts.roles, 0)
        || ' over roles' as rows
from parts
left join totals
    on totals.indicator_id = parts.indicator_id
    and totals.period = parts.period
    and totals.area_code = parts.area_code
    and totals.dimension_1 is not distinct from parts.dimension_1
    and totals.category_1 is not distinct from parts.category_1
where totals.base is null or totals.base < parts.largest or totals.base > coalesce(parts.roles, totals.base)
order by all
