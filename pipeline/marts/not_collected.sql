-- One row per indicator that no return could yield: England, without a value.
with

-- Progression and change of route need the person a year later, use of signposts the visits to them: nobody sends either.
missing as (
    select indicator_id, unit, 'real' as origin
    from reference.indicators
    where indicator_id in ('OUT-06', 'OUT-07', 'IAG-03')
    union all by name
    -- What is missing of an indicator with figures stands among them, and is of their origin.
    select
        indicator_id,
        'per cent of units transferred' as unit,
        coalesce((select max(unit_credit.origin) from marts.unit_credit as unit_credit), 'real') as origin
    from reference.indicators
    where indicator_id = 'OUT-08'
    union all by name
    select
        indicator_id,
        unit,
        'working pattern' as dimension_1,
        'Part time' as category_1,
        coalesce((select max(representation.origin) from marts.representation as representation), 'real') as origin
    from reference.indicators
    where indicator_id = 'EQU-01'
)

select
    missing.indicator_id,
    'academic' as period_type,
    this_year.period,
    this_year.is_part_period,
    'national' as area_level,
    'ENG' as area_code,
    missing.dimension_1,
    missing.category_1,
    missing.unit,
    'rate' as measure,
    null::bigint as numerator,
    null::bigint as denominator,
    null::double as value,
    'not_collected' as symbol_reason,
    missing.origin
from missing
cross join marts.academic_year as this_year
order by all
