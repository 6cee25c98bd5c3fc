-- One row per target and month of its window: what has been counted up to it, or where the count is heading.
with

observed as (
    select
        target_id,
        month,
        false as is_forecast,
        (sum(month_count) over (partition by target_id order by month))::bigint as observed_count
    from marts.target_months
    where is_in_window
),

points as (
    select target_id, unnest(months) as point
    from marts.target_forecasts
),

together as (
    select target_id, month, is_forecast, observed_count
    from observed
    union all by name
    select
        target_id,
        point.month as month,
        true as is_forecast,
        point.median as median_count,
        point.lower_80 as lower_80_count,
        point.upper_80 as upper_80_count,
        point.lower_95 as lower_95_count,
        point.upper_95 as upper_95_count
    from points
)

select
    together.target_id,
    together.month,
    together.is_forecast,
    together.observed_count,
    together.median_count,
    together.lower_80_count,
    together.upper_80_count,
    together.lower_95_count,
    together.upper_95_count,
    targets.target_value,
    forecasts.probability,
    forecasts.is_certain,
    forecasts.method as trajectory_method,
    forecasts.seasonality,
    forecasts.rate_months,
    forecasts.backtest_forecasts,
    forecasts.backtest_covered_80,
    forecasts.backtest_covered_95,
    forecasts.symbol_reason,
    counted.senders_returned,
    counted.senders_expected,
    case when counted.is_synthetic then 'synthetic' else 'real' end as origin
from together
inner join reference.targets as targets using (target_id)
inner join marts.target_forecasts as forecasts using (target_id)
inner join marts.target_counts as counted using (target_id)
order by together.target_id, together.month
