-- One row per area, route and way of counting: learners on the route, of the learners whose aim tells of a role.
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
    where learners.area_level in ('national', 'region')
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
),

-- Enrolments know no hours; the questionnaire knows how many a week people give to each role they hold.
hours as (
    select role_id, (sum(hours::decimal(9, 2)) / count(*))::double as mean_hours, bool_or(is_synthetic) as is_synthetic
    from (
        select main_role_id as role_id, main_role_hours as hours, origin = 'synthetic' as is_synthetic
        from stage.staff_questionnaire
        union all
        select second_role_id as role_id, second_role_hours as hours, origin = 'synthetic' as is_synthetic
        from stage.staff_questionnaire
        union all
        select third_role_id as role_id, third_role_hours as hours, origin = 'synthetic' as is_synthetic
        from stage.staff_questionnaire
    ) as held
    where role_id is not null and hours > 0
    group by all
),

-- A learner is one, shared among the roles of the aims by usual hours, and within a role equally among its routes.
weighed as (
    select distinct
        learners.area_level,
        learners.area_code,
        learners.person_key,
        learners.role_id,
        coalesce(hours.mean_hours, overall.mean_hours) as mean_hours,
        coalesce(hours.is_synthetic, overall.is_synthetic) as is_synthetic
    from marts.learners_by_area as learners
    cross join (
        select avg(mean_hours order by mean_hours) as mean_hours, bool_or(is_synthetic) as is_synthetic from hours
    ) as overall
    left join hours using (role_id)
    where
        learners.area_level in ('national', 'region')
        and learners.role_id in (select role_id from reference.role_routes)
),

shared as (
    select
        *,
        mean_hours / sum(mean_hours) over (partition by area_level, area_code, person_key order by role_id
            rows between unbounded preceding and unbounded following) as role_share
    from weighed
    where mean_hours > 0
),

split as (
    select
        shared.area_level,
        shared.area_code,
        role_routes.route_id,
        (shared.role_share / count(*) over (partition by shared.area_level, shared.area_code, shared.person_key,
            shared.role_id))::decimal(18, 9) as learners,
        shared.is_synthetic
    from shared
    inner join reference.role_routes as role_routes using (role_id)
),

-- A route whose learners hold no other role is a plain share of people: it is of their middle ten (methods/tens.ts).
fractions as (
    select
        split.area_level,
        split.area_code,
        split.route_id,
        (sum(split.learners) * (10 * floor(routed.learners / 10) + 5) / routed.learners)::decimal(18, 9) as learners,
        bool_or(split.is_synthetic) as is_synthetic
    from split
    inner join routed using (area_level, area_code, route_id)
    group by split.area_level, split.area_code, split.route_id, routed.learners
),

figures as (
    select
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
        case
            when known.is_synthetic then 'synthetic'
            when routed.is_inferred then 'estimated'
            else 'real'
        end as origin
    from known
    inner join routed using (area_level, area_code)
    inner join reference.indicators as definitions on definitions.indicator_id = 'UPT-05'
    union all by name
    -- The split of hours is our estimate, whoever gave the hours.
    select
        known.period,
        known.is_part_period,
        known.area_level,
        known.area_code,
        fractions.route_id,
        'per cent of learners, shared by hours' as unit,
        'statistic' as measure,
        (100 * fractions.learners / sum(fractions.learners) over (partition by fractions.area_code))::double as value,
        known.learners as base,
        case when known.is_synthetic or fractions.is_synthetic then 'synthetic' else 'estimated' end as origin
    from known
    inner join fractions using (area_level, area_code)
    union all by name
    select
        case
            when month(release.as_at_date) < 8
                then year(release.as_at_date) - 1 || '-' || lpad((year(release.as_at_date) % 100)::varchar, 2, '0')
            else year(release.as_at_date) || '-' || lpad(((year(release.as_at_date) + 1) % 100)::varchar, 2, '0')
        end as period,
        true as is_part_period,
        'national' as area_level,
        'ENG' as area_code,
        missing.unit,
        missing.measure,
        'not_enough_data' as symbol_reason,
        'real' as origin
    from reference.release as release
    cross join (
        select unit, 'rate' as measure, not exists (select 1 from routed) as is_missing
        from reference.indicators
        where indicator_id = 'UPT-05'
        union all
        select
            'per cent of learners, shared by hours' as unit,
            'statistic' as measure,
            not exists (select 1 from fractions) as is_missing
    ) as missing
    where missing.is_missing
)

select
    'UPT-05' as indicator_id,
    'academic' as period_type,
    figures.period,
    figures.is_part_period,
    figures.area_level,
    figures.area_code,
    figures.route_id,
    figures.unit,
    figures.measure,
    figures.numerator,
    figures.denominator,
    figures.value,
    figures.base,
    figures.symbol_reason,
    coverage.senders_returned,
    coverage.senders_expected,
    figures.origin
from figures
left join marts.provider_coverage as coverage using (area_level, area_code)
order by all
