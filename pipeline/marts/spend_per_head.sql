-- One row per funding line, financial year to date, area and unit: money per head and per full-time equivalent.
-- Lines are never added up, so that Grant 25, which has other permitted uses, stays apart. Staff are taken to the
-- middle of their ten (methods/tens.ts), since public money divided by them gives them away; the interval is that ten.
with

this_far as (
    select
        line_id,
        lea_code,
        make_date(left(month, 4)::integer - (right(month, 2)::integer < 4)::integer, 4, 1) as first_day,
        sum(allocation_gbp)::decimal(18, 2) as allocation_gbp,
        sum(outturn_gbp)::decimal(18, 2) as outturn_gbp,
        bool_or(holder = 'schools') as is_delegated,
        case when bool_or(origin = 'synthetic') then 'synthetic' else min(origin) end as origin
    from stage.funding
    where lea_code is not null and month <= (select strftime(as_at_date, '%Y-%m') from reference.release)
    group by all
),

-- Some schools say what they spent of a delegated grant, most do not: such a sum over all staff would say nothing.
amounts as (
    select line_id, lea_code, first_day, origin, 'allocated' as kind, allocation_gbp as amount_gbp
    from this_far
    where allocation_gbp is not null
    union all
    select line_id, lea_code, first_day, origin, 'spent' as kind, outturn_gbp as amount_gbp
    from this_far
    where outturn_gbp is not null and not is_delegated
),

staff as (
    select
        area_code as lea_code,
        arg_max(headcount, census_month) as headcount,
        arg_max(fte, census_month) as fte,
        arg_max(origin, census_month) as origin
    from stage.workforce
    where
        area_level = 'lea'
        and category = 'all' and phase = 'all' and characteristic = 'all'
        and census_month <= (select strftime(as_at_date, '%Y-%m') from reference.release)
    group by all
),

-- Money stands against the staff of the LEAs whose money is known, and no others.
summed as (
    select
        amounts.line_id,
        amounts.first_day,
        amounts.kind,
        lea_areas.area_level,
        lea_areas.area_code,
        sum(amounts.amount_gbp)::double as amount_gbp,
        10 * floor(sum(staff.headcount::decimal(18, 2)) / 10) + 5 as heads,
        10 * floor(round(sum(staff.fte::decimal(18, 2))) / 10) + 5 as equivalents,
        count(*) as senders,
        case
            when bool_or('synthetic' in (amounts.origin, staff.origin)) then 'synthetic'
            when bool_or(lea_areas.map_origin = 'estimated') then 'estimated'
            else 'real'
        end as origin
    from amounts
    inner join staff using (lea_code)
    inner join marts.lea_areas as lea_areas using (lea_code)
    group by all
),

heads as (
    select *, 'pounds ' || kind || ' per head' as unit, heads as staff from summed
    union all
    select *, 'pounds ' || kind || ' per full-time equivalent' as unit, equivalents as staff from summed
),

leas as (
    select area_level, area_code, count(*) as senders_expected
    from marts.lea_areas
    group by all
),

figures as (
    select
        heads.*,
        funding_lines.line_name,
        heads.amount_gbp / heads.staff as value,
        heads.amount_gbp / (heads.staff + 4) as lower,
        heads.amount_gbp / (heads.staff - 5) as upper,
        null as symbol_reason
    from heads
    inner join reference.funding_lines as funding_lines using (line_id)
    -- A figure on fewer would tell, by standing or not, how few they are.
    where heads.staff >= 20
    union all by name
    select
        make_date(year(release.as_at_date) - (month(release.as_at_date) < 4)::integer, 4, 1) as first_day,
        'national' as area_level,
        'ENG' as area_code,
        'allocated' as kind,
        'pounds allocated per head' as unit,
        'not_enough_data' as symbol_reason,
        'real' as origin
    from reference.release as release
    where not exists (select 1 from heads where staff >= 20)
)

select
    'FIN-04' as indicator_id,
    'financial' as period_type,
    year(figures.first_day) || '-' || lpad(((year(figures.first_day) + 1) % 100)::varchar, 2, '0') as period,
    release.as_at_date < make_date(year(figures.first_day) + 1, 3, 31) as is_part_period,
    figures.area_level,
    figures.area_code,
    case when figures.line_name is not null then 'funding line' end as dimension_1,
    figures.line_name as category_1,
    figures.unit,
    'statistic' as measure,
    figures.amount_gbp as numerator,
    figures.staff::double as denominator,
    figures.value,
    figures.lower,
    figures.upper,
    figures.staff::double as base,
    figures.symbol_reason,
    case when figures.kind = 'spent' then figures.senders end as senders_returned,
    case when figures.kind = 'spent' then leas.senders_expected end as senders_expected,
    figures.origin
from figures
cross join reference.release as release
left join leas using (area_level, area_code)
order by all
