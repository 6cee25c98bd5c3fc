-- One row per school in the frame of its local LSC, and file in use.
select
    school_frame.file_id,
    school_frame.record_number,
    files.sender_id,
    files.period,
    files.origin,
    school_frame.school_id,
    school_frame.lea_code,
    school_frame.llsc_code,
    school_frame.region_code,
    school_frame.phase,
    school_frame.school_type,
    school_frame.size_band,
    school_frame.stratum,
    school_frame.outcome,
    school_frame.selection_probability,
    school_frame.staff_listed,
    school_frame.forms_issued,
    school_frame.forms_returned,
    school_frame.is_sampled = 'yes' as is_sampled,
    school_frame.investors_in_people_date,
    school_frame.investors_in_people_until as investors_in_people_end_date,
    school_frame.mentor_trained_date
from raw.school_frame as school_frame
inner join raw.files as files using (file_id)
-- A file that a later one replaced stays in raw, and counts for nothing.
where files.status = 'used'
