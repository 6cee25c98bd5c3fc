-- One row per page that a notice of a correction touches.
select
    notices.notice_id,
    notices.notice_date::varchar as notice_date,
    notices.corrects_release,
    notices.page,
    notices.text,
    notices.source
from reference.notices as notices
order by notices.notice_id, notices.page
