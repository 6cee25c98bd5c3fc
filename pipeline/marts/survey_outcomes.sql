-- One row per person of the survey and headline: whether it happened (1 or 0), empty for whoever is outside it.
with

headlines as (
    select unnest(['OFF-01', 'UPT-01', 'UPT-02']) as indicator_id
),

-- Who is outside a headline stays in the sample, so that every school drawn does.
people as (
    select
        people.*,
        weights.weight,
        roles.role_group
    from marts.survey_people as people
    inner join marts.survey_weights as weights using (file_id, record_number)
    left join reference.roles as roles on roles.role_id = people.main_role_id
)

select
    people.file_id,
    people.record_number,
    headlines.indicator_id,
    people.period,
    people.stratum,
    people.school_id,
    people.region_code,
    people.llsc_code,
    people.main_role_id,
    people.role_group,
    people.weight,
    answers.numerator as outcome
from people
cross join headlines
left join marts.survey_answers as answers
    on answers.file_id = people.file_id
    and answers.record_number = people.record_number
    and answers.indicator_id = headlines.indicator_id
    and answers.dimension_1 is null
order by headlines.indicator_id, people.file_id, people.record_number
