-- One row per indicator of enrolments and questionnaires that nothing received so far tells of: England, without a value.
with

told as (
    select indicator_id from marts.admin_uptake
    union
    select indicator_id from marts.completion_rates
    union
    select indicator_id from marts.learner_outcomes
    union
    select indicator_id from marts.unit_credit
    union
    select indicator_id from marts.caseloads
    union
    select indicator_id from marts.cove_reach
    union
    select indicator_id from marts.item_missing
    union
    select indicator_id from marts.role_assignment
    union
    select indicator_id from marts.representation
    union
    select indicator_id from marts.response_rates
    union
    select indicator_id from marts.unknown_rates
)

select
    indicators.indicator_id,
    'academic' as period_type,
    this_year.period,
    this_year.is_part_period,
    'national' as area_level,
    'ENG' as area_code,
    indicators.unit,
    case indicators.indicator_id when 'QUA-05' then 'statistic' else 'rate' end as measure,
    null::bigint as numerator,
    null::bigint as denominator,
    null::double as value,
    'not_enough_data' as symbol_reason,
    'real' as origin
from reference.indicators as indicators
cross join marts.academic_year as this_year
where
    indicators.indicator_id in (
        'CAP-03',
        'CAP-07',
        'EQU-01',
        'EQU-04',
        'OUT-01',
        'OUT-02',
        'OUT-03',
        'OUT-04',
        'OUT-08',
        'QUA-01',
        'QUA-03',
        'QUA-04',
        'QUA-05',
        'UPT-03'
    )
    and indicators.indicator_id not in (select indicator_id from told)
order by indicators.indicator_id
