-- One row per area in which learners shared among routes by hours do not come to all of them.
select
    'marts.route_shares' as file,
    'UPT-05 in ' || shares.area_code || ' comes to all learners' as rule,
    round(sum(shares.value), 3) || ' per cent' as rows
from marts.route_shares as shares
where shares.unit = 'per cent of learners, shared by hours' and shares.value is not null
group by shares.area_code
having abs(sum(shares.value::decimal(18, 6)) - 100) > 0.001
order by all
