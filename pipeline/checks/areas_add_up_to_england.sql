-- One row per full count whose areas do not add up to the area that they lie in.
with

counts as (
    select *
    from marts.figure_keys
    where
        mart in ('starts', 'funding_by_area')
        and unit not like 'per cent%'
        and value is not null
),

parents as (
    select lea_code as area_code, llsc_code as parent_code from reference.leas
    union all
    select llsc_code as area_code, region_code as parent_code from reference.local_lscs
    union all
    select region_code as area_code, 'ENG' as parent_code from reference.regions
),

sums as (
    select
        counts.mart,
        counts.indicator_id,
        counts.period_type,
        counts.period,
        counts.programme_id,
        counts.category_1,
        counts.unit,
        parents.parent_code as area_code,
        sum(counts.value::decimal(18, 2)) as value
    from counts
    inner join parents using (area_code)
    group by all
),

-- What belongs to no LEA stands in England alone, so there the parts may fall short but never exceed.
compared as (
    select
        counts.mart,
        counts.indicator_id || ' ' || coalesce(counts.programme_id, counts.category_1, 'all') || ' ' || counts.unit
            as figure,
        counts.period,
        counts.area_code,
        counts.value::decimal(18, 2) as total,
        sums.value as parts
    from counts
    inner join sums
        on sums.mart = counts.mart
        and sums.indicator_id = counts.indicator_id
        and sums.period_type = counts.period_type
        and sums.period = counts.period
        and sums.programme_id is not distinct from counts.programme_id
        and sums.category_1 is not distinct from counts.category_1
        and sums.unit = counts.unit
        and sums.area_code = counts.area_code
)

select
    'marts.' || compared.mart as file,
    compared.figure || ' ' || compared.period || ' in ' || compared.area_code as rule,
    compared.total || ' in all, ' || compared.parts || ' in its areas' as rows
from compared
where compared.parts > compared.total or (compared.area_code <> 'ENG' and compared.parts < compared.total)
order by all
