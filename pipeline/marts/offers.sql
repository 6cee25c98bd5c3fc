-- One row per indicator, survey period, area, and role, route or staff group.
with

routes as (
    select
        roles.file_id,
        roles.record_number,
        role_routes.route_id,
        -- Some roles are on a route by our reading alone.
        bool_or(role_routes.basis <> 'stated') as is_inferred
    from marts.survey_roles as roles
    inner join reference.role_routes as role_routes using (role_id)
    group by all
),

-- A person stands once in each role and route held and once in each total, so roles and routes never add up.
cells as (
    select file_id, record_number, 'national' as area_level, 'ENG' as area_code
    from marts.survey_people
    union all by name
    select file_id, record_number, 'region' as area_level, region_code as area_code
    from marts.survey_people
    union all by name
    select file_id, record_number, 'local_lsc' as area_level, llsc_code as area_code
    from marts.survey_people
    union all by name
    select file_id, record_number, 'national' as area_level, 'ENG' as area_code, role_id
    from marts.survey_roles
    union all by name
    select file_id, record_number, 'national' as area_level, 'ENG' as area_code, route_id, is_inferred
    from routes
    union all by name
    select
        people.file_id,
        people.record_number,
        areas.area_level,
        case areas.area_level when 'national' then 'ENG' else people.region_code end as area_code,
        'staff group' as dimension_1,
        case roles.role_group
            when 'teaching_assistants' then 'Teaching assistants'
            else 'Other than teaching assistants'
        end as category_1
    from marts.survey_people as people
    inner join reference.roles as roles on roles.role_id = people.main_role_id
    cross join (values ('national'), ('region')) as areas (area_level)
),

answers as (
    select file_id, record_number, 'OFF-01' as indicator_id, offered_24_months as answer
    from marts.survey_people
    union all
    select file_id, record_number, 'UPT-01' as indicator_id, started_24_months as answer
    from marts.survey_people
    where offered_24_months = 'yes'
    union all
    select file_id, record_number, 'UPT-02' as indicator_id, started_24_months as answer
    from marts.survey_people
),

estimates as (
    select
        answers.indicator_id,
        people.period,
        cells.area_level,
        cells.area_code,
        cells.role_id,
        cells.route_id,
        cells.dimension_1,
        cells.category_1,
        count(*) as base,
        coalesce(sum(people.weight) filter (where answers.answer = 'yes'), 0) as weight_yes,
        sum(people.weight) as weight_known,
        case
            when bool_or(people.origin = 'synthetic') then 'synthetic'
            when bool_or(cells.is_inferred) then 'estimated'
            else min(people.origin)
        end as origin
    from cells
    inner join answers using (file_id, record_number)
    inner join marts.survey_people as people using (file_id, record_number)
    -- Those who do not know, or left the question blank, are in neither part of the percentage.
    where answers.answer in ('yes', 'no')
    group by all
)

select
    estimates.indicator_id,
    'survey' as period_type,
    estimates.period,
    false as is_part_period,
    estimates.area_level,
    estimates.area_code,
    estimates.role_id,
    estimates.route_id,
    estimates.dimension_1,
    estimates.category_1,
    definitions.unit,
    'survey_percent' as measure,
    null::double as numerator,
    null::double as denominator,
    100 * estimates.weight_yes::double / estimates.weight_known::double as value,
    estimates.base,
    coverage.senders_returned,
    coverage.senders_expected,
    coverage.population_share,
    estimates.origin
from estimates
inner join reference.indicators as definitions using (indicator_id)
left join marts.survey_coverage as coverage using (period, area_level, area_code)
order by all
