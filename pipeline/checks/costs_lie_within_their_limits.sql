-- One row per cost, density or pass rate that lies outside of its own limits.
with

limited as (
    select 'assessment_centres' as mart, indicator_id, area_code, value, lower, upper from marts.assessment_centres
    union all
    select 'costs' as mart, indicator_id, area_code, value, lower, upper from marts.costs
    union all
    select 'hlta_assessments' as mart, indicator_id, area_code, value, lower, upper from marts.hlta_assessments
    union all
    select 'spend_per_head' as mart, indicator_id, area_code, value, lower, upper from marts.spend_per_head
)

select
    'marts.' || limited.mart as file,
    limited.indicator_id || ' in ' || limited.area_code || ' within its limits' as rule,
    limited.value || ' from ' || limited.lower || ' to ' || limited.upper as rows
from limited
where limited.value < limited.lower - 1e-9 * limited.upper or limited.value > limited.upper * (1 + 1e-9)
order by all
