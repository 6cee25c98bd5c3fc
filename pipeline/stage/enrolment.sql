-- One row per learning aim of one learner, and file in use.
select
    enrolment.file_id,
    enrolment.record_number,
    files.sender_id,
    files.period,
    files.origin,
    enrolment.L01 as provider_id,
    enrolment.person_key,
    enrolment.A09 as aim_reference,
    enrolment.age_band,
    enrolment.L12 as ethnicity,
    enrolment.L13 as sex,
    enrolment.L14 as difficulty_or_disability,
    enrolment.L15 as disability,
    enrolment.L35 as prior_attainment,
    enrolment.A10 as funding_stream,
    enrolment.A24 as occupation,
    enrolment.awarding_body,
    enrolment.home_lea_code,
    enrolment.workplace_lea_code,
    enrolment.A34 as completion_status,
    enrolment.A35 as outcome,
    enrolment.A37 as units_achieved,
    enrolment.A38 as units_required,
    enrolment.A27 as start_date,
    enrolment.A28 as planned_end_date,
    enrolment.A31 as actual_end_date
from raw.enrolment as enrolment
inner join raw.files as files using (file_id)
-- A file that a later one replaced stays in raw, and counts for nothing.
where files.status = 'used'
