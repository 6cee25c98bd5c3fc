-- One row per person, role held, gap indicator and category: what the answer adds above and below the line.
with

held as (
    select
        answers.file_id,
        answers.record_number,
        unnest(['child_protection', 'behaviour', 'inclusion', 'e_skills', 'colleagues']) as asked_as,
        unnest([
            answers.held_child_protection,
            answers.held_behaviour,
            answers.held_inclusion,
            answers.held_e_skills,
            answers.held_colleagues
        ]) as held_level
    from stage.staff_questionnaire as answers
),

-- A person stands once in each role held, and each role asks for its own levels.
compared as (
    select
        roles.file_id,
        roles.record_number,
        roles.role_id,
        required.competence_name,
        -- A blank answer is neither a gap nor none.
        case
            when held.held_level is not null
                then greatest(required.required_level - try_cast(held.held_level as integer), 0)
        end as shortfall
    from marts.survey_roles as roles
    inner join marts.survey_people as people using (file_id, record_number)
    inner join marts.required_levels as required
        on required.period = people.period and required.role_id = roles.role_id and required.is_essential
    inner join held
        on held.file_id = roles.file_id
        and held.record_number = roles.record_number
        and held.asked_as = required.asked_as
),

-- Only person-roles with an answer to every essential competence: a blank could hide a gap.
person_roles as (
    select
        file_id,
        record_number,
        role_id,
        sum(shortfall) as levels,
        max(shortfall) as depth
    from compared
    group by all
    having count(*) = count(shortfall)
),

depths as (
    select unnest([1, 2, 3]) as depth, unnest(['One level', 'Two levels', 'Three levels']) as category_1
),

qualified as (
    select
        roles.file_id,
        roles.record_number,
        roles.role_id,
        expected.expected_level,
        case answers.highest_level
            when 'below_1' then 0
            when '5_plus' then 5
            else try_cast(answers.highest_level as integer)
        end as highest_level
    from marts.survey_roles as roles
    inner join stage.staff_questionnaire as answers using (file_id, record_number)
    inner join marts.survey_people as people using (file_id, record_number)
    inner join marts.expected_levels as expected
        on expected.period = people.period and expected.role_id = roles.role_id
),

answers as (
    select file_id, record_number, 'GAP-01' as indicator_id, role_id, (levels > 0)::integer as numerator
    from person_roles
    union all by name
    select
        file_id,
        record_number,
        'GAP-01' as indicator_id,
        'competence' as dimension_1,
        competence_name as category_1,
        role_id,
        (shortfall > 0)::integer as numerator
    from compared
    where shortfall is not null
    union all by name
    select
        person_roles.file_id,
        person_roles.record_number,
        'GAP-01' as indicator_id,
        'gap depth' as dimension_1,
        depths.category_1,
        person_roles.role_id,
        (person_roles.depth = depths.depth)::integer as numerator
    from person_roles
    cross join depths
    union all by name
    select file_id, record_number, 'GAP-03' as indicator_id, role_id, levels as numerator
    from person_roles
    where levels > 0
    union all by name
    select
        file_id,
        record_number,
        'GAP-03' as indicator_id,
        'competence' as dimension_1,
        competence_name as category_1,
        role_id,
        shortfall as numerator
    from compared
    where shortfall > 0
    union all by name
    select
        file_id,
        record_number,
        'GAP-04' as indicator_id,
        role_id,
        (highest_level < expected_level)::integer as numerator
    from qualified
    where highest_level is not null
    union all by name
    select
        file_id,
        record_number,
        'GAP-04' as indicator_id,
        'expected level' as dimension_1,
        case expected_level when 5 then 'Above Level 4' else 'Level ' || expected_level end as category_1,
        role_id,
        (highest_level < expected_level)::integer as numerator
    from qualified
    where highest_level is not null
)

select
    file_id,
    record_number,
    indicator_id,
    dimension_1,
    category_1,
    role_id,
    numerator::double as numerator,
    1::double as denominator
from answers
order by file_id, record_number, indicator_id, role_id, dimension_1, category_1
