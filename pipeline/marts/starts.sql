-- One row per programme (none: all together), month or year to date, area and unit: places, starts and completions.
-- All six are those of marts.programme_months, counted in the month they happened: starts in UPT-04, completions in
-- OUT-02 and places in CAP-01, as counts and above and below the line of its rates, each the same quantity everywhere.
-- Programmes, months and areas share nothing, so each adds up to its total; an aim in no programme is in none of them.
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

-- What names no LEA lies in no region: England is its regions and that.
placed as (
    select
        *,
        'national' as area_level,
        'ENG' as area_code,
        null as dimension_1,
        null as category_1,
        'real' as map_origin
    from named
    union all
    select
        *,
        'national' as area_level,
        'ENG' as area_code,
        'placement' as dimension_1,
        'No LEA given' as category_1,
        'real' as map_origin
    from named
    where lea_code is null
    union all
    select
        named.*,
        lea_areas.area_level,
        lea_areas.area_code,
        null as dimension_1,
        null as category_1,
        lea_areas.map_origin
    from named
    inner join marts.lea_areas as lea_areas using (lea_code)
    where
        lea_areas.area_level = 'region'
        -- Academic and financial years overlap: beside each other, and without months, they would tell a season apart.
        or (lea_areas.area_level in ('local_lsc', 'lea') and named.period_type = 'academic')
),

-- An LEA has its total alone.
shown as (
    select * replace (null as programme_id) from placed
    union all
    select * from placed where area_level <> 'lea'
),

summed as (
    select
        shown.programme_id,
        shown.period_type,
        shown.period,
        bool_or(shown.is_part_period) as is_part_period,
        shown.area_level,
        shown.area_code,
        shown.dimension_1,
        shown.category_1,
        sum(shown.places_planned)::bigint as places_planned,
        sum(shown.places_funded)::bigint as places_funded,
        sum(shown.places_offered)::bigint as places_offered,
        sum(shown.places_taken)::bigint as places_taken,
        sum(shown.starts)::bigint as starts,
        sum(shown.completions)::bigint as completions,
        bool_or(shown.places_taken > 0 and shown.places_planned is null) as lacks_planned,
        bool_or(shown.places_taken > 0 and shown.places_funded is null) as lacks_funded,
        bool_or(shown.places_taken > 0 and shown.places_offered is null) as lacks_offered,
        count(distinct shown.sender_id) filter (where shown.collection = 'programme') as programme_senders,
        bool_or(shown.collection = 'enrolment') as has_enrolments,
        case
            when bool_or(shown.origin = 'synthetic') then 'synthetic'
            when bool_or(shown.map_origin = 'estimated') then 'estimated'
            else min(shown.origin)
        end as origin
    from shown
    group by all
),

-- Whoever ever sent a programme for an area should have sent it for every period; where LEAs send it, so should each
-- LEA of the area that is asked for programme returns at all.
due as (
    select programme_id, area_level, area_code, dimension_1, sender_id
    from shown
    where collection = 'programme'
    union
    select shown.programme_id, lea_areas.area_level, lea_areas.area_code, null as dimension_1, asked_leas.sender_id
    from (
        select distinct shown.programme_id
        from shown
        inner join reference.leas as leas on leas.lea_code = shown.sender_id
        where shown.collection = 'programme'
    ) as shown
    cross join (
        select distinct sender_id
        from reference.expected_senders
        where collection = 'programme' and sender_type = 'lea'
    ) as asked_leas
    inner join marts.lea_areas as lea_areas on lea_areas.lea_code = asked_leas.sender_id
),

expected as (
    select programme_id, area_level, area_code, dimension_1, count(*) as senders
    from due
    group by all
),

covered as (
    select
        summed.*,
        summed.programme_senders
            + case when summed.has_enrolments then coalesce(coverage.senders_returned, 0) else 0 end
            as senders_returned,
        case when summed.programme_senders > 0 then expected.senders else 0 end
            + case when summed.has_enrolments then coalesce(coverage.senders_expected, 0) else 0 end
            as senders_expected
    from summed
    left join expected
        on expected.programme_id is not distinct from summed.programme_id
        and expected.area_level = summed.area_level
        and expected.area_code = summed.area_code
        and expected.dimension_1 is not distinct from summed.dimension_1
    left join marts.provider_coverage as coverage
        on coverage.area_level = summed.area_level
        and coverage.area_code = summed.area_code
        and summed.dimension_1 is null
),

figures as (
    unpivot covered
    on places_planned, places_funded, places_offered, places_taken, starts, completions
    into name quantity value figure
),

-- Places are funded by the financial year. More can be taken than planned or funded, since LEAs buy further places
-- with Grant 25; never more than offered. Where places were taken of which nobody said so, there is no rate.
denominators as (
    unpivot (
        select *, places_taken as numerator
        from covered
        where period_type = 'financial' and programme_id is not null and dimension_1 is null
    )
    on places_planned, places_funded, places_offered
    into name quantity value denominator
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
        'per cent of ' || replace(quantity, '_', ' ') as unit,
        'rate' as measure,
        100 * numerator / denominator as value
    from denominators
    where
        numerator is not null
        and denominator > 0
        and not case quantity
            when 'places_planned' then lacks_planned
            when 'places_funded' then lacks_funded
            else lacks_offered
        end
),

together as (
    select * from measured
    union all by name
    select
        missing.indicator_id,
        missing.unit,
        missing.measure,
        missing.period_type,
        missing.start_year || '-' || lpad(((missing.start_year + 1) % 100)::varchar, 2, '0') as period,
        true as is_part_period,
        'national' as area_level,
        'ENG' as area_code,
        'not_enough_data' as symbol_reason,
        'real' as origin
    from (
        select
            'UPT-04' as indicator_id,
            'starts' as unit,
            'count' as measure,
            'academic' as period_type,
            year(as_at_date) - (month(as_at_date) < 8)::integer as start_year
        from reference.release
        union all
        select
            'CAP-01' as indicator_id,
            'per cent of places funded' as unit,
            'rate' as measure,
            'financial' as period_type,
            year(as_at_date) - (month(as_at_date) < 4)::integer as start_year
        from reference.release
    ) as missing
    where missing.unit not in (select unit from measured)
)

select
    together.indicator_id,
    together.period_type,
    together.period,
    together.is_part_period,
    together.area_level,
    together.area_code,
    together.programme_id,
    together.dimension_1,
    together.category_1,
    together.unit,
    together.measure,
    together.numerator,
    together.denominator,
    together.value,
    together.symbol_reason,
    case when together.senders_expected > 0 then together.senders_returned end as senders_returned,
    nullif(together.senders_expected, 0) as senders_expected,
    together.origin
from together
order by all
