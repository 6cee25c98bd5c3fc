-- One row per person whose roles together are more or less than the person.
select
    'marts.role_hours' as file,
    'shares of record ' || shares.record_number || ' of file ' || shares.file_id || ' sum to one' as rule,
    round(sum(shares.hours_share), 6)::varchar as rows
from marts.role_hours as shares
group by shares.file_id, shares.record_number
having abs(sum(shares.hours_share) - 1) > 1e-9 or min(shares.hours_share) < 0
order by all
