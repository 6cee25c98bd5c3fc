-- One row per programme, route or level, cohort, provider, LEA and month, and file in use.
select
    programme.file_id,
    programme.record_number,
    files.sender_id,
    files.period,
    files.origin,
    programme.programme_id,
    programme.route_or_level,
    programme.cohort,
    programme.provider_id,
    programme.lea_code,
    programme.places_planned,
    programme.places_funded,
    programme.places_offered,
    programme.places_taken,
    programme.starts,
    programme.completions,
    programme.withdrawals,
    programme.assessed,
    programme.passed,
    programme.days,
    programme.month,
    programme.cohort_start_date,
    programme.cohort_planned_end_date
from raw.programme as programme
inner join raw.files as files using (file_id)
-- A file that a later one replaced stays in raw, and counts for nothing.
where files.status = 'used'
