-- One row per area in which the ways of telling a role, and none, do not make up all learners.
select
    'marts.role_assignment' as file,
    'QUA-04 in ' || assigned.area_code as rule,
    sum(assigned.numerator) || ' told in some way or none, of ' || max(assigned.denominator) as rows
from marts.role_assignment as assigned
where assigned.dimension_1 is not null and assigned.numerator is not null
group by assigned.area_code
having sum(assigned.numerator) <> max(assigned.denominator)
order by all
