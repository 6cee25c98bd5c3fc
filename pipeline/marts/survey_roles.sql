-- One row per person of the survey and role held.
with

held as (
    select
        file_id,
        record_number,
        unnest([main_role_id, second_role_id, third_role_id]) as role_id
    from marts.survey_people
)

select distinct
    held.file_id,
    held.record_number,
    held.role_id
from held
where held.role_id is not null
order by held.file_id, held.record_number, held.role_id
