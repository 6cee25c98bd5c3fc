-- One row per published national figure of the workforce: census month or school year, category and phase.
with

phases as (
    select *
    from (
        values
            ('nursery', 'Nursery'),
            ('primary', 'Primary'),
            ('maintained primary', 'Primary'),
            ('secondary', 'Secondary'),
            ('maintained secondary', 'Secondary'),
            ('special', 'Special'),
            ('special (incl. non-maintained)', 'Special'),
            ('pupil referral units', 'Pupil referral unit')
    ) as phases (sector, phase)
),

-- Series end with the as-at date; the headcounts of today are context for today's apprenticeships alone.
figures as (
    select
        case series.unit when 'number' then 'WRK-01' else 'WRK-02' end as indicator_id,
        'census' as period_type,
        series.census_month as period,
        series.category,
        phases.phase,
        case series.unit when 'not_stated' then 'staff, unit not stated' end as unit,
        series.value::double as value
    from reference.workforce_series as series
    left join phases using (sector)
    where
        series.area_level = 'national'
        and series.qualifier = 'exactly'
        and series.census_month <= (select strftime(as_at_date, '%Y-%m') from reference.release)
    union all by name
    select
        'WRK-01' as indicator_id,
        'academic' as period_type,
        replace(today.academic_year, '/', '-') as period,
        today.category,
        today.value::double as value
    from reference.workforce_today as today
    where today.unit = 'headcount'
)

select
    figures.indicator_id,
    figures.period_type,
    figures.period,
    'national' as area_level,
    'ENG' as area_code,
    case
        when figures.category <> 'All support staff' then 'staff category'
        when figures.phase is not null then 'phase'
    end as dimension_1,
    case when figures.category <> 'All support staff' then figures.category else figures.phase end as category_1,
    case when figures.category <> 'All support staff' and figures.phase is not null then 'phase' end as dimension_2,
    case when figures.category <> 'All support staff' then figures.phase end as category_2,
    figures.unit,
    figures.value
from figures
order by all
