-- One row per funding line, financial year to date, area and unit: budgeted, allocated, spent, and spent of allocated.
-- The three are different money: what the plan sets, what a holder was given by LEA, and what was reported as spent.
with

this_far as (
    select
        line_id,
        lea_code,
        make_date(left(month, 4)::integer - (right(month, 2)::integer < 4)::integer, 4, 1) as first_day,
        -- Money delegated to schools may have no outturn at all: that is unknown, and not nothing.
        sum(allocation_gbp)::decimal(18, 2) as allocation_gbp,
        sum(outturn_gbp)::decimal(18, 2) as outturn_gbp,
        bool_or(holder = 'schools') as is_delegated,
        case when bool_or(origin = 'synthetic') then 'synthetic' else min(origin) end as origin
    from stage.funding
    where month <= (select strftime(as_at_date, '%Y-%m') from reference.release)
    group by all
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
        sum(allocation_gbp)::decimal(18, 2) as allocation_gbp,
        sum(outturn_gbp)::decimal(18, 2) as outturn_gbp,
        -- What was spent is set against what those received who say so.
        sum(allocation_gbp) filter (where outturn_gbp is not null)::decimal(18, 2) as answered_gbp,
        bool_or(is_delegated) as is_delegated,
        case
            when bool_or(origin = 'synthetic') then 'synthetic'
            when bool_or(map_origin = 'estimated') then 'estimated'
            else min(origin)
        end as origin
    from placed
    group by all
),

lines as (
    select
        summed.*,
        funding_lines.line_name
    from summed
    inner join reference.funding_lines as funding_lines using (line_id)
),

figures as (
    select *, 'pounds allocated' as unit, 'money' as measure, allocation_gbp::double as value
    from lines
    where allocation_gbp is not null
    union all by name
    -- Some schools say what they spent of a delegated grant: that much was spent, and nobody knows how much more.
    select
        *,
        'pounds spent' as unit,
        'money' as measure,
        outturn_gbp::double as value,
        case when is_delegated and outturn_gbp is not null then 'lower' end as bound
    from lines
    union all by name
    select
        *,
        'per cent' as unit,
        'statistic' as measure,
        100 * outturn_gbp::double / answered_gbp::double as value
    from lines
    where answered_gbp > 0 and not is_delegated
    union all by name
    select
        make_date(left(period, 4)::integer, 4, 1) as first_day,
        'national' as area_level,
        'ENG' as area_code,
        line_name,
        'pounds budgeted' as unit,
        'money' as measure,
        amount_gbp::double as value,
        'real' as origin
    from reference.funding_lines
    where period_type = 'financial' and qualifier = 'exactly' and amount_gbp is not null
    union all by name
    select
        make_date(year(as_at_date) - (month(as_at_date) < 4)::integer, 4, 1) as first_day,
        'national' as area_level,
        'ENG' as area_code,
        missing.unit,
        missing.measure,
        'not_enough_data' as symbol_reason,
        'real' as origin
    from reference.release
    cross join (values ('pounds allocated', 'money'), ('pounds spent', 'money')) as missing (unit, measure)
    where not exists (select 1 from lines)
),

-- Outturn comes from the LEAs; who allocates states it for all of them.
leas as (
    select
        lea_areas.area_level,
        lea_areas.area_code,
        count(*) filter (
            where lea_areas.lea_code in (
                select sender_id from stage.files where collection = 'funding' and status = 'used'
            )
        ) as senders_returned,
        count(*) as senders_expected
    from marts.lea_areas as lea_areas
    group by all
)

select
    'FIN-01' as indicator_id,
    'financial' as period_type,
    year(figures.first_day) || '-' || lpad(((year(figures.first_day) + 1) % 100)::varchar, 2, '0') as period,
    figures.unit <> 'pounds budgeted' and release.as_at_date < make_date(year(figures.first_day) + 1, 3, 31)
        as is_part_period,
    figures.area_level,
    figures.area_code,
    case when figures.line_name is not null then 'funding line' end as dimension_1,
    figures.line_name as category_1,
    figures.unit,
    figures.measure,
    null::double as numerator,
    null::double as denominator,
    figures.value,
    figures.bound,
    figures.symbol_reason,
    case when figures.unit in ('pounds spent', 'per cent') then leas.senders_returned end as senders_returned,
    case when figures.unit in ('pounds spent', 'per cent') then leas.senders_expected end as senders_expected,
    figures.origin
from figures
cross join reference.release as release
left join leas using (area_level, area_code)
order by all
