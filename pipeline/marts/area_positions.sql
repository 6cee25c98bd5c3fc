-- One row per rate of counts, period, level of area and class: how many areas stand in it in the funnel.
with

funnels as (
    select
        positions.indicator_id,
        positions.period_type,
        positions.period,
        positions.is_part_period,
        levels.category as area_level,
        count(*) as areas,
        count(*) filter (where positions.funnel_position in ('outside_95', 'outside_998')) as outside_95,
        count(*) filter (where positions.funnel_position = 'outside_998') as outside_998,
        case when bool_or(positions.origin = 'synthetic') then 'synthetic' else min(positions.origin) end as origin
    from marts.funnel_positions as positions
    inner join (values ('region', 'Regions'), ('local_lsc', 'Local LSCs')) as levels (area_level, category) using (area_level)
    -- Smaller areas have a position that is not published.
    where positions.funnel_position is not null and positions.base >= 30
    group by all
),

classed as (
    select
        funnels.*,
        unnest([
            {'unit': 'areas in the funnel', 'value': areas},
            {'unit': 'areas outside 95% limits', 'value': outside_95},
            {'unit': 'areas outside 99.8% limits', 'value': outside_998}
        ]) as figure
    from funnels
)

select
    'REG-02' as indicator_id,
    classed.period_type,
    classed.period,
    classed.is_part_period,
    'national' as area_level,
    'ENG' as area_code,
    'rate compared' as dimension_1,
    classed.indicator_id as category_1,
    'level of areas' as dimension_2,
    classed.area_level as category_2,
    classed.figure.unit as unit,
    'statistic' as measure,
    null::double as numerator,
    null::double as denominator,
    classed.figure.value::double as value,
    null::bigint as base,
    null::bigint as senders_returned,
    null::bigint as senders_expected,
    null::double as population_share,
    null::varchar as symbol_reason,
    classed.origin
from classed
order by all
