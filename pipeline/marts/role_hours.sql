-- One row per respondent of the staff questionnaire and role held: hours in it, and its share of the person.
with

held as (
    select
        answers.file_id,
        answers.record_number,
        answers.origin,
        unnest([
            {'role_id': answers.main_role_id, 'hours': answers.main_role_hours},
            {'role_id': answers.second_role_id, 'hours': answers.second_role_hours},
            {'role_id': answers.third_role_id, 'hours': answers.third_role_hours}
        ]) as post
    from stage.staff_questionnaire as answers
),

roles as (
    select
        held.file_id,
        held.record_number,
        held.origin,
        held.post.role_id as role_id,
        sum(held.post.hours::decimal(9, 2)) as hours,
        bool_and(coalesce(held.post.hours > 0, false)) as is_known
    from held
    where held.post.role_id is not null
    group by all
)

select
    roles.file_id,
    roles.record_number,
    roles.role_id,
    roles.hours,
    -- Someone who leaves out the hours of one role is shared equally among all of them.
    case
        when bool_and(roles.is_known) over person then (roles.hours / sum(roles.hours) over person)::double
        else 1 / count(*) over person
    end as hours_share,
    roles.origin
from roles
window person as (partition by roles.file_id, roles.record_number)
order by roles.file_id, roles.record_number, roles.role_id
