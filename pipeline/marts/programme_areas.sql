-- One row per programme (none: all together), month or year to date, area and placement: places, starts, completions.
with

-- What names no LEA lies in no region: England is its regions and that.
placed as (
    select
        *,
        'national' as area_level,
        'ENG' as area_code,
        null as dimension_1,
        null as category_1,
        'real' as map_origin
    from marts.programme_periods
    union all
    select
        *,
        'national' as area_level,
        'ENG' as area_code,
        'placement' as dimension_1,
        'No LEA given' as category_1,
        'real' as map_origin
    from marts.programme_periods
    where lea_code is null
    union all
    select
        periods.*,
        lea_areas.area_level,
        lea_areas.area_code,
        null as dimension_1,
        null as category_1,
        lea_areas.map_origin
    from marts.programme_periods as periods
    inner join marts.lea_areas as lea_areas using (lea_code)
    where
        lea_areas.area_level = 'region'
        -- Academic and financial years overlap: beside each other, and without months, they would tell a season apart.
        or (lea_areas.area_level in ('local_lsc', 'lea') and periods.period_type = 'academic')
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
)

select
    summed.programme_id,
    summed.period_type,
    summed.period,
    summed.is_part_period,
    summed.area_level,
    summed.area_code,
    summed.dimension_1,
    summed.category_1,
    summed.places_planned,
    summed.places_funded,
    summed.places_offered,
    summed.places_taken,
    summed.starts,
    summed.completions,
    summed.lacks_planned,
    summed.lacks_funded,
    summed.lacks_offered,
    summed.programme_senders
        + case when summed.has_enrolments then coalesce(coverage.senders_returned, 0) else 0 end
        as senders_returned,
    case when summed.programme_senders > 0 then expected.senders else 0 end
        + case when summed.has_enrolments then coalesce(coverage.senders_expected, 0) else 0 end
        as senders_expected,
    summed.origin
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
order by all
