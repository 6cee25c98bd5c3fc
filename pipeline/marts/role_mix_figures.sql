-- One row per survey period, region, headline and effect: how far a region lies from the rest of England, and why.
select
    'REG-04' as indicator_id,
    estimates.period_type,
    mix.period,
    estimates.is_part_period,
    estimates.area_level,
    estimates.area_code,
    'rate compared' as dimension_1,
    mix.indicator_id as category_1,
    'part of difference' as dimension_2,
    effects.label as category_2,
    'percentage points' as unit,
    'statistic' as measure,
    null::double as numerator,
    null::double as denominator,
    mix.value,
    mix.lower,
    mix.upper,
    case when mix.lower is not null then 0.95 end as interval_level,
    least(mix.base, mix.rest_base) as base,
    estimates.effective_base,
    estimates.senders_returned,
    estimates.senders_expected,
    estimates.population_share,
    case when least(mix.base, mix.rest_base, estimates.effective_base) < 30 then 'unreliable' end as symbol_reason,
    estimates.origin
from marts.role_mix as mix
inner join (
    values
        ('difference', 'Region less the rest of England'),
        ('composition', 'Who works there'),
        ('rate', 'What happens to people in the same kind of role')
) as effects (effect, label) using (effect)
inner join marts.survey_estimates as estimates
    on estimates.indicator_id = mix.indicator_id
    and estimates.period = mix.period
    and estimates.area_level = 'region'
    and estimates.area_code = mix.region_code
    and estimates.role_id is null and estimates.route_id is null and estimates.dimension_1 is null
where mix.role_group is null
order by all
