-- One row per measure, academic year, and programme, level, role, route or provider type.
with

-- Two editions tell of the same apprentices: the one about support roles is used where both came.
edition as (
    select min(edition order by edition desc) as edition
    from stage.apprenticeships
    where edition <> 'all_programmes'
),

apprentices as (
    select
        figures.*,
        roles.programme_id,
        roles.nqf_level,
        roles.role_id,
        roles.route_id,
        roles.basis,
        labels.label as provider_type_label
    from stage.apprenticeships as figures
    inner join edition using (edition)
    inner join reference.apprenticeship_roles as roles
        using (programme_name, programme_type, apprenticeship_level)
    left join marts.labels as labels
        on labels.collection = 'apprenticeships'
        and labels.column_name = 'provider_type'
        and labels.code = figures.provider_type
),

-- Which standards belong to support roles, and to which, is our reading of their names: whatever sums them up rests
-- on an unsourced table, and only what is said of one programme does not.
placed as (
    select
        *,
        case when origin = 'real' and basis <> 'stated' then 'estimated' else origin end as mapped_origin
    from apprentices
),

cells as (
    select measure, academic_year, is_part_year, apprentices, mapped_origin as origin, 'count' as treatment
    from placed
    union all by name
    select measure, academic_year, is_part_year, apprentices, origin, programme_id, 'published_fact' as treatment
    from placed
    union all by name
    select measure, academic_year, is_part_year, apprentices, mapped_origin as origin, nqf_level, 'count' as treatment
    from placed
    union all by name
    select measure, academic_year, is_part_year, apprentices, mapped_origin as origin, role_id, 'count' as treatment
    from placed
    union all by name
    select measure, academic_year, is_part_year, apprentices, mapped_origin as origin, route_id, 'count' as treatment
    from placed
    union all by name
    select
        measure,
        academic_year,
        is_part_year,
        apprentices,
        mapped_origin as origin,
        'provider type' as dimension_1,
        provider_type_label as category_1,
        'count' as treatment
    from placed
    union all by name
    select
        measure,
        academic_year,
        is_part_year,
        apprentices,
        origin,
        programme_id,
        'provider type' as dimension_1,
        provider_type_label as category_1,
        'count' as treatment
    from placed
)

select
    case cells.measure when 'starts' then 'APP-01' when 'enrolments' then 'APP-02' else 'APP-03' end as indicator_id,
    'academic' as period_type,
    cells.academic_year as period,
    cells.is_part_year as is_part_period,
    'national' as area_level,
    'ENG' as area_code,
    cells.role_id,
    cells.route_id,
    cells.programme_id,
    cells.nqf_level,
    cells.dimension_1,
    cells.category_1,
    cells.measure as unit,
    cells.treatment as measure,
    sum(cells.apprentices)::bigint as value,
    case
        when bool_or(cells.origin = 'synthetic') then 'synthetic'
        when bool_or(cells.origin = 'estimated') then 'estimated'
        else 'real'
    end as origin
from cells
group by all
order by all
