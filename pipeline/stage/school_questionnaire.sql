-- One row per school and role as its head sees it, and file in use.
select
    school_questionnaire.file_id,
    school_questionnaire.record_number,
    files.sender_id,
    files.period,
    files.origin,
    school_questionnaire.school_id,
    school_questionnaire.role_id,
    school_questionnaire.headcount,
    school_questionnaire.offered_count,
    school_questionnaire.trained_count,
    school_questionnaire.proficient_count,
    school_questionnaire.form_date
from raw.school_questionnaire as school_questionnaire
inner join raw.files as files using (file_id)
-- A file that a later one replaced stays in raw, and counts for nothing.
where files.status = 'used'
