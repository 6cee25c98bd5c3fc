-- One row per programme, collection, sender, LEA and month, up to the as-at date.
with

returned as (
    select
        programme.programme_id,
        'programme' as collection,
        programme.sender_id,
        programme.lea_code,
        programme.month,
        programme.origin,
        sum(programme.places_planned) as places_planned,
        sum(programme.places_funded) as places_funded,
        sum(programme.places_offered) as places_offered,
        sum(programme.places_taken) as places_taken,
        sum(programme.starts) as starts,
        sum(programme.completions) as completions
    from stage.programme as programme
    where programme.month <= (select strftime(as_at_date, '%Y-%m') from reference.release)
    group by all
),

-- Enrolments tell of the programmes that send no returns of their own, so that none is counted twice.
enrolled as (
    select *
    from marts.learner_starts
    where programme_id is not null and programme_id not in (select programme_id from returned)
),

events as (
    select
        programme_id,
        sender_id,
        lea_code,
        origin,
        strftime(start_date, '%Y-%m') as month,
        1 as starts,
        0 as completions
    from enrolled
    union all
    select
        enrolled.programme_id,
        enrolled.sender_id,
        enrolled.lea_code,
        enrolled.origin,
        strftime(enrolled.actual_end_date, '%Y-%m') as month,
        0 as starts,
        1 as completions
    from enrolled
    cross join reference.release as release
    where enrolled.completion_status = '2' and enrolled.actual_end_date <= release.as_at_date
),

counted as (
    select * from returned
    union all by name
    select
        programme_id,
        'enrolment' as collection,
        sender_id,
        lea_code,
        month,
        origin,
        sum(starts) as starts,
        sum(completions) as completions
    from events
    group by all
)

select
    counted.programme_id,
    counted.collection,
    counted.sender_id,
    counted.lea_code,
    counted.month,
    counted.origin,
    counted.places_planned,
    counted.places_funded,
    counted.places_offered,
    counted.places_taken,
    counted.starts,
    counted.completions
from counted
order by all
