-- One row per person of the survey, with each step of the weight before it is raked.
with

chosen as (
    select
        people.file_id,
        people.record_number,
        people.period,
        people.school_id,
        schools.response_class,
        schools.base_weight,
        schools.school_response_factor,
        schools.school_weight,
        schools.answers_count,
        schools.staff_listed,
        (1 / coalesce(nullif(people.selection_within_school, 0), 1))::decimal(18, 9) as person_base_weight
    from marts.survey_people as people
    inner join marts.survey_schools as schools using (period, school_id)
),

-- A school lists no fewer staff than those who answer stand for.
listed as (
    select
        period,
        response_class,
        school_id,
        school_weight,
        greatest(coalesce(staff_listed, 0), sum(person_base_weight)) as staff,
        sum(person_base_weight) as staff_answering
    from chosen
    group by period, response_class, school_id, school_weight, staff_listed
),

-- Within the same classes as for schools: those who answered stand for all whom the answering schools listed.
factors as (
    select
        period,
        response_class,
        sum(school_weight * staff) / sum(school_weight * staff_answering) as person_response_factor
    from listed
    group by all
)

select
    chosen.file_id,
    chosen.record_number,
    chosen.period,
    chosen.response_class,
    chosen.base_weight,
    chosen.school_response_factor,
    chosen.person_base_weight,
    factors.person_response_factor::decimal(18, 9) as person_response_factor,
    (chosen.school_weight::double * chosen.person_base_weight::double * factors.person_response_factor)::decimal(18, 9)
        as design_weight
from chosen
inner join factors using (period, response_class)
order by chosen.file_id, chosen.record_number
