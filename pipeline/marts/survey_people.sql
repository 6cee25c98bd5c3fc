-- One row per person who answered the staff questionnaire for themselves, in a school drawn from the frame.
select
    answers.file_id,
    answers.record_number,
    answers.sender_id,
    answers.period,
    answers.respondent_kind,
    case when 'synthetic' in (answers.origin, frame.origin) then 'synthetic' else answers.origin end as origin,
    frame.school_id,
    frame.stratum,
    frame.lea_code,
    frame.llsc_code,
    frame.region_code,
    frame.phase,
    answers.selection_within_school,
    answers.main_role_id,
    answers.second_role_id,
    answers.third_role_id,
    answers.service_years,
    answers.working_pattern,
    answers.sex,
    answers.age_band,
    answers.ethnicity,
    answers.disability,
    answers.offered_24_months,
    -- Nobody can start what was not offered, and the form leaves the question empty there.
    case when answers.offered_24_months = 'no' then 'no' else answers.started_24_months end as started_24_months
from stage.staff_questionnaire as answers
inner join stage.school_frame as frame using (school_id, period)
where
    frame.is_sampled and frame.selection_probability > 0
    -- What heads say of a person is another series and is never pooled with this one.
    and answers.respondent_kind = 'self'
order by answers.file_id, answers.record_number
