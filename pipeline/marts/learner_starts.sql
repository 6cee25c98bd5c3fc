-- One row per start of a learner on an aim in scope, up to the as-at date.
select
    enrolment.file_id,
    enrolment.record_number,
    enrolment.sender_id,
    enrolment.origin,
    enrolment.provider_id,
    enrolment.person_key,
    enrolment.aim_reference,
    aims.programme_id,
    aims.role_id,
    aims.nqf_level,
    enrolment.funding_stream not in ('70', '99') as is_lsc_funded,
    -- Staff are counted where they work, and where they live only if no workplace was given.
    coalesce(enrolment.workplace_lea_code, enrolment.home_lea_code) as lea_code,
    enrolment.completion_status,
    enrolment.start_date,
    enrolment.planned_end_date,
    enrolment.actual_end_date
from stage.enrolment as enrolment
inner join reference.aims as aims using (aim_reference)
cross join reference.release as release
where
    aims.is_in_scope = 'yes'
    and enrolment.start_date <= release.as_at_date
    -- A transfer to another aim is no start of its own: the learner is counted on the new aim.
    and enrolment.completion_status <> '4'
order by enrolment.file_id, enrolment.record_number
