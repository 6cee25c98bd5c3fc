-- One row per notice of a correction that is not one on all pages that it touches.
select
    'data/reference/notices.csv' as file,
    notices.notice_id || ' has one date, one release and one text' as rule,
    count(distinct notices.notice_date) || ', ' || count(distinct notices.corrects_release) || ' and '
        || count(distinct notices.text) as rows
from marts.notices as notices
group by notices.notice_id
having
    count(distinct notices.notice_date) > 1
    or count(distinct notices.corrects_release) > 1
    or count(distinct notices.text) > 1
order by all
