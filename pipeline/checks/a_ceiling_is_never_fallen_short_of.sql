-- One row per target that is a ceiling and is judged as if it had to be reached.
select
    'marts.progress' as file,
    progress.target_id || ' is a ceiling' as rule,
    progress.status as rows
from marts.progress as progress
where progress.qualifier = 'up to' and progress.status in ('on course', 'at risk', 'off course', 'missed')
order by all
