-- One row per local LSC, LEA, priority, level and version, and file in use.
select
    local_plan.file_id,
    local_plan.record_number,
    files.sender_id,
    files.period,
    files.origin,
    local_plan.llsc_code,
    local_plan.lea_code,
    local_plan.priority_id,
    local_plan.nqf_level,
    local_plan.version,
    local_plan.planned_learners,
    local_plan.agreed_date
from raw.local_plan as local_plan
inner join raw.files as files using (file_id)
-- A file that a later one replaced stays in raw, and counts for nothing.
where files.status = 'used'
