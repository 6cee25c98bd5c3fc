-- One row per area: providers on the register of an LSC whose enrolments are in use.
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
)

select
    nested.area_level,
    nested.area_code,
    count(*) filter (where nested.is_returned) as senders_returned,
    count(*) as senders_expected
from nested
group by all
order by nested.area_level, nested.area_code
