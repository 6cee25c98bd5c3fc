-- One row per month of a forecast whose limits are not in order, or lie below those of the month before.
with

months as (
    select
        trajectories.*,
        lag(median_count) over (partition by target_id order by month) as median_before
    from marts.trajectories as trajectories
    where is_forecast
)

select
    'marts.trajectories' as file,
    months.target_id || ' in ' || months.month || ' is a range that never falls' as rule,
    concat_ws(
        ' ',
        months.lower_95_count,
        months.lower_80_count,
        months.median_count,
        months.upper_80_count,
        months.upper_95_count
    ) as rows
from months
where
    months.lower_95_count > months.lower_80_count
    or months.lower_80_count > months.median_count
    or months.median_count > months.upper_80_count
    or months.upper_80_count > months.upper_95_count
    or months.median_count < months.median_before
order by all
