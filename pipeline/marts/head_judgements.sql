-- One row per school, grain and category: staff whom the head judged, and those not fully proficient, weighted below.
with

-- Headcount and judgement must both stand: a blank is no judgement.
judged as (
    select
        schools.period,
        schools.school_id,
        schools.stratum,
        schools.region_code,
        schools.school_weight,
        schools.origin,
        answers.role_id,
        roles.role_group,
        answers.headcount,
        answers.headcount - answers.proficient_count as gap_count
    from stage.school_questionnaire as answers
    inner join marts.head_schools as schools using (period, school_id)
    inner join reference.roles as roles using (role_id)
    where answers.headcount is not null and answers.proficient_count is not null
)

select
    judged.period,
    grains.grain,
    case grains.grain
        when 'region' then judged.region_code
        when 'role' then judged.role_id
        when 'role_group' then judged.role_group
        else 'ENG'
    end as category,
    judged.school_id,
    judged.stratum,
    judged.school_weight,
    min(judged.origin) as origin,
    sum(judged.gap_count)::integer as gap_count,
    sum(judged.headcount)::integer as headcount
from judged
cross join (values ('nation'), ('region'), ('role'), ('role_group')) as grains (grain)
group by all
order by judged.period, grains.grain, category, judged.school_id
