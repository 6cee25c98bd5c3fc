-- One row per provider, register and file in use.
select
    provider.file_id,
    provider.record_number,
    files.sender_id,
    files.period,
    files.origin,
    provider.provider_id,
    provider.provider_name,
    provider.provider_type,
    provider.lea_code,
    provider.annual_capacity,
    provider.capacity_kind,
    provider.assessors_fte,
    provider.is_assessment_centre = 'yes' as is_assessment_centre,
    provider.cove_from as cove_start_date,
    provider.cove_to as cove_end_date
from raw.provider as provider
inner join raw.files as files using (file_id)
-- A file that a later one replaced stays in raw, and counts for nothing.
where files.status = 'used'
