-- One row per statement of the plan that bounds an indicator without giving its value.
select
    'OFF-01' as indicator_id,
    'survey' as period_type,
    -- The plan gives no date of the questionnaire, and was printed in April 2004.
    'before 2004-04' as period,
    false as is_part_period,
    'national' as area_level,
    'ENG' as area_code,
    'staff group' as dimension_1,
    'Other than teaching assistants' as category_1,
    definitions.unit,
    'published_fact' as measure,
    null::double as value,
    facts.value::double as upper,
    'upper' as bound,
    'real' as origin
from reference.facts as facts
inner join reference.indicators as definitions on definitions.indicator_id = 'OFF-01'
where facts.fact_id = 'F004' and facts.qualifier = 'fewer than'
order by all
