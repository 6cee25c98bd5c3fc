-- One row per sender, collection and period with several files in use, or with a later one that is not.
with

senders as (
    select
        collection,
        period,
        sender_id,
        count(*) filter (where status = 'used') as used,
        max((received_date, submission)) filter (where status = 'used') as used_last,
        max((received_date, submission)) filter (where status <> 'refused') as last,
        max(file) as file
    from raw.files
    group by all
)

select
    senders.file,
    case when senders.used > 1 then 'one file in use' else 'the last file in use' end as rule,
    senders.used as rows
from senders
where senders.used > 1 or senders.used_last < senders.last
order by all
