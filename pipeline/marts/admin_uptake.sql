-- One row per area, and route, staff category or level: learners who started in the academic year per 1,000 staff.
with

learners as (
    select
        learners.*,
        categories.staff_category,
        category_routes.route_id
    from marts.learners_by_area as learners
    left join reference.role_categories as categories on categories.role_id = learners.assigned_role_id
    left join marts.category_routes as category_routes using (staff_category)
),

-- A learner with aims at two providers is one person, in an area and in England, in a route and in all.
counted as (
    select
        learners.period,
        learners.is_part_period,
        learners.area_level,
        learners.area_code,
        cuts.cut[1] as breakdown,
        cuts.cut[2] as part,
        count(distinct learners.person_key) as learners,
        bool_or(learners.is_synthetic) as is_synthetic,
        bool_or(learners.is_estimated) as is_estimated
    from
        learners,
        unnest([
            ['all', 'all'],
            ['category', learners.staff_category],
            ['route', learners.route_id],
            ['level', learners.nqf_level]
        ]) as cuts (cut)
    where cuts.cut[2] is not null
    group by all
),

periods as (
    select distinct period, is_part_period from marts.learners_by_area
),

censuses as (
    select
        area_level,
        area_code,
        category,
        arg_max(headcount, census_month) as headcount,
        arg_max(origin, census_month) = 'synthetic' as is_synthetic
    from stage.workforce
    where
        headcount > 0
        and phase = 'all' and characteristic = 'all'
        and census_month <= (select strftime(as_at_date, '%Y-%m') from reference.release)
    group by all
),

staff as (
    select area_level, area_code, 'all' as breakdown, 'all' as part, headcount, is_synthetic, false as is_mapped
    from censuses
    where category = 'all'
    union all by name
    select area_level, area_code, 'category' as breakdown, category as part, headcount, is_synthetic, true as is_mapped
    from censuses
    where category in (select staff_category from reference.role_categories) and area_level in ('national', 'region')
    union all by name
    select
        censuses.area_level,
        censuses.area_code,
        'route' as breakdown,
        category_routes.route_id as part,
        sum(censuses.headcount) as headcount,
        bool_or(censuses.is_synthetic) as is_synthetic,
        true as is_mapped
    from censuses
    inner join marts.category_routes as category_routes on category_routes.staff_category = censuses.category
    inner join reference.routes as routes using (route_id)
    where routes.is_route_of_plan = 'yes' and censuses.area_level <> 'lea'
    group by all
    union all by name
    select
        censuses.area_level,
        censuses.area_code,
        'level' as breakdown,
        levels.part,
        censuses.headcount,
        censuses.is_synthetic,
        false as is_mapped
    from censuses
    cross join (select distinct part from counted where breakdown = 'level') as levels
    where censuses.category = 'all' and censuses.area_level in ('national', 'region')
),

-- A category that no aim or occupation leads to has learners, but nobody can tell which.
told as (
    select categories.staff_category
    from reference.role_categories as categories
    where
        categories.role_id in (select role_id from reference.aims where is_in_scope = 'yes')
        or categories.role_id in (select role_id from reference.soc2000_roles)
),

cells as (
    select
        staff.*,
        staff.breakdown <> 'category' or staff.part in (select staff_category from told) as is_told
    from staff
)

select
    'UPT-03' as indicator_id,
    'academic' as period_type,
    periods.period,
    periods.is_part_period,
    cells.area_level,
    cells.area_code,
    case when cells.breakdown = 'route' then cells.part end as route_id,
    case when cells.breakdown = 'level' then cells.part end as nqf_level,
    case when cells.breakdown = 'category' then 'staff category' end as dimension_1,
    labels.label as category_1,
    definitions.unit,
    'rate' as measure,
    case when cells.is_told then coalesce(counted.learners, 0) end as numerator,
    case when cells.is_told then cells.headcount::bigint end as denominator,
    case when cells.is_told then 1000 * coalesce(counted.learners, 0) / cells.headcount end as value,
    coverage.senders_returned,
    coverage.senders_expected,
    case when not cells.is_told then 'not_collected' end as symbol_reason,
    case
        when cells.is_synthetic or counted.is_synthetic then 'synthetic'
        -- No source says in which category of the census a role is counted.
        when counted.is_estimated or cells.is_mapped then 'estimated'
        else 'real'
    end as origin
from cells
cross join periods
left join counted using (period, area_level, area_code, breakdown, part)
inner join reference.indicators as definitions on definitions.indicator_id = 'UPT-03'
left join marts.labels as labels
    on labels.collection = 'workforce'
    and labels.column_name = 'category'
    and labels.code = cells.part
    and cells.breakdown = 'category'
left join marts.provider_coverage as coverage using (area_level, area_code)
where cells.is_told or cells.area_level = 'national'
order by all
