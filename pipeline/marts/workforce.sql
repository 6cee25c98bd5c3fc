-- One row per area, January, staff category, phase and characteristic: headcount or full-time equivalents.
with

figures as (
    select *, 'WRK-01' as indicator_id, 'count' as treatment, headcount::double as value
    from stage.workforce
    where headcount is not null
    union all
    select *, 'WRK-02' as indicator_id, 'fte' as treatment, fte::double as value
    from stage.workforce
    where fte is not null
),

-- 'all' is no category: it is the absence of a breakdown. Breakdowns fill the dimensions from the left.
labelled as (
    select
        figures.*,
        list_filter(
            [
                case when figures.category <> 'all' then ['staff category', categories.label] end,
                case when figures.phase <> 'all' then ['phase', phases.label] end,
                case
                    when figures.characteristic <> 'all'
                        then [lower(characteristics.label), characteristic_values.label]
                end
            ],
            lambda breakdown: breakdown is not null
        ) as breakdowns
    from figures
    left join marts.labels as categories
        on categories.collection = 'workforce'
        and categories.column_name = 'category'
        and categories.code = figures.category
    left join marts.labels as phases
        on phases.collection = 'workforce'
        and phases.column_name = 'phase'
        and phases.code = figures.phase
    left join marts.labels as characteristics
        on characteristics.collection = 'workforce'
        and characteristics.column_name = 'characteristic'
        and characteristics.code = figures.characteristic
    left join marts.labels as characteristic_values
        on characteristic_values.collection = 'workforce'
        and characteristic_values.column_name = 'characteristic_value'
        and characteristic_values.code = figures.characteristic_value
),

returned as (
    select
        indicator_id,
        'census' as period_type,
        census_month as period,
        area_level,
        area_code,
        breakdowns[1][1] as dimension_1,
        breakdowns[1][2] as category_1,
        breakdowns[2][1] as dimension_2,
        breakdowns[2][2] as category_2,
        breakdowns[3][1] as dimension_3,
        breakdowns[3][2] as category_3,
        case when origin = 'real' and area_level = 'national' then 'published_fact' else treatment end as measure,
        value,
        origin
    from labelled
    where
        -- A census after the as-at date was not known then.
        census_month <= (select strftime(as_at_date, '%Y-%m') from reference.release)
        -- Characteristics of staff are shown for the nation and its regions alone.
        and (area_level in ('national', 'region') or characteristic = 'all')
),

together as (
    select * from returned
    union all by name
    select *, 'published_fact' as measure, 'real' as origin
    from marts.workforce_series
    union all by name
    select
        missing.indicator_id,
        'census' as period_type,
        year(release.as_at_date) || '-01' as period,
        'national' as area_level,
        'ENG' as area_code,
        missing.measure,
        'not_enough_data' as symbol_reason,
        'real' as origin
    from reference.release as release
    cross join (values ('WRK-01', 'count'), ('WRK-02', 'fte')) as missing (indicator_id, measure)
    where
        missing.indicator_id not in (select indicator_id from returned)
        and missing.indicator_id not in (select indicator_id from marts.workforce_series)
)

select
    together.indicator_id,
    together.period_type,
    together.period,
    false as is_part_period,
    together.area_level,
    together.area_code,
    together.dimension_1,
    together.category_1,
    together.dimension_2,
    together.category_2,
    together.dimension_3,
    together.category_3,
    coalesce(together.unit, definitions.unit) as unit,
    together.measure,
    together.value,
    together.symbol_reason,
    together.origin
from together
inner join reference.indicators as definitions using (indicator_id)
-- What was published stands where the simulator repeats it.
qualify
    row_number() over (
        partition by
            together.indicator_id,
            together.period_type,
            together.period,
            together.area_code,
            together.dimension_1,
            together.category_1,
            together.dimension_2,
            together.category_2,
            together.dimension_3,
            together.category_3,
            coalesce(together.unit, definitions.unit)
        order by together.origin = 'real' desc, together.value
    ) = 1
order by all
