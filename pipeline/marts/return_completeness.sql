-- One row per collection, period and area: returns that came and are used, of those due.
with

due as (
    select
        returns.collection,
        returns.period,
        returns.area_code as sender_area,
        returns.status in ('received', 'resubmitted', 'late') as is_used,
        returns.origin
    from marts.returns as returns
    -- Whoever sends without being asked makes nobody else's silence better.
    where returns.is_expected
),

-- Local LSCs and LEAs send for themselves, providers for the LEA of their seat, all others for England alone.
nested as (
    select lea_code as sender_area, area_level, area_code
    from marts.lea_areas
    where area_level in ('region', 'local_lsc')
    union
    select llsc_code as sender_area, 'local_lsc' as area_level, llsc_code as area_code from reference.local_lscs
    union
    select llsc_code as sender_area, 'region' as area_level, region_code as area_code from reference.local_lscs
),

placed as (
    select collection, period, is_used, origin, 'national' as area_level, 'ENG' as area_code
    from due
    union all
    select due.collection, due.period, due.is_used, due.origin, nested.area_level, nested.area_code
    from due
    inner join nested using (sender_area)
),

counted as (
    select
        collection,
        period,
        area_level,
        area_code,
        count(*) filter (where is_used) as senders_returned,
        count(*) as senders_expected,
        case when bool_or(origin = 'synthetic') then 'synthetic' else min(origin) end as origin
    from placed
    group by all
)

select
    'QUA-02' as indicator_id,
    case
        when counted.collection in ('programme', 'workforce') then 'month'
        when counted.collection in ('funding', 'provider') then 'financial'
        when counted.collection in ('school_frame', 'staff_questionnaire', 'school_questionnaire') then 'survey'
        else 'academic'
    end as period_type,
    -- A span inside a file is that of its first and its last year.
    case
        when counted.period like '%\_%' escape '\'
            then left(counted.period, 4) || '-' || lpad(((left(counted.period, 4)::integer + 1) % 100)::varchar, 2, '0')
                || ' to ' || (right(counted.period, 4)::integer - 1) || '-' || right(counted.period, 2)
        else counted.period
    end as period,
    false as is_part_period,
    counted.area_level,
    counted.area_code,
    'collection' as dimension_1,
    counted.collection as category_1,
    'per cent' as unit,
    'published_fact' as measure,
    counted.senders_returned as numerator,
    counted.senders_expected as denominator,
    round(100 * counted.senders_returned / counted.senders_expected, 1) as value,
    counted.senders_returned,
    counted.senders_expected,
    counted.origin
from counted
order by all
