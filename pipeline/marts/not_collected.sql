-- One row per indicator that no return could yield: England, without a value.
with

-- Progression and change of route need the person a year later, use of signposts the visits to them: nobody sends either.
missing as (
    select indicator_id, unit
    from reference.indicators
    where indicator_id in ('OUT-06', 'OUT-07', 'IAG-03')
    union all by name
    select indicator_id, 'per cent of units transferred' as unit
    from reference.indicators
    where indicator_id = 'OUT-08'
    union all by name
    select indicator_id, unit, 'working pattern' as dimension_1, 'Part time' as category_1
    from reference.indicators
    where indicator_id = 'EQU-01'
),

this_year as (
    select
        year(as_at_date) - (month(as_at_date) < 8)::integer as start_year,
        as_at_date
    from reference.release
)

select
    missing.indicator_id,
    'academic' as period_type,
    this_year.start_year || '-' || lpad(((this_year.start_year + 1) % 100)::varchar, 2, '0') as period,
    this_year.as_at_date < make_date(this_year.start_year + 1, 7, 31) as is_part_period,
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
    'real' as origin
from missing
cross join this_year
order by all
