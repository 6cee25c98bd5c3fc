-- One row per financial year: what the lines of the plan with an amount leave of its total, which is a range.
select
    'FIN-05' as indicator_id,
    'financial' as period_type,
    funding_lines.period,
    false as is_part_period,
    'national' as area_level,
    'ENG' as area_code,
    'pounds not accounted for' as unit,
    'money' as measure,
    null::double as numerator,
    null::double as denominator,
    null::double as value,
    funding_lines.lower_gbp::double as lower,
    funding_lines.upper_gbp::double as upper,
    'range' as bound,
    null::integer as base,
    null::integer as senders_returned,
    null::integer as senders_expected,
    null::double as population_share,
    funding_lines.origin
from marts.funding_lines as funding_lines
where funding_lines.line_id = 'residual'
order by funding_lines.period
