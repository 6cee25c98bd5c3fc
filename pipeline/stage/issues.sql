-- One row per fault or warning about a row or column of a file in use; what the cell held is left behind.
select
    issues.file_id,
    issues.record_number,
    files.collection,
    files.sender_id,
    files.period,
    files.origin,
    issues.column_name,
    issues.code,
    issues.severity
from raw.issues as issues
inner join raw.files as files using (file_id)
-- A file that a later one replaced stays in raw, and counts for nothing.
where files.status = 'used'
