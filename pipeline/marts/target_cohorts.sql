-- One row per target whose starts come in cohorts, and cohort: its places, and how many were taken once it has started.
with

targets as (
    select
        target_id,
        string_split(coalesce(programme_ids, ''), ';') as programmes,
        window_start_date::date as first_day,
        window_end_date::date as last_day
    from reference.targets
    where counts_rule in ('csbm_dsbm_places_taken', 'behaviour_places')
),

cohorts as (
    select
        programme.programme_id,
        programme.cohort,
        programme.cohort_start_date as start_date,
        sum(coalesce(programme.places_funded, programme.places_planned))::bigint as places,
        sum(programme.places_taken)::bigint as places_taken
    from stage.programme as programme
    cross join reference.release as release
    where
        programme.cohort_start_date is not null
        and programme.month <= strftime(release.as_at_date, '%Y-%m')
    group by all
)

select
    targets.target_id,
    cohorts.programme_id,
    cohorts.cohort,
    strftime(cohorts.start_date, '%Y-%m') as month,
    cohorts.start_date > release.as_at_date and cohorts.start_date between targets.first_day and targets.last_day
        as is_to_come,
    cohorts.places,
    case when cohorts.start_date <= release.as_at_date then cohorts.places_taken end as places_taken
from targets
inner join cohorts on list_contains(targets.programmes, cohorts.programme_id)
cross join reference.release as release
where cohorts.places > 0
order by all
