-- One row per total of starts or places that is not the sum of its programmes, or year that is not that of its months.
with

counts as (
    select
        *,
        case
            when period_type = 'financial' then make_date(left(period, 4)::integer, 4, 1)
            when period_type = 'academic' then make_date(left(period, 4)::integer, 8, 1)
            else (period || '-01')::date
        end as first_day
    from marts.starts
    where measure = 'count' and value is not null and area_level <> 'lea'
),

programmes as (
    select
        period_type,
        period,
        area_code,
        category_1,
        unit,
        sum(value) filter (where programme_id is null)::bigint as total,
        sum(value) filter (where programme_id is not null)::bigint as parts
    from counts
    group by all
),

months as (
    select
        years.period_type,
        years.period,
        years.area_code,
        years.programme_id,
        years.category_1,
        years.unit,
        years.value::bigint as total,
        sum(months.value)::bigint as parts
    from counts as years
    inner join counts as months
        on months.period_type = 'month'
        and months.area_code = years.area_code
        and months.programme_id is not distinct from years.programme_id
        and months.category_1 is not distinct from years.category_1
        and months.unit = years.unit
        and months.first_day between years.first_day and years.first_day + interval 11 month
    where years.period_type <> 'month' and years.area_level in ('national', 'region')
    group by all
)

select
    'marts.starts' as file,
    'programmes add up to all ' || programmes.unit || ' of ' || programmes.period || ' in ' || programmes.area_code
        as rule,
    coalesce(programmes.total, 0) || ' in all, ' || coalesce(programmes.parts, 0) || ' in programmes' as rows
from programmes
where programmes.total is distinct from programmes.parts
union all
select
    'marts.starts' as file,
    'months add up to ' || months.unit || ' of ' || coalesce(months.programme_id, 'all') || ' ' || months.period
        || ' in ' || months.area_code as rule,
    months.total || ' in the year, ' || months.parts || ' in months' as rows
from months
where months.total <> months.parts
order by all
