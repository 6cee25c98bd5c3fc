-- One row per audience and level whose units left after induction are fewer than none or more than the award has.
select
    'marts.induction_levels' as file,
    concat_ws(' ', audience, 'Level ' || nqf_level, status) as rule,
    units_remaining_count || ' left of ' || units_required_count as rows
from marts.induction_levels
where
    units_remaining_count not between 0 and units_required_count
    or units_required_count < mandatory_units_count
    or mandatory_prepared_count > mandatory_units_count
order by all
