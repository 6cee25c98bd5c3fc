-- One row per target of the plan.
with

targets as (
    select
        targets.*,
        release.as_at_date,
        string_split(coalesce(targets.programme_ids, ''), ';') as programmes,
        targets.window_start_date::date as first_day,
        least(targets.window_end_date::date, release.as_at_date) as last_day
    from reference.targets as targets
    cross join reference.release as release
),

-- What lies before the window is baseline and never progress; a learner counts once on each side of it.
learners as (
    select
        targets.target_id,
        count(distinct starts.person_key) filter (where starts.start_date between targets.first_day and targets.last_day)
            as actual,
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
        coalesce(sum(months.places_taken) filter (
            where (months.month || '-01')::date between targets.first_day and targets.last_day
        ), 0)::bigint as actual,
        coalesce(sum(months.places_taken) filter (where (months.month || '-01')::date < targets.first_day), 0)::bigint
            as baseline,
        count(months.places_taken) as records,
        bool_or(months.origin = 'synthetic') as is_synthetic,
        count(distinct months.sender_id) as senders
    from targets
    left join marts.programme_months as months on list_contains(targets.programmes, months.programme_id)
    where targets.counts_rule in ('hlta_places_taken', 'behaviour_places', 'csbm_dsbm_places_taken')
    group by all
),

counted as (
    select learners.*, coverage.senders_returned, coverage.senders_expected
    from learners
    left join marts.provider_coverage as coverage on coverage.area_level = 'national'
    union all by name
    select * exclude (senders), senders as senders_returned, senders as senders_expected
    from places
),

judged as (
    select
        targets.*,
        counted.actual,
        counted.baseline,
        counted.senders_returned,
        counted.senders_expected,
        coalesce(counted.records, 0) > 0 as has_returns,
        coalesce(counted.is_synthetic, false) as is_synthetic,
        case
            when targets.target_value is null then 'no number set'
            when targets.first_day > targets.as_at_date then 'not yet begun'
            when coalesce(counted.records, 0) = 0 then 'cannot say'
            when counted.actual >= targets.target_value then 'met'
            when counted.actual > 0 then 'under way'
            else 'not yet begun'
        end as status,
        targets.first_day > targets.as_at_date as is_ahead
    from targets
    left join counted using (target_id)
)

select
    judged.target_id,
    judged.priority_id,
    judged.title,
    judged.qualifier,
    judged.target_value,
    judged.target_unit,
    judged.window_start_date::varchar as window_start_date,
    judged.window_end_date::varchar as window_end_date,
    judged.counts,
    case when not judged.is_ahead and judged.has_returns then judged.actual end as actual_count,
    case when judged.has_returns then judged.baseline end as baseline_count,
    case when not judged.is_ahead and judged.has_returns then 100 * judged.actual / judged.target_value end
        as percent_of_target,
    case judged.status when 'no number set' then 'z' when 'cannot say' then 'x' when 'not yet begun' then
        case when judged.is_ahead then 'x' end end as symbol,
    case judged.status when 'no number set' then 'no_number_set' when 'cannot say' then 'not_returned' when 'not yet begun'
        then case when judged.is_ahead then 'not_yet_due' end end as symbol_reason,
    judged.status,
    case
        when judged.status = 'no number set' then 'The plan sets no number to reach.'
        when judged.is_ahead
            then 'The counting window opens on ' || judged.first_day || ', after the as-at date; what came before is baseline.'
        when judged.status = 'cannot say' then 'No return received tells of it.'
        when judged.status = 'met' then 'The number in the plan has been reached.'
        when judged.status = 'under way'
            then 'Counted from ' || judged.first_day || ' to ' || judged.last_day || '; the window ends on '
                || judged.window_end_date || '.'
        else 'The window is open and nothing has been counted in it.'
    end as status_reason,
    judged.as_at_date::varchar as as_at_date,
    case when not judged.is_ahead and judged.has_returns then judged.senders_returned end as senders_returned,
    case when not judged.is_ahead and judged.has_returns then judged.senders_expected end as senders_expected,
    judged.place,
    -- The target is the plan's; what was counted, baseline too, is as synthetic as the returns.
    case when judged.has_returns and judged.is_synthetic then 'synthetic' else 'real' end as origin
from judged
order by judged.target_id
