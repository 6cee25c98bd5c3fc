-- One row per survey period and margin cell whose weights do not sum to the headcount that they were raked to.
with

targets as (
    select period, margin, cell, sum(target_headcount)::double as headcount
    from marts.survey_margins
    group by all
),

placed as (
    select
        file_id,
        record_number,
        period,
        unnest(['staff_category', 'phase', 'sex', 'age_band', 'working_pattern']) as margin,
        unnest([staff_category, phase, sex, age_band, working_pattern]) as cell
    from marts.survey_cells
),

summed as (
    select placed.period, placed.margin, placed.cell, sum(weights.weight)::double as weight
    from placed
    inner join marts.survey_weights as weights using (file_id, record_number)
    group by all
)

select
    'marts.survey_weights' as file,
    targets.margin || ' ' || targets.cell || ' in ' || targets.period || ' adds up' as rule,
    round(targets.headcount) || ' staff, ' || round(coalesce(summed.weight, 0)) || ' weighted' as rows
from targets
left join summed using (period, margin, cell)
where abs(targets.headcount - coalesce(summed.weight, 0)) > 0.001 * targets.headcount + 0.01
order by all
