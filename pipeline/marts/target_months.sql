-- One row per target and whole month that returns tell of: what was counted in it, within the window or before.
with

targets as (
    select
        target_id,
        counts_rule,
        string_split(coalesce(programme_ids, ''), ';') as programmes,
        window_start_date::date as first_day,
        window_end_date::date as last_day
    from reference.targets
    where counts_rule <> 'none'
),

-- Enrolments tell of earlier years too, but nobody was asked for all of those.
asked as (
    select min(make_date(left(period, 4)::integer, 8, 1)) as first_asked
    from stage.files
    where collection = 'enrolment'
),

learner_months as (
    select
        targets.target_id,
        unnest(generate_series(asked.first_asked, release.as_at_date, interval 1 month)) as month_start
    from targets
    cross join asked
    cross join reference.release as release
    where targets.counts_rule = 'enrolment_level_2_learners'
),

-- A month without a return of the programme's body is not known, and no month without places.
place_months as (
    select distinct targets.target_id, (files.period || '-01')::timestamp as month_start
    from targets
    inner join marts.programme_months as months on list_contains(targets.programmes, months.programme_id)
    inner join stage.files as files
        on files.collection = months.collection and files.sender_id = months.sender_id and files.status = 'used'
    where targets.counts_rule <> 'enrolment_level_2_learners' and months.collection = 'programme'
),

-- A learner counts in the month of the first start, once on each side of the window's first day.
first_starts as (
    select
        targets.target_id,
        starts.person_key,
        starts.start_date >= targets.first_day as is_in_window,
        min(starts.start_date) as start_date
    from targets
    inner join marts.learner_starts as starts
        on list_contains(targets.programmes, starts.programme_id)
        and starts.nqf_level = '2'
        and starts.is_lsc_funded
    where targets.counts_rule = 'enrolment_level_2_learners'
    group by all
),

events as (
    select target_id, strftime(start_date, '%Y-%m') as month, 1 as counted
    from first_starts
    union all
    select targets.target_id, months.month, months.places_taken as counted
    from targets
    inner join marts.programme_months as months on list_contains(targets.programmes, months.programme_id)
    where targets.counts_rule <> 'enrolment_level_2_learners'
),

counted as (
    select target_id, month, sum(counted)::bigint as month_count
    from events
    group by all
),

told as (
    select * from learner_months
    union all
    select * from place_months
)

select
    told.target_id,
    strftime(told.month_start, '%Y-%m') as month,
    told.month_start::date between targets.first_day and targets.last_day as is_in_window,
    coalesce(counted.month_count, 0) as month_count
from told
inner join targets using (target_id)
cross join reference.release as release
left join counted on counted.target_id = told.target_id and counted.month = strftime(told.month_start, '%Y-%m')
where last_day(told.month_start) <= release.as_at_date
order by all
