-- One row per person who answered the staff questionnaire for themselves, in a school of the frame, with a weight.
with

answers as (
    select
        *,
        count(*) over (partition by school_id) as school_answers
    from stage.staff_questionnaire
    -- What heads say of a person is another series and is never pooled with this one.
    where respondent_kind = 'self'
),

-- A school that closed was never in the population; every other school drawn should have answered.
strata as (
    select
        stratum,
        count(*) filter (where is_sampled and outcome <> 'closed') as schools_drawn,
        count(*) filter (where is_sampled and school_id in (select school_id from answers)) as schools_answering
    from stage.school_frame
    group by all
)

select
    answers.file_id,
    answers.record_number,
    answers.sender_id,
    answers.period,
    case when 'synthetic' in (answers.origin, frame.origin) then 'synthetic' else answers.origin end as origin,
    frame.school_id,
    frame.stratum,
    frame.lea_code,
    frame.llsc_code,
    frame.region_code,
    frame.phase,
    answers.main_role_id,
    answers.second_role_id,
    answers.third_role_id,
    answers.offered_24_months,
    -- Nobody can start what was not offered, and the form leaves the question empty there.
    case when answers.offered_24_months = 'no' then 'no' else answers.started_24_months end as started_24_months,
    (
        (1 / frame.selection_probability)
        * (strata.schools_drawn / strata.schools_answering)
        * coalesce(
            greatest(frame.staff_listed, answers.school_answers) / answers.school_answers,
            1 / nullif(answers.selection_within_school, 0)
        )
    )::decimal(18, 9) as weight
from answers
inner join stage.school_frame as frame using (school_id)
inner join strata using (stratum)
where frame.is_sampled and frame.selection_probability > 0
order by answers.file_id, answers.record_number
