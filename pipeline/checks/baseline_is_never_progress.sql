-- One row per target that counts anything before its window opens.
select
    'marts.progress' as file,
    progress.target_id || ' counts nothing before ' || progress.window_start_date as rule,
    progress.actual_count || ' counted' as rows
from marts.progress as progress
where progress.window_start_date > progress.as_at_date and progress.actual_count is not null
order by all
