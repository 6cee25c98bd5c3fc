-- One row per funding line, programme, holder, LEA and month, and file in use.
select
    funding.file_id,
    funding.record_number,
    files.sender_id,
    files.period,
    files.origin,
    funding.line_id,
    nullif(funding.programme_id, 'general') as programme_id,
    funding.holder,
    funding.lea_code,
    funding.allocation_gbp::decimal(18, 2) as allocation_gbp,
    funding.outturn_gbp::decimal(18, 2) as outturn_gbp,
    funding.month
from raw.funding as funding
inner join raw.files as files using (file_id)
-- A file that a later one replaced stays in raw, and counts for nothing.
where files.status = 'used'
