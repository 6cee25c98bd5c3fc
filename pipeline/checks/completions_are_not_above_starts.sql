-- One row per programme in which more people finished or left than ever started.
with

months as (
    select
        *,
        min(month) over (partition by programme_id) as first_month
    from stage.programme
),

cohorts as (
    select
        programme_id,
        coalesce(sum(starts), 0) as starts,
        coalesce(sum(completions), 0) + coalesce(sum(withdrawals), 0) as ends
    from months
    -- People who began before the first return are finishing without a start that anybody returned.
    where strftime(cohort_start_date, '%Y-%m') >= first_month
    group by all
)

select
    'stage.programme' as file,
    'starts of ' || cohorts.programme_id || ' at least completions and withdrawals' as rule,
    cohorts.starts || ' starts, ' || cohorts.ends || ' ends' as rows
from cohorts
where cohorts.ends > cohorts.starts
order by all
