-- One row per indicator that compares areas or groups for which nothing received so far can: England, without a value.
with

told as (
    select indicator_id from marts.area_positions
    union
    select indicator_id from marts.area_shrinkage
    union
    select indicator_id from marts.equality_gaps
    union
    select indicator_id from marts.regional_variance
    union
    select indicator_id from marts.role_mix_figures
)

select
    indicators.indicator_id,
    'academic' as period_type,
    this_year.period,
    this_year.is_part_period,
    'national' as area_level,
    'ENG' as area_code,
    indicators.unit,
    'statistic' as measure,
    null::bigint as numerator,
    null::bigint as denominator,
    null::double as value,
    null::bigint as base,
    null::bigint as senders_returned,
    null::bigint as senders_expected,
    null::double as population_share,
    'not_enough_data' as symbol_reason,
    'real' as origin
from reference.indicators as indicators
cross join marts.academic_year as this_year
where
    indicators.indicator_id in ('EQU-02', 'EQU-03', 'REG-01', 'REG-02', 'REG-03', 'REG-04')
    and indicators.indicator_id not in (select indicator_id from told)
order by indicators.indicator_id
