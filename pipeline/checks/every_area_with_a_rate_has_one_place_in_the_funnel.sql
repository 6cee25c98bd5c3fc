-- One row per area with a rate of counts that has no place in the funnel, or more than one, or one beyond what can be.
with

rates as (
    select indicator_id, period, area_level, area_code
    from marts.admin_uptake
    where coalesce(route_id, nqf_level, dimension_1) is null and denominator > 0 and numerator is not null
    union all
    select indicator_id, period, area_level, area_code
    from marts.learner_outcomes
    where
        indicator_id in ('OUT-01', 'OUT-04') and measure = 'rate' and denominator > 0
        and coalesce(programme_id, nqf_level, dimension_1) is null
),

funnels as (
    select indicator_id, period, area_level, bool_or(funnel_position is not null) as is_drawn
    from marts.funnel_positions
    group by all
),

places as (
    select
        rates.indicator_id,
        rates.period,
        rates.area_code,
        count(positions.area_code) as rows_count,
        count(positions.funnel_position) as places_count,
        coalesce(any_value(funnels.is_drawn), false) as is_drawn
    from rates
    left join funnels using (indicator_id, period, area_level)
    left join marts.funnel_positions as positions using (indicator_id, period, area_level, area_code)
    where rates.area_level in ('region', 'local_lsc')
    group by all
)

select
    'marts.funnel_positions' as file,
    concat_ws(' ', 'one place for', places.indicator_id, places.period, places.area_code) as rule,
    concat_ws(' ', places.rows_count, 'rows,', places.places_count, 'places') as rows
from places
where places.rows_count <> 1 or places.places_count <> places.is_drawn::integer
union all
select
    'marts.funnel_positions' as file,
    concat_ws(' ', 'a rate for', positions.indicator_id, positions.period, positions.area_code) as rule,
    'a place without one' as rows
from marts.funnel_positions as positions
where (positions.indicator_id, positions.period, positions.area_code) not in (
    select (rates.indicator_id, rates.period, rates.area_code) from rates
)
order by all
