-- One row per person of the survey and cell to which the person belongs: an area, alone or with one breakdown.
with

areas as (
    select file_id, record_number, 'national' as area_level, 'ENG' as area_code
    from marts.survey_people
    union all
    select file_id, record_number, 'region' as area_level, region_code as area_code
    from marts.survey_people
    union all
    select file_id, record_number, 'local_lsc' as area_level, llsc_code as area_code
    from marts.survey_people
),

-- What a role held places a person in; an answer about that role alone is placed by it too.
role_cells as (
    select role_id, 'role' as breakdown, role_id as cell_role_id, null as route_id, null as category,
        false as is_inferred
    from reference.roles
    union all
    select role_id, 'route' as breakdown, null as cell_role_id, route_id, null as category,
        basis <> 'stated' as is_inferred
    from reference.role_routes
    union all
    select
        role_id,
        'role group' as breakdown,
        null as cell_role_id,
        null as route_id,
        replace(upper(role_group[1]) || replace(role_group[2:], '_', ' '), ' ict', ' ICT') as category,
        false as is_inferred
    from reference.roles
),

placed as (
    select
        roles.file_id,
        roles.record_number,
        roles.role_id as answer_role_id,
        role_cells.breakdown,
        role_cells.cell_role_id as role_id,
        role_cells.route_id,
        role_cells.category,
        role_cells.is_inferred
    from marts.survey_roles as roles
    inner join role_cells using (role_id)
),

labelled as (
    select
        people.file_id,
        people.record_number,
        case categories.role_group
            when 'teaching_assistants' then 'Teaching assistants'
            else 'Other than teaching assistants'
        end as staff_group,
        phases.label as phase,
        patterns.label as working_pattern,
        sexes.label as sex,
        ages.label as age_band,
        case when people.ethnicity <> 'not_stated' then ethnic_groups.label end as ethnicity,
        case when people.disability <> 'not_stated' then disabilities.label end as disability
    from marts.survey_people as people
    inner join reference.roles as categories on categories.role_id = people.main_role_id
    left join marts.labels as phases
        on phases.collection = 'school_frame' and phases.column_name = 'phase' and phases.code = people.phase
    left join marts.labels as patterns
        on patterns.collection = 'staff_questionnaire'
        and patterns.column_name = 'working_pattern' and patterns.code = people.working_pattern
    left join marts.labels as sexes
        on sexes.collection = 'staff_questionnaire' and sexes.column_name = 'sex' and sexes.code = people.sex
    left join marts.labels as ages
        on ages.collection = 'staff_questionnaire' and ages.column_name = 'age_band' and ages.code = people.age_band
    left join marts.labels as ethnic_groups
        on ethnic_groups.collection = 'staff_questionnaire'
        and ethnic_groups.column_name = 'ethnicity' and ethnic_groups.code = people.ethnicity
    left join marts.labels as disabilities
        on disabilities.collection = 'staff_questionnaire'
        and disabilities.column_name = 'disability' and disabilities.code = people.disability
),

-- Who did not say is a group of its own, so that the groups make up everybody.
characteristics as (
    select
        file_id,
        record_number,
        unnest([
            {'breakdown': 'staff group', 'category': staff_group},
            {'breakdown': 'phase', 'category': phase},
            {'breakdown': 'working pattern', 'category': coalesce(working_pattern, 'Not known')},
            {'breakdown': 'sex', 'category': coalesce(sex, 'Not known')},
            {'breakdown': 'age band', 'category': coalesce(age_band, 'Not known')},
            {'breakdown': 'ethnic group', 'category': coalesce(ethnicity, 'Not known')},
            {'breakdown': 'disability', 'category': coalesce(disability, 'Not known')}
        ]) as cell
    from labelled
),

cells as (
    select file_id, record_number, null as answer_role_id, 'total' as breakdown, null as role_id, null as route_id,
        null as category, false as is_inferred
    from marts.survey_people
    union all
    select file_id, record_number, answer_role_id, breakdown, role_id, route_id, category, is_inferred
    from placed
    union all
    select file_id, record_number, null as answer_role_id, cell.breakdown, null as role_id, null as route_id,
        cell.category, false as is_inferred
    from characteristics
    where cell.category is not null
)

select
    cells.file_id,
    cells.record_number,
    cells.answer_role_id,
    areas.area_level,
    areas.area_code,
    cells.breakdown,
    cells.role_id,
    cells.route_id,
    case when cells.category is not null then cells.breakdown end as dimension,
    cells.category,
    cells.is_inferred
from cells
inner join areas using (file_id, record_number)
-- Single roles, phases and characteristics of people are for England and, some of them, its regions.
where case areas.area_level
    when 'national' then true
    when 'region' then cells.breakdown <> 'role'
    else cells.breakdown in ('total', 'route', 'role group')
end
order by all
