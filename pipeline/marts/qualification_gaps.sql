-- One row per qualification indicator, date, area, and role, route, level, staff group or rule of suitability.
with

-- A role counts once in each route that it lies on and once in the total.
role_cells as (
    select on_date, role_id, is_qualified
    from marts.qualified_roles
    where rule = 'suitable' and nqf_level is null
    union all by name
    select on_date, nqf_level, role_id, is_qualified
    from marts.qualified_roles
    where rule = 'suitable' and nqf_level is not null
    union all by name
    select qualified.on_date, role_routes.route_id, qualified.role_id, qualified.is_qualified
    from marts.qualified_roles as qualified
    inner join reference.role_routes as role_routes using (role_id)
    where qualified.rule = 'suitable' and qualified.nqf_level is null
    union all by name
    select
        on_date,
        'staff group' as dimension_1,
        case role_group
            when 'teaching_assistants' then 'Teaching assistants'
            else 'Other than teaching assistants'
        end as category_1,
        role_id,
        is_qualified
    from marts.qualified_roles
    where rule = 'suitable' and nqf_level is null
    union all by name
    select on_date, 'suitability rule' as dimension_1, rule_name as category_1, role_id, is_qualified
    from marts.qualified_roles
    where nqf_level is null
),

role_counts as (
    select
        on_date,
        route_id,
        nqf_level,
        dimension_1,
        category_1,
        count(*) filter (where not is_qualified) as gap_count,
        count(*) as role_count
    from role_cells
    group by all
),

-- The census tells staff by category, and a category holds several roles: some, all or none of them may be qualified.
categories as (
    select
        qualified.on_date,
        role_categories.staff_category,
        bool_and(qualified.is_qualified) as is_qualified,
        bool_or(qualified.is_qualified) as is_partly_qualified
    from marts.qualified_roles as qualified
    inner join reference.role_categories as role_categories using (role_id)
    where qualified.rule = 'suitable' and qualified.nqf_level is null
    group by all
),

census as (
    select area_level, area_code, category, headcount, origin
    from stage.workforce
    where
        area_level in ('national', 'region') and phase = 'all' and characteristic = 'all' and headcount is not null
        and census_month <= (select strftime(as_at_date, '%Y-%m') from reference.release)
    qualify census_month = max(census_month) over ()
),

staff as (
    select
        categories.on_date,
        parts.area_level,
        parts.area_code,
        coalesce(sum(parts.headcount) filter (where categories.is_qualified), 0) as covered,
        coalesce(sum(parts.headcount) filter (where categories.is_partly_qualified), 0) as covered_at_most,
        -- Headcounts are published to the nearest ten: each can be five out either way.
        5 * count(*) filter (where categories.is_qualified) as covered_error,
        5 * count(*) filter (where categories.is_partly_qualified) as covered_at_most_error,
        5 * count(*) as total_error,
        any_value(totals.headcount) as total,
        case when bool_or('synthetic' in (parts.origin, totals.origin)) then 'synthetic' else 'estimated' end as origin
    from census as parts
    inner join categories on categories.staff_category = parts.category
    inner join census as totals
        on totals.area_level = parts.area_level and totals.area_code = parts.area_code and totals.category = 'all'
    group by all
),

shares as (
    select
        *,
        covered_at_most > covered as is_bound,
        -- Rounded outwards, so that the range stays true.
        floor(1000 * (covered - covered_error) / nullif(total - covered_error + total_error - covered_error, 0)) / 10
            as least,
        ceil(
            1000 * (covered_at_most + covered_at_most_error)
            / nullif(total + covered_at_most_error - (total_error - covered_at_most_error), 0)
        ) / 10 as most
    from staff
    where total > 0
),

-- Fewer than 50 of more than 600 qualifications is a share below 50 of 600; how far below, nobody said.
targeted as (
    select ceil(1000 * try_cast(fewer.value as double) / try_cast(more.value as double)) / 10 as upper
    from reference.facts as fewer
    cross join reference.facts as more
    where
        fewer.fact_id = 'F003' and fewer.qualifier = 'fewer than'
        and more.fact_id = 'F002' and more.qualifier = 'over'
),

figures as (
    select
        'GAP-05' as indicator_id,
        strftime(on_date, '%Y-%m') as period,
        'national' as area_level,
        'ENG' as area_code,
        route_id,
        nqf_level,
        dimension_1,
        category_1,
        'roles' as unit,
        'published_fact' as measure,
        gap_count::double as value,
        'estimated' as origin
    from role_counts
    union all by name
    select
        'GAP-05' as indicator_id,
        strftime(on_date, '%Y-%m') as period,
        'national' as area_level,
        'ENG' as area_code,
        route_id,
        nqf_level,
        dimension_1,
        category_1,
        'per cent' as unit,
        'published_fact' as measure,
        gap_count::double as numerator,
        role_count::double as denominator,
        100 * gap_count / role_count as value,
        'estimated' as origin
    from role_counts
    union all by name
    select
        'GAP-06' as indicator_id,
        strftime(on_date, '%Y-%m') as period,
        area_level,
        area_code,
        'per cent' as unit,
        'rate' as measure,
        case when not is_bound then covered::double end as numerator,
        case when not is_bound then total::double end as denominator,
        case when not is_bound then 100 * covered / total end as value,
        greatest(least, 0) as lower,
        least(most, 100) as upper,
        case when is_bound then 'lower' end as bound,
        origin
    from shares
    union all by name
    select
        'GAP-06' as indicator_id,
        strftime(as_at_date, '%Y-%m') as period,
        'national' as area_level,
        'ENG' as area_code,
        'per cent' as unit,
        'rate' as measure,
        'not_collected' as symbol_reason,
        'real' as origin
    from reference.release
    where not exists (select 1 from shares where area_level = 'national')
    union all by name
    -- A role without a job profile has no expected level, and says so beside the roles that have one.
    select
        'GAP-04' as indicator_id,
        'survey' as period_type,
        surveys.period,
        'national' as area_level,
        'ENG' as area_code,
        roles.role_id,
        'survey_percent' as measure,
        'not_applicable' as symbol_reason,
        'estimated' as origin
    from (select distinct period from marts.survey_people) as surveys
    cross join reference.roles as roles
    where
        roles.in_scope_of_survey = 'yes'
        and roles.role_id in (select profiles.role_id from reference.role_njc_profiles as profiles)
        and (surveys.period, roles.role_id) not in (
            select (expected.period, expected.role_id) from marts.expected_levels as expected
        )
    union all by name
    select
        'GAP-07' as indicator_id,
        -- The plan gives no date of the mapping, and was printed in April 2004.
        'before 2004-04' as period,
        'national' as area_level,
        'ENG' as area_code,
        'per cent' as unit,
        'published_fact' as measure,
        upper,
        'upper' as bound,
        'real' as origin
    from targeted
)

select
    figures.indicator_id,
    coalesce(figures.period_type, 'month') as period_type,
    figures.period,
    false as is_part_period,
    figures.area_level,
    figures.area_code,
    figures.role_id,
    figures.route_id,
    figures.nqf_level,
    figures.dimension_1,
    figures.category_1,
    coalesce(figures.unit, definitions.unit) as unit,
    figures.measure,
    figures.numerator,
    figures.denominator,
    figures.value,
    figures.lower,
    figures.upper,
    figures.bound,
    null::bigint as base,
    null::bigint as senders_returned,
    null::bigint as senders_expected,
    null::double as population_share,
    figures.symbol_reason,
    figures.origin
from figures
inner join reference.indicators as definitions using (indicator_id)
order by all
