-- One row per area: providers on the register of an LSC, there or in the next area above, whose enrolments are in use.
with

providers as (
    select
        provider_id,
        max(lea_code) as lea_code,
        provider_id in (
            select sender_id from stage.files where collection = 'enrolment' and status = 'used'
        ) as is_returned
    from stage.provider
    -- Centres on the registers of the other bodies report by programme, not by enrolment.
    where sender_id not in ('TTA', 'NCSL')
    group by all
),

nested as (
    select provider_id, is_returned, 'national' as area_level, 'ENG' as area_code from providers
    union all
    select providers.provider_id, providers.is_returned, lea_areas.area_level, lea_areas.area_code
    from providers
    inner join marts.lea_areas as lea_areas using (lea_code)
    where lea_areas.area_level <> 'national'
),

counted as (
    select
        area_level,
        area_code,
        count(*) filter (where is_returned) as senders_returned,
        count(*) as senders_expected
    from nested
    group by all
),

levels as (
    select unnest(['lea', 'local_lsc', 'region', 'national']) as area_level, unnest([1, 2, 3, 4]) as breadth
),

above as (
    select distinct
        own.area_level,
        own.area_code,
        wider.area_level as wider_level,
        wider.area_code as wider_code
    from marts.lea_areas as own
    inner join marts.lea_areas as wider using (lea_code)
),

-- Who works in an area without a provider learns at those around it: its coverage is that of the next area above with one.

nearest as (
    select
        above.area_level,
        above.area_code,
        arg_min(counted, levels.breadth) as coverage
    from above
    inner join levels on levels.area_level = above.wider_level
    inner join levels as own_levels on own_levels.area_level = above.area_level
    inner join counted on counted.area_level = above.wider_level and counted.area_code = above.wider_code
    where levels.breadth >= own_levels.breadth
    group by all
)

select
    nearest.area_level,
    nearest.area_code,
    nearest.coverage.senders_returned as senders_returned,
    nearest.coverage.senders_expected as senders_expected
from nearest
order by nearest.area_level, nearest.area_code
