-- One row per file received, in use or not.
select
    files.file_id,
    files.file,
    files.collection,
    files.period,
    files.sender_id,
    files.sha256,
    files.origin,
    files.publisher,
    files.url,
    files.licence,
    files.status,
    files.submission,
    files.rows_read,
    files.rows_accepted,
    files.rows_held,
    files.received_date
from raw.files as files
