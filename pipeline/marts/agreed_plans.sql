-- One row per academic year, version of the plan, LEA, priority and level: plans that count at the as-at date.
select
    plan.period,
    make_date(left(plan.period, 4)::integer, 8, 1) as first_day,
    make_date(left(plan.period, 4)::integer + 1, 7, 31) as last_day,
    plan.version,
    plan.lea_code,
    plan.priority_id,
    plan.nqf_level,
    plan.planned_learners,
    plan.origin
from stage.local_plan as plan
cross join reference.release as release
-- A version counts from the day on which it was agreed; an initial one has no such day and counts as received.
where coalesce(plan.agreed_date <= release.as_at_date, true)
order by all
