-- One row per area and route: learners on the route, of the learners whose aim tells of a role.
with

-- Aims that any role may take say nothing of a route; a role on two routes puts its learner on both.
routed as (
    select
        learners.area_level,
        learners.area_code,
        role_routes.route_id,
        count(distinct learners.person_key) as learners,
        -- Some roles are on a route by our reading alone.
        bool_or(role_routes.basis <> 'stated') as is_inferred
    from marts.learners_by_area as learners
    inner join reference.role_routes as role_routes using (role_id)
    group by all
),

known as (
    select
        period,
        is_part_period,
        area_level,
        area_code,
        count(distinct person_key) as learners,
        bool_or(is_synthetic) as is_synthetic
    from marts.learners_by_area
    where role_id is not null and area_level in ('national', 'region')
    group by all
)

select
    'UPT-05' as indicator_id,
    'academic' as period_type,
    known.period,
    known.is_part_period,
    known.area_level,
    known.area_code,
    routed.route_id,
    definitions.unit,
    'rate' as measure,
    routed.learners as numerator,
    known.learners as denominator,
    100 * routed.learners / known.learners as value,
    coverage.senders_returned,
    coverage.senders_expected,
    case
        when known.is_synthetic then 'synthetic'
        when routed.is_inferred then 'estimated'
        else 'real'
    end as origin
from known
inner join routed using (area_level, area_code)
inner join reference.indicators as definitions on definitions.indicator_id = 'UPT-05'
left join marts.provider_coverage as coverage using (area_level, area_code)
order by all
