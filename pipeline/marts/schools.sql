-- One row per indicator, area and phase (none: all schools): schools with a mentor or recognised, of all in the frame.
-- A trained mentor (CAP-05) and recognition as Investors in People (CAP-06) count by their dates on the as-at date.
with

-- A school that changed hands may stand in two frames: the later one tells of it.
schools as (
    select
        frame.school_id,
        frame.sender_id,
        frame.lea_code,
        frame.phase,
        frame.origin,
        coalesce(frame.mentor_trained_date <= release.as_at_date, false) as has_mentor,
        coalesce(frame.investors_in_people_date <= release.as_at_date, false)
            and coalesce(frame.investors_in_people_end_date >= release.as_at_date, true) as is_recognised
    from stage.school_frame as frame
    cross join reference.release as release
    qualify row_number() over (partition by frame.school_id order by frame.period desc, frame.file_id desc) = 1
),

placed as (
    select *, 'national' as area_level, 'ENG' as area_code, 'real' as map_origin from schools
    union all
    select schools.*, lea_areas.area_level, lea_areas.area_code, lea_areas.map_origin
    from schools
    inner join marts.lea_areas as lea_areas using (lea_code)
    where lea_areas.area_level <> 'national'
),

-- A breakdown by phase is for the nation and its regions.
shown as (
    select * replace (null as phase) from placed
    union all
    select * from placed where area_level in ('national', 'region')
),

summed as (
    select
        shown.area_level,
        shown.area_code,
        shown.phase,
        count(*) filter (where shown.has_mentor) as with_mentor,
        count(*) filter (where shown.is_recognised) as recognised,
        count(*) as schools,
        case
            when bool_or(shown.origin = 'synthetic') then 'synthetic'
            when bool_or(shown.map_origin = 'estimated') then 'estimated'
            else min(shown.origin)
        end as origin
    from shown
    group by all
),

figures as (
    select *, 'CAP-05' as indicator_id, 'per cent of schools with a trained mentor' as unit, with_mentor as numerator
    from summed
    union all by name
    select *, 'CAP-06' as indicator_id, 'per cent of schools recognised' as unit, recognised as numerator
    from summed
    union all by name
    select 'national' as area_level, 'ENG' as area_code, 'real' as origin, indicator_id, unit
    from (
        values
            ('CAP-05', 'per cent of schools with a trained mentor'),
            ('CAP-06', 'per cent of schools recognised')
    ) as unknown (indicator_id, unit)
    where not exists (select 1 from summed)
),

senders as (
    select
        area_level,
        area_code,
        arg_max(senders_returned, period) as senders_returned,
        arg_max(senders_expected, period) as senders_expected
    from marts.return_completeness
    where category_1 = 'school_frame'
    group by all
)

select
    figures.indicator_id,
    'month' as period_type,
    strftime(release.as_at_date, '%Y-%m') as period,
    false as is_part_period,
    figures.area_level,
    figures.area_code,
    case when figures.phase is not null then 'phase' end as dimension_1,
    coalesce(labels.label, figures.phase) as category_1,
    figures.unit,
    'rate' as measure,
    figures.numerator,
    figures.schools as denominator,
    100 * figures.numerator / figures.schools as value,
    case when figures.schools is null then 'not_enough_data' end as symbol_reason,
    senders.senders_returned,
    senders.senders_expected,
    figures.origin
from figures
cross join reference.release as release
left join senders
    on senders.area_level = figures.area_level
    and senders.area_code = figures.area_code
left join marts.labels as labels
    on labels.collection = 'school_frame'
    and labels.column_name = 'phase'
    and labels.code = figures.phase
order by all
