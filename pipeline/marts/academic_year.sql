-- One row per release: the academic year in which its as-at date lies, and whether that is not over yet.
with

years as (
    select as_at_date, year(as_at_date) - (month(as_at_date) < 8)::integer as start_year
    from reference.release
)

select
    years.start_year || '-' || lpad(((years.start_year + 1) % 100)::varchar, 2, '0') as period,
    make_date(years.start_year, 8, 1) as first_day,
    make_date(years.start_year + 1, 7, 31) as last_day,
    years.as_at_date,
    years.as_at_date < make_date(years.start_year + 1, 7, 31) as is_part_period
from years
