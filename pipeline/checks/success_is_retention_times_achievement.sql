-- One row per cohort of aims in which the three rates do not rest on the same aims, or do not multiply.
with

cohorts as (
    select
        period,
        area_code,
        programme_id,
        nqf_level,
        dimension_1,
        category_1,
        category_2,
        count(*) as rates,
        max(numerator) filter (where indicator_id = 'OUT-01') as completed,
        max(denominator) filter (where indicator_id = 'OUT-01') as due,
        max(value) filter (where indicator_id = 'OUT-01') as retention,
        max(numerator) filter (where indicator_id = 'OUT-03') as achieved,
        max(denominator) filter (where indicator_id = 'OUT-03') as assessed,
        max(value) filter (where indicator_id = 'OUT-03') as achievement,
        max(numerator) filter (where indicator_id = 'OUT-04') as succeeded,
        max(denominator) filter (where indicator_id = 'OUT-04') as started,
        max(value) filter (where indicator_id = 'OUT-04') as success
    from marts.learner_outcomes
    where measure = 'rate'
    group by all
)

select
    'marts.learner_outcomes' as file,
    concat_ws(
        ' ',
        'success is retention times achievement,',
        cohorts.period,
        cohorts.area_code,
        cohorts.programme_id,
        cohorts.nqf_level,
        cohorts.category_1,
        cohorts.category_2
    ) as rule,
    concat_ws(' ', cohorts.success, 'and', cohorts.retention, 'times', cohorts.achievement) as rows
from cohorts
where
    cohorts.rates <> 3
    or cohorts.started is distinct from cohorts.due
    -- Where nobody completed there is nothing to achieve, and nobody succeeded.
    or (cohorts.completed > 0 and cohorts.assessed is distinct from cohorts.completed)
    or (cohorts.completed > 0 and cohorts.succeeded is distinct from cohorts.achieved)
    or (cohorts.completed = 0 and cohorts.succeeded > 0)
    or abs(cohorts.success - cohorts.retention * cohorts.achievement / 100) > 1e-9
order by all
