-- One row per survey period, margin, area and category: the headcount to rake to, and the cell it is combined in.
with

returned as (
    select distinct period, llsc_code, region_code
    from marts.survey_people
),

characteristics as (
    select
        people.period,
        people.school_id,
        people.region_code,
        weights.design_weight,
        {
            'staff_category': coalesce(categories.staff_category, 'not_stated'),
            'phase': people.phase,
            'sex': coalesce(people.sex, 'not_stated'),
            'age_band': coalesce(people.age_band, 'not_stated'),
            'working_pattern': coalesce(people.working_pattern, 'not_stated')
        } as known
    from marts.survey_people as people
    inner join marts.survey_base_weights as weights using (file_id, record_number)
    left join reference.role_categories as categories on categories.role_id = people.main_role_id
),

-- Role and phase are raked within each region; the rest over all local LSCs that returned.
answers as (
    select period, school_id, design_weight, 'staff_category' as margin, region_code as area_code,
        known['staff_category'] as category
    from characteristics
    union all
    select period, school_id, design_weight, 'phase' as margin, region_code as area_code, known['phase'] as category
    from characteristics
    union all
    select period, school_id, design_weight, 'sex' as margin, 'ENG' as area_code, known['sex'] as category
    from characteristics
    union all
    select period, school_id, design_weight, 'age_band' as margin, 'ENG' as area_code, known['age_band'] as category
    from characteristics
    union all
    select period, school_id, design_weight, 'working_pattern' as margin, 'ENG' as area_code,
        known['working_pattern'] as category
    from characteristics
),

counted as (
    select
        period,
        margin,
        area_code,
        category,
        count(distinct school_id) as schools_count,
        sum(design_weight)::double as design_weight
    from answers
    group by all
),

-- The census before the survey, over the local LSCs that returned.
staff as (
    select
        returned.period,
        case
            when workforce.category <> 'all' then 'staff_category'
            when workforce.phase <> 'all' then 'phase'
            else workforce.characteristic
        end as margin,
        case
            when workforce.category <> 'all' or workforce.phase <> 'all' then returned.region_code
            else 'ENG'
        end as area_code,
        case
            when workforce.category <> 'all' then workforce.category
            when workforce.phase <> 'all' then workforce.phase
            else workforce.characteristic_value
        end as category,
        sum(workforce.headcount) as headcount,
        case when bool_or(workforce.origin = 'synthetic') then 'synthetic' else min(workforce.origin) end as origin
    from stage.workforce as workforce
    inner join returned on returned.llsc_code = workforce.area_code
    where
        workforce.area_level = 'local_lsc' and workforce.headcount is not null
        and workforce.characteristic in ('all', 'sex', 'age_band', 'working_pattern')
        and (workforce.category <> 'all')::integer + (workforce.phase <> 'all')::integer
            + (workforce.characteristic <> 'all')::integer = 1
        and workforce.census_month = (
            select max(census.census_month)
            from stage.workforce as census
            where census.area_level = 'local_lsc' and census.census_month <= returned.period
        )
    group by all
),

matched as (
    select
        period,
        margin,
        area_code,
        category,
        coalesce(counted.schools_count, 0) as schools_count,
        coalesce(counted.design_weight, 0) as design_weight,
        staff.headcount,
        staff.origin
    from staff
    full join counted using (period, margin, area_code, category)
    -- A margin that the census does not have is no margin.
    where (period, margin) in (select (known.period, known.margin) from staff as known)
),

-- Who left the question blank is a category of its own, of the size that the weights give it so far.
sized as (
    select
        *,
        sum(design_weight) filter (where headcount is null) over area / sum(design_weight) over area as unknown_share,
        sum(headcount) over area as area_headcount,
        sum(design_weight) over area as area_weight
    from matched
    window area as (partition by period, margin, area_code)
),

-- Categories from fewer than five schools, and the next larger until there are five, are one cell.
ranked as (
    select
        *,
        schools_count < 5
        or coalesce(
            sum(schools_count) over (
                partition by period, margin, area_code
                order by schools_count, category
                rows between unbounded preceding and 1 preceding
            ),
            0
        ) < 5 as is_small
    from sized
)

select
    ranked.period,
    ranked.margin,
    ranked.area_code,
    ranked.category,
    case
        when ranked.is_small
            then ranked.area_code || ': ' || string_agg(ranked.category, ' + ') filter (where ranked.is_small) over area
        else ranked.area_code || ': ' || ranked.category
    end as cell,
    ranked.headcount,
    coalesce(
        ranked.headcount * (1 - coalesce(ranked.unknown_share, 0)),
        ranked.area_headcount * ranked.design_weight / ranked.area_weight
    )::decimal(18, 6) as target_headcount,
    ranked.origin
from ranked
window area as (
    partition by ranked.period, ranked.margin, ranked.area_code
    order by ranked.category
    rows between unbounded preceding and unbounded following
)
order by all
