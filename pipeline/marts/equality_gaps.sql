-- One row per survey period, group of people, unit and way: uptake of the group beside the largest, crude or adjusted.
with

gaps as (
    select
        case when comparisons.is_adjusted then 'EQU-03' else 'EQU-02' end as indicator_id,
        comparisons.period_type,
        comparisons.period,
        comparisons.is_part_period,
        comparisons.area_level,
        comparisons.area_code,
        comparisons.dimension_1,
        comparisons.category_1,
        unnest([
            {
                'unit': 'ratio',
                'value': comparisons.ratio,
                'lower': comparisons.ratio_lower,
                'upper': comparisons.ratio_upper
            },
            {
                'unit': 'percentage points',
                'value': comparisons.difference,
                'lower': comparisons.lower,
                'upper': comparisons.upper
            }
        ]) as figure,
        comparisons.interval_level,
        comparisons.base,
        comparisons.effective_base,
        comparisons.senders_returned,
        comparisons.senders_expected,
        comparisons.population_share,
        comparisons.symbol_reason,
        comparisons.origin
    from marts.group_comparisons as comparisons
    where comparisons.indicator_id = 'UPT-02'
)

select
    gaps.indicator_id,
    gaps.period_type,
    gaps.period,
    gaps.is_part_period,
    gaps.area_level,
    gaps.area_code,
    gaps.dimension_1,
    gaps.category_1,
    gaps.figure.unit as unit,
    'statistic' as measure,
    null::double as numerator,
    null::double as denominator,
    gaps.figure.value as value,
    -- Limits without a figure are worst cases, and stand among the comparisons alone.
    case when gaps.figure.value is not null then gaps.figure.lower end as lower,
    case when gaps.figure.value is not null then gaps.figure.upper end as upper,
    gaps.interval_level,
    gaps.base,
    gaps.effective_base,
    gaps.senders_returned,
    gaps.senders_expected,
    gaps.population_share,
    case
        when gaps.figure.value is null then coalesce(gaps.symbol_reason, 'not_enough_data')
        when least(gaps.base, gaps.effective_base) < 30 then 'unreliable'
    end as symbol_reason,
    gaps.origin
from gaps
-- Adjusted, there is a ratio alone.
where gaps.indicator_id = 'EQU-02' or gaps.figure.unit = 'ratio'
order by all
