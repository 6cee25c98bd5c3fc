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
)

select
    labelled.indicator_id,
    'census' as period_type,
    labelled.census_month as period,
    false as is_part_period,
    labelled.area_level,
    labelled.area_code,
    labelled.breakdowns[1][1] as dimension_1,
    labelled.breakdowns[1][2] as category_1,
    labelled.breakdowns[2][1] as dimension_2,
    labelled.breakdowns[2][2] as category_2,
    labelled.breakdowns[3][1] as dimension_3,
    labelled.breakdowns[3][2] as category_3,
    definitions.unit,
    case
        when labelled.origin = 'real' and labelled.area_level = 'national' then 'published_fact'
        else labelled.treatment
    end as measure,
    labelled.value,
    labelled.origin
from labelled
inner join reference.indicators as definitions using (indicator_id)
-- A census after the as-at date was not known then.
where labelled.census_month <= (select strftime(as_at_date, '%Y-%m') from reference.release)
order by all
