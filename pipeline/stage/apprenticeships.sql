-- One row per programme or all of them, provider or provider type, level, measure and academic year, and file in use.
select
    apprenticeships.file_id,
    apprenticeships.record_number,
    files.sender_id,
    files.period,
    files.origin,
    case
        when apprenticeships.programme_name is null then 'all_programmes'
        when apprenticeships.provider_name is not null then 'by_provider'
        else 'support_roles'
    end as edition,
    apprenticeships.programme_name,
    apprenticeships.programme_type,
    apprenticeships.apprenticeship_level,
    apprenticeships.subject_area,
    apprenticeships.subject_area_detail,
    apprenticeships.provider_type,
    apprenticeships.provider_name,
    lower(apprenticeships.measure) as measure,
    apprenticeships.value as apprentices,
    apprenticeships.provider_count,
    contains(apprenticeships.academic_year, '(') as is_part_year,
    replace(left(apprenticeships.academic_year, 7), '/', '-') as academic_year
from raw.apprenticeships as apprenticeships
inner join raw.files as files using (file_id)
-- A file that a later one replaced stays in raw, and counts for nothing.
where files.status = 'used'
