-- One row per area of learners per 1,000 staff, and per area and route of the routes that they are on.
with

this_year as (
    select
        make_date(year(as_at_date) - (month(as_at_date) < 8)::integer, 8, 1) as first_day,
        make_date(year(as_at_date) - (month(as_at_date) < 8)::integer + 1, 7, 31) as last_day,
        as_at_date
    from reference.release
),

learners as (
    select learner_starts.*
    from marts.learner_starts as learner_starts
    cross join this_year
    where learner_starts.start_date between this_year.first_day and this_year.last_day
),

placed as (
    select person_key, role_id, origin, 'national' as area_level, 'ENG' as area_code, 'real' as map_origin
    from learners
    union all
    select
        learners.person_key,
        learners.role_id,
        learners.origin,
        lea_areas.area_level,
        lea_areas.area_code,
        lea_areas.map_origin
    from learners
    inner join marts.lea_areas as lea_areas using (lea_code)
    where lea_areas.area_level in ('region', 'local_lsc')
),

-- A learner with aims at two providers is one person, in an area and in England.
distinct_learners as (
    select
        area_level,
        area_code,
        count(distinct person_key) as learners,
        bool_or(origin = 'synthetic') as is_synthetic,
        bool_or(map_origin = 'estimated') as is_estimated
    from placed
    group by all
),

staff as (
    select
        area_level,
        area_code,
        arg_max(headcount, census_month) as headcount,
        arg_max(origin, census_month) = 'synthetic' as is_synthetic
    from stage.workforce
    cross join this_year
    where
        headcount > 0
        and category = 'all' and phase = 'all' and characteristic = 'all'
        and census_month <= strftime(this_year.as_at_date, '%Y-%m')
    group by all
),

-- Aims that any role may take say nothing of a route; a role on two routes puts its learner on both.
routed as (
    select
        placed.area_level,
        placed.area_code,
        role_routes.route_id,
        count(distinct placed.person_key) as learners
    from placed
    inner join reference.role_routes as role_routes using (role_id)
    where placed.area_level in ('national', 'region')
    group by all
),

known as (
    select
        area_level,
        area_code,
        count(distinct person_key) as learners,
        bool_or(origin = 'synthetic') as is_synthetic,
        bool_or(map_origin = 'estimated') as is_estimated
    from placed
    where role_id is not null
    group by all
),

rates as (
    select
        'UPT-03' as indicator_id,
        staff.area_level,
        staff.area_code,
        null as route_id,
        1000 as scale,
        coalesce(distinct_learners.learners, 0) as numerator,
        staff.headcount as denominator,
        staff.is_synthetic or coalesce(distinct_learners.is_synthetic, false) as is_synthetic,
        coalesce(distinct_learners.is_estimated, false) as is_estimated
    from staff
    left join distinct_learners using (area_level, area_code)
    where staff.area_level in ('national', 'region', 'local_lsc')
    union all
    select
        'UPT-05' as indicator_id,
        routed.area_level,
        routed.area_code,
        routed.route_id,
        100 as scale,
        routed.learners as numerator,
        known.learners as denominator,
        known.is_synthetic,
        known.is_estimated
    from routed
    inner join known using (area_level, area_code)
)

select
    rates.indicator_id,
    'academic' as period_type,
    year(this_year.first_day) || '-' || lpad((year(this_year.last_day) % 100)::varchar, 2, '0') as period,
    this_year.as_at_date < this_year.last_day as is_part_period,
    rates.area_level,
    rates.area_code,
    rates.route_id,
    definitions.unit,
    'rate' as measure,
    rates.numerator,
    rates.denominator,
    rates.scale * rates.numerator / rates.denominator as value,
    coverage.senders_returned,
    coverage.senders_expected,
    case when rates.is_synthetic then 'synthetic' when rates.is_estimated then 'estimated' else 'real' end as origin
from rates
cross join this_year
inner join reference.indicators as definitions using (indicator_id)
left join marts.provider_coverage as coverage using (area_level, area_code)
order by all
