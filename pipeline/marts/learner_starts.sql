-- One row per start of a learner on an aim in scope, up to the as-at date.
select
    enrolment.file_id,
    enrolment.record_number,
    enrolment.sender_id,
    enrolment.origin,
    enrolment.provider_id,
    enrolment.person_key,
    aims.programme_id,
    aims.role_id,
    aims.nqf_level,
    -- Nobody asks learners for their role: the aim tells it best, and the occupation that it is for is a proxy.
    coalesce(aims.role_id, occupations.role_id) as assigned_role_id,
    enrolment.funding_stream not in ('70', '99') as is_lsc_funded,
    -- Staff are counted where they work, and where they live only if no workplace was given.
    coalesce(enrolment.workplace_lea_code, enrolment.home_lea_code) as lea_code,
    -- Groups are those of the workforce, so that shares compare; empty where not known.
    sexes.label as sex,
    age_bands.label as age_band,
    case
        when enrolment.ethnicity in ('18', '98') then 'Chinese or other ethnic group'
        when enrolment.ethnicity <> '99' then split_part(ethnicities.label, ':', 1)
    end as ethnic_group,
    case enrolment.difficulty_or_disability when '1' then 'Disabled' when '2' then 'Not disabled' end as disability,
    enrolment.awarding_body,
    enrolment.completion_status,
    -- What ended after the as-at date was still going on then.
    case
        when enrolment.completion_status = '1' or enrolment.actual_end_date > release.as_at_date then 'in learning'
        when enrolment.completion_status = '2' then 'completed'
        else 'withdrawn'
    end as state,
    enrolment.outcome,
    enrolment.units_achieved,
    enrolment.units_required,
    enrolment.start_date,
    enrolment.planned_end_date,
    enrolment.actual_end_date
from stage.enrolment as enrolment
inner join reference.aims as aims using (aim_reference)
left join reference.soc2000_roles as occupations on occupations.soc2000_code = enrolment.occupation
left join marts.labels as sexes
    on sexes.collection = 'enrolment' and sexes.column_name = 'L13' and sexes.code = enrolment.sex
left join marts.labels as ethnicities
    on ethnicities.collection = 'enrolment'
    and ethnicities.column_name = 'L12'
    and ethnicities.code = enrolment.ethnicity
left join marts.labels as age_bands
    on age_bands.collection = 'staff_questionnaire'
    and age_bands.column_name = 'age_band'
    and age_bands.code = enrolment.age_band
cross join reference.release as release
where
    aims.is_in_scope = 'yes'
    and enrolment.start_date <= release.as_at_date
    -- A transfer to another aim is no start of its own: the learner is counted on the new aim.
    and enrolment.completion_status <> '4'
order by enrolment.file_id, enrolment.record_number
