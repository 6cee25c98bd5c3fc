-- One row per person of the survey, with the weight before raking and the cell of each margin to rake to.
select
    people.file_id,
    people.record_number,
    people.period,
    people.school_id,
    people.stratum,
    people.main_role_id,
    people.offered_24_months,
    people.started_24_months,
    weights.design_weight,
    staff_categories.cell as staff_category,
    phases.cell as phase,
    sexes.cell as sex,
    age_bands.cell as age_band,
    patterns.cell as working_pattern
from marts.survey_people as people
inner join marts.survey_base_weights as weights using (file_id, record_number)
left join reference.role_categories as categories on categories.role_id = people.main_role_id
left join marts.survey_margins as staff_categories
    on staff_categories.period = people.period
    and staff_categories.margin = 'staff_category'
    and staff_categories.area_code = people.region_code
    and staff_categories.category = coalesce(categories.staff_category, 'not_stated')
left join marts.survey_margins as phases
    on phases.period = people.period
    and phases.margin = 'phase'
    and phases.area_code = people.region_code
    and phases.category = people.phase
left join marts.survey_margins as sexes
    on sexes.period = people.period
    and sexes.margin = 'sex'
    and sexes.category = coalesce(people.sex, 'not_stated')
left join marts.survey_margins as age_bands
    on age_bands.period = people.period
    and age_bands.margin = 'age_band'
    and age_bands.category = coalesce(people.age_band, 'not_stated')
left join marts.survey_margins as patterns
    on patterns.period = people.period
    and patterns.margin = 'working_pattern'
    and patterns.category = coalesce(people.working_pattern, 'not_stated')
order by people.file_id, people.record_number
