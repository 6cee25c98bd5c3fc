-- One row per file whose rows do not add up, in the count kept and in the rows themselves.
with

accepted as (
    select file_id, count(*) as rows from raw.apprenticeships group by all
    union all
    select file_id, count(*) as rows from raw.enrolment group by all
    union all
    select file_id, count(*) as rows from raw.funding group by all
    union all
    select file_id, count(*) as rows from raw.ilr group by all
    union all
    select file_id, count(*) as rows from raw.local_plan group by all
    union all
    select file_id, count(*) as rows from raw.programme group by all
    union all
    select file_id, count(*) as rows from raw.provider group by all
    union all
    select file_id, count(*) as rows from raw.school_frame group by all
    union all
    select file_id, count(*) as rows from raw.school_questionnaire group by all
    union all
    select file_id, count(*) as rows from raw.staff_questionnaire group by all
    union all
    select file_id, count(*) as rows from raw.workforce group by all
),

held as (
    select file_id, count(distinct record_number) as rows from raw.held group by all
),

counted as (
    select
        files.file,
        files.rows_read,
        files.rows_accepted,
        files.rows_held,
        coalesce(accepted.rows, 0) as found_accepted,
        coalesce(held.rows, 0) as found_held
    from raw.files as files
    left join accepted using (file_id)
    left join held using (file_id)
)

select
    counted.file,
    case
        when counted.rows_read <> counted.rows_accepted + counted.rows_held then 'read = accepted + held'
        when counted.found_accepted <> counted.rows_accepted then 'accepted rows are in the warehouse'
        else 'held rows are in the warehouse'
    end as rule,
    counted.rows_read || ' read, ' || counted.rows_accepted || ' accepted, ' || counted.rows_held || ' held, '
        || counted.found_accepted || ' and ' || counted.found_held || ' found' as rows
from counted
where
    counted.rows_read <> counted.rows_accepted + counted.rows_held
    or counted.found_accepted <> counted.rows_accepted
    or counted.found_held <> counted.rows_held
order by counted.file
