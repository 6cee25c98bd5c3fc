-- One row per programme whose starts in England are not those of the regions and of no LEA together.
with

england as (
    select programme_id, sum(value)::bigint as starts
    from marts.starts
    where indicator_id = 'UPT-04' and period_type = 'academic' and area_level = 'national'
    group by all
),

regions as (
    select programme_id, sum(value)::bigint as starts
    from marts.starts
    where indicator_id = 'UPT-04' and period_type = 'academic' and area_level = 'region'
    group by all
),

nowhere as (
    select programme_id, sum(starts)::bigint as starts
    from marts.programme_months
    where lea_code is null
    group by all
)

select
    'marts.starts' as file,
    'UPT-04 ' || england.programme_id as rule,
    england.starts || ' in England, ' || coalesce(regions.starts, 0) || ' in regions, ' || coalesce(nowhere.starts, 0)
        || ' in no LEA' as rows
from england
left join regions using (programme_id)
left join nowhere using (programme_id)
where england.starts <> coalesce(regions.starts, 0) + coalesce(nowhere.starts, 0)
order by all
