-- One row per programme, month or year to date, area and unit: places, starts and completions.
with

-- Returns tell of earlier months too, but nobody was asked for all of those.
asked as (
    select
        collection,
        min(
            case collection
                when 'programme' then (period || '-01')::date
                else make_date(left(period, 4)::integer, 8, 1)
            end
        ) as first_asked
    from stage.files
    where collection in ('programme', 'enrolment')
    group by all
),

dated as (
    select
        months.*,
        (months.month || '-01')::date as first_day,
        asked.first_asked
    from marts.programme_months as months
    inner join asked using (collection)
),

-- Months end with the month; years are those of the academic and of the financial calendar.
periods as (
    select *, 'month' as period_type, first_day as period_start, last_day(first_day) as period_end
    from dated
    union all
    select
        *,
        'academic' as period_type,
        make_date(year(first_day) - (month(first_day) < 8)::integer, 8, 1) as period_start,
        make_date(year(first_day) - (month(first_day) < 8)::integer + 1, 7, 31) as period_end
    from dated
    union all
    select
        *,
        'financial' as period_type,
        make_date(year(first_day) - (month(first_day) < 4)::integer, 4, 1) as period_start,
        make_date(year(first_day) - (month(first_day) < 4)::integer + 1, 3, 31) as period_end
    from dated
),

named as (
    select
        periods.*,
        case period_type
            when 'month' then month
            else year(period_start) || '-' || lpad((year(period_end) % 100)::varchar, 2, '0')
        end as period,
        release.as_at_date < period_end or first_asked > period_start as is_part_period
    from periods
    cross join reference.release as release
),

placed as (
    select *, 'national' as area_level, 'ENG' as area_code, 'real' as map_origin from named
    union all
    select named.*, lea_areas.area_level, lea_areas.area_code, lea_areas.map_origin
    from named
    inner join marts.lea_areas as lea_areas using (lea_code)
    where lea_areas.area_level in ('region', 'local_lsc') and named.period_type <> 'month'
),

summed as (
    select
        placed.programme_id,
        placed.collection,
        placed.period_type,
        placed.period,
        placed.is_part_period,
        placed.area_level,
        placed.area_code,
        sum(placed.places_planned)::bigint as places_planned,
        sum(placed.places_funded)::bigint as places_funded,
        sum(placed.places_offered)::bigint as places_offered,
        sum(placed.places_taken)::bigint as places_taken,
        sum(placed.starts)::bigint as starts,
        sum(placed.completions)::bigint as completions,
        count(distinct placed.sender_id) as senders,
        case
            when bool_or(placed.origin = 'synthetic') then 'synthetic'
            when bool_or(placed.map_origin = 'estimated') then 'estimated'
            else min(placed.origin)
        end as origin
    from placed
    group by all
),

-- Whoever ever sent a programme for an area should have sent it for every period.
expected as (
    select programme_id, collection, area_level, area_code, count(distinct sender_id) as senders
    from placed
    group by all
),

figures as (
    unpivot summed
    on places_planned, places_funded, places_offered, places_taken, starts, completions
    into name quantity value figure
),

measured as (
    select
        *,
        case quantity when 'starts' then 'UPT-04' when 'completions' then 'OUT-02' else 'CAP-01' end as indicator_id,
        replace(quantity, '_', ' ') as unit,
        'count' as measure,
        figure::double as value
    from figures
    union all by name
    select
        *,
        'CAP-01' as indicator_id,
        'per cent' as unit,
        'rate' as measure,
        places_taken as numerator,
        places_funded as denominator,
        100 * places_taken / places_funded as value
    from summed
    where places_taken is not null and places_funded > 0
)

select
    measured.indicator_id,
    measured.period_type,
    measured.period,
    measured.is_part_period,
    measured.area_level,
    measured.area_code,
    measured.programme_id,
    measured.unit,
    measured.measure,
    measured.numerator,
    measured.denominator,
    measured.value,
    case measured.collection
        when 'programme' then measured.senders
        else coverage.senders_returned
    end as senders_returned,
    case measured.collection
        when 'programme' then expected.senders
        else coverage.senders_expected
    end as senders_expected,
    measured.origin
from measured
left join expected using (programme_id, collection, area_level, area_code)
left join marts.provider_coverage as coverage
    on coverage.area_level = measured.area_level and coverage.area_code = measured.area_code
order by all
