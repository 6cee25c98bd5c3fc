-- One row per file in use of which stage holds another number of rows than were accepted.
with

staged as (
    select file_id, count(*) as rows from stage.apprenticeships group by all
    union all
    select file_id, count(*) as rows from stage.enrolment group by all
    union all
    select file_id, count(*) as rows from stage.funding group by all
    union all
    select file_id, count(*) as rows from stage.ilr group by all
    union all
    select file_id, count(*) as rows from stage.local_plan group by all
    union all
    select file_id, count(*) as rows from stage.programme group by all
    union all
    select file_id, count(*) as rows from stage.provider group by all
    union all
    select file_id, count(*) as rows from stage.school_frame group by all
    union all
    select file_id, count(*) as rows from stage.school_questionnaire group by all
    union all
    select file_id, count(*) as rows from stage.staff_questionnaire group by all
    union all
    select file_id, count(*) as rows from stage.workforce group by all
)

select
    files.file,
    case
        when files.status <> 'used' then 'no row of a file that is not in use'
        else 'one row for each accepted'
    end as rule,
    files.rows_accepted || ' accepted, ' || coalesce(staged.rows, 0) || ' staged' as rows
from raw.files as files
left join staged using (file_id)
where coalesce(staged.rows, 0) <> case when files.status = 'used' then files.rows_accepted else 0 end
order by files.file
