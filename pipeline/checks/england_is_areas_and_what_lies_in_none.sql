-- One row per count of starts or places in England that is not that of the regions and of no LEA together.
with

england as (
    select indicator_id, period_type, period, programme_id, unit, sum(value)::bigint as counted
    from marts.starts
    where measure = 'count' and area_level = 'national' and dimension_1 is null and value is not null
    group by all
),

regions as (
    select period_type, period, programme_id, unit, sum(value)::bigint as counted
    from marts.starts
    where measure = 'count' and area_level = 'region' and value is not null
    group by all
),

nowhere as (
    select period_type, period, programme_id, unit, sum(value)::bigint as counted
    from marts.starts
    where measure = 'count' and dimension_1 = 'placement' and value is not null
    group by all
),

compared as (
    select
        england.indicator_id,
        england.period_type,
        england.period,
        england.programme_id,
        england.unit,
        england.counted as england,
        coalesce(regions.counted, 0) as regions,
        coalesce(nowhere.counted, 0) as nowhere
    from england
    left join regions
        on regions.period_type = england.period_type
        and regions.period = england.period
        and regions.programme_id is not distinct from england.programme_id
        and regions.unit = england.unit
    left join nowhere
        on nowhere.period_type = england.period_type
        and nowhere.period = england.period
        and nowhere.programme_id is not distinct from england.programme_id
        and nowhere.unit = england.unit
),

-- What lies in no LEA is counted once more from what was returned.
returned as (
    select programme_id, sum(starts)::bigint as starts
    from marts.programme_months
    where lea_code is null
    group by all
),

unlike as (
    select compared.*
    from compared
    where england <> regions + nowhere
    union all by name
    select
        compared.indicator_id,
        'academic' as period_type,
        compared.programme_id,
        compared.unit,
        sum(compared.england) as england,
        sum(compared.regions) as regions,
        sum(compared.nowhere) as nowhere
    from compared
    left join returned using (programme_id)
    where compared.period_type = 'academic' and compared.unit = 'starts' and compared.programme_id is not null
    group by compared.indicator_id, compared.programme_id, compared.unit, returned.starts
    having sum(compared.nowhere) <> coalesce(returned.starts, 0)
)

select
    'marts.starts' as file,
    unlike.indicator_id || ' ' || coalesce(unlike.programme_id, 'all') as rule,
    unlike.england || ' in England, ' || unlike.regions || ' in regions, ' || unlike.nowhere || ' in no LEA' as rows
from unlike
order by all
