-- One row per area with more learners than staff.
select
    'marts.admin_uptake' as file,
    uptake.indicator_id || ' in ' || uptake.area_code as rule,
    uptake.numerator || ' learners, ' || uptake.denominator || ' staff' as rows
from marts.admin_uptake as uptake
where uptake.numerator > uptake.denominator
order by all
