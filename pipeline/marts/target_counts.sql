-- One row per target that something is counted for: within its window up to the as-at date, and before it.
with

targets as (
    select
        targets.target_id,
        targets.counts_rule,
        string_split(coalesce(targets.programme_ids, ''), ';') as programmes,
        -- What is called approximate is met within five per cent.
        targets.target_value * case targets.qualifier when 'around' then 0.95 else 1 end as needed,
        targets.window_start_date::date as first_day,
        least(targets.window_end_date::date, release.as_at_date) as last_day
    from reference.targets as targets
    cross join reference.release as release
),

-- What lies before the window is baseline and never progress; a learner counts once on each side of it.
learners as (
    select
        targets.target_id,
        count(distinct starts.person_key) filter (
            where starts.start_date between targets.first_day and targets.last_day
        ) as actual,
        count(distinct starts.person_key) filter (where starts.start_date < targets.first_day) as baseline,
        count(starts.person_key) as records,
        bool_or(starts.origin = 'synthetic') as is_synthetic
    from targets
    left join marts.learner_starts as starts
        on list_contains(targets.programmes, starts.programme_id)
        and starts.nqf_level = '2'
        and starts.is_lsc_funded
    where targets.counts_rule = 'enrolment_level_2_learners'
    group by all
),

places as (
    select
        targets.target_id,
        coalesce(
            sum(months.places_taken) filter (
                where (months.month || '-01')::date between targets.first_day and targets.last_day
            ),
            0
        )::bigint as actual,
        coalesce(
            sum(months.places_taken) filter (where (months.month || '-01')::date < targets.first_day), 0
        )::bigint as baseline,
        count(months.places_taken) as records,
        bool_or(months.origin = 'synthetic') as is_synthetic,
        count(distinct months.sender_id) as senders
    from targets
    left join marts.programme_months as months on list_contains(targets.programmes, months.programme_id)
    where targets.counts_rule in ('hlta_places_taken', 'behaviour_places', 'csbm_dsbm_places_taken')
    group by all
),

together as (
    select learners.*, coverage.senders_returned, coverage.senders_expected
    from learners
    left join marts.provider_coverage as coverage on coverage.area_level = 'national'
    union all by name
    select * exclude (senders), senders as senders_returned, senders as senders_expected
    from places
),

running as (
    select targets.target_id, programme.provider_id
    from targets
    inner join stage.programme as programme on list_contains(targets.programmes, programme.programme_id)
    union
    select targets.target_id, starts.provider_id
    from targets
    inner join marts.learner_starts as starts on list_contains(targets.programmes, starts.programme_id)
),

registered as (
    select
        provider_id,
        max(annual_capacity) filter (where capacity_kind = 'maximum') as maximum_capacity,
        bool_or(capacity_kind = 'minimum') as has_minimum
    from stage.provider
    group by all
),

-- What all providers together can run is limited only where every one of them states a maximum.
capacities as (
    select
        running.target_id,
        case when count(*) = count(registered.maximum_capacity) and not bool_or(registered.has_minimum)
            then sum(registered.maximum_capacity)::bigint
        end as maximum_capacity
    from running
    left join registered using (provider_id)
    group by all
)

select
    together.target_id,
    targets.needed,
    together.actual,
    together.baseline,
    together.records,
    capacities.maximum_capacity,
    together.senders_returned,
    together.senders_expected,
    coalesce(together.is_synthetic, false) as is_synthetic
from together
inner join targets using (target_id)
left join capacities using (target_id)
order by together.target_id
