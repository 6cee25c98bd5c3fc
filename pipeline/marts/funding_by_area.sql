-- One row per funding line, financial year to date, area and unit: allocated, spent, and the one as a share of the other.
with

this_far as (
    select *, make_date(left(month, 4)::integer - (right(month, 2)::integer < 4)::integer, 4, 1) as first_day
    from stage.funding
    where month <= (select strftime(as_at_date, '%Y-%m') from reference.release)
),

placed as (
    select *, 'national' as area_level, 'ENG' as area_code, 'real' as map_origin
    from this_far
    union all
    select this_far.*, lea_areas.area_level, lea_areas.area_code, lea_areas.map_origin
    from this_far
    inner join marts.lea_areas as lea_areas using (lea_code)
    where lea_areas.area_level <> 'national'
),

summed as (
    select
        line_id,
        first_day,
        area_level,
        area_code,
        -- Money delegated to schools may have no outturn at all: that is unknown, and not nothing.
        sum(allocation_gbp)::decimal(18, 2) as allocation_gbp,
        sum(outturn_gbp)::decimal(18, 2) as outturn_gbp,
        case
            when bool_or(origin = 'synthetic') then 'synthetic'
            when bool_or(map_origin = 'estimated') then 'estimated'
            else min(origin)
        end as origin
    from placed
    group by all
),

figures as (
    select *, 'pounds allocated' as unit, 'money' as measure, allocation_gbp::double as value
    from summed
    where allocation_gbp is not null
    union all by name
    select *, 'pounds spent' as unit, 'money' as measure, outturn_gbp::double as value
    from summed
    union all by name
    select
        *,
        'per cent' as unit,
        'rate' as measure,
        outturn_gbp::double as numerator,
        allocation_gbp::double as denominator,
        100 * outturn_gbp::double / allocation_gbp::double as value
    from summed
    where allocation_gbp > 0 and outturn_gbp is not null
),

-- Outturn comes from the LEAs; who allocates states it for all of them.
leas as (
    select
        lea_areas.area_level,
        lea_areas.area_code,
        count(*) filter (
            where lea_areas.lea_code in (select sender_id from stage.files where collection = 'funding' and status = 'used')
        ) as senders_returned,
        count(*) as senders_expected
    from marts.lea_areas as lea_areas
    group by all
)

select
    'FIN-01' as indicator_id,
    'financial' as period_type,
    year(figures.first_day) || '-' || lpad(((year(figures.first_day) + 1) % 100)::varchar, 2, '0') as period,
    release.as_at_date < make_date(year(figures.first_day) + 1, 3, 31) as is_part_period,
    figures.area_level,
    figures.area_code,
    'funding line' as dimension_1,
    lines.line_name as category_1,
    figures.unit,
    figures.measure,
    figures.numerator,
    figures.denominator,
    figures.value,
    case when figures.unit <> 'pounds allocated' then leas.senders_returned end as senders_returned,
    case when figures.unit <> 'pounds allocated' then leas.senders_expected end as senders_expected,
    figures.origin
from figures
cross join reference.release as release
inner join reference.funding_lines as lines using (line_id)
left join leas using (area_level, area_code)
order by all
