-- One row per area: learners who started at a Centre of Vocational Excellence, of all who started in the academic year.
with

-- A provider counts as a centre for those who started while it was recognised.
starts as (
    select
        starts.person_key,
        starts.lea_code,
        starts.origin,
        exists (
            from stage.provider as centres
            where
                centres.provider_id = starts.provider_id
                and starts.start_date >= centres.cove_start_date
                and starts.start_date <= coalesce(centres.cove_end_date, starts.start_date)
        ) as is_at_centre
    from marts.learner_starts as starts
    inner join marts.academic_year as this_year on starts.start_date between this_year.first_day and this_year.last_day
),

placed as (
    select *, 'national' as area_level, 'ENG' as area_code
    from starts
    union all
    select starts.*, lea_areas.area_level, lea_areas.area_code
    from starts
    inner join marts.lea_areas as lea_areas using (lea_code)
    where lea_areas.area_level = 'region'
),

counted as (
    select
        area_level,
        area_code,
        count(distinct person_key) filter (where is_at_centre) as reached,
        count(distinct person_key) as learners,
        case when bool_or(origin = 'synthetic') then 'synthetic' else min(origin) end as origin
    from placed
    group by all
)

select
    'CAP-07' as indicator_id,
    'academic' as period_type,
    this_year.period,
    this_year.is_part_period,
    counted.area_level,
    counted.area_code,
    'per cent' as unit,
    'rate' as measure,
    counted.reached as numerator,
    counted.learners as denominator,
    100 * counted.reached / counted.learners as value,
    counted.learners as base,
    coverage.senders_returned,
    coverage.senders_expected,
    counted.origin
from counted
cross join marts.academic_year as this_year
left join marts.provider_coverage as coverage using (area_level, area_code)
order by all
