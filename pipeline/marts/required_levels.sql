-- One row per questionnaire period, role and competence asked about: the level required by the version then in force.
with

periods as (
    select distinct period, try_cast(period || '-01' as date) as first_date
    from marts.survey_people
),

-- Two competences can share a question; the required levels name the one that the question is about.
versions as (
    select
        periods.period,
        required.role_id,
        competences.asked_as,
        competences.competence_name,
        required.required_level,
        required.is_essential = 'yes' as is_essential,
        row_number() over (
            partition by periods.period, required.role_id, required.competence_id order by required.version desc
        ) as place
    from periods
    inner join reference.role_competences as required
        on try_cast(required.valid_from_date as date) <= periods.first_date
    inner join reference.competences as competences using (competence_id)
    where competences.asked_as is not null
)

select period, role_id, asked_as, competence_name, required_level, is_essential
from versions
where place = 1
order by period, role_id, asked_as, competence_name
