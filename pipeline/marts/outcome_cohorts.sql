-- One row per academic year in which aims were to end, area, and breakdown: what had become of them by the as-at date.
with

aims as (
    select
        starts.*,
        year(starts.planned_end_date) - (month(starts.planned_end_date) < 8)::integer as start_year,
        starts.planned_end_date <= release.as_at_date as is_due,
        starts.state = 'completed' as is_completed,
        starts.state = 'completed' and starts.outcome = '1' as is_achieved,
        starts.state = 'completed' and coalesce(starts.outcome, '5') in ('4', '5', '9') as is_unknown
    from marts.learner_starts as starts
    cross join reference.release as release
),

-- An aim stands in the total and once in each breakdown: in no programme, or with a characteristic that is not known, too.
broken_down as (
    select aims.*, cuts.cut[1] as breakdown, cuts.cut[2] as category
    from
        aims,
        unnest([
            ['total', 'all'],
            case
                when aims.programme_id is null then ['outside programmes', 'In no programme']
                else ['programme', aims.programme_id]
            end,
            ['level', aims.nqf_level],
            ['sex', coalesce(aims.sex, 'Not known')],
            ['age band', coalesce(aims.age_band, 'Not known')],
            ['ethnic group', coalesce(aims.ethnic_group, 'Not known')],
            ['disability', coalesce(aims.disability, 'Not known')]
        ]) as cuts (cut)
),

placed as (
    select *, 'national' as area_level, 'ENG' as area_code, null as placement, 'real' as map_origin
    from broken_down
    union all
    select *, 'national' as area_level, 'ENG' as area_code, 'No LEA given' as placement, 'real' as map_origin
    from broken_down
    where lea_code is null
    union all
    select broken_down.*, lea_areas.area_level, lea_areas.area_code, null as placement, lea_areas.map_origin
    from broken_down
    inner join marts.lea_areas as lea_areas using (lea_code)
    where
        lea_areas.area_level = 'region'
        or (lea_areas.area_level = 'local_lsc' and broken_down.breakdown in ('total', 'programme', 'outside programmes'))
)

select
    placed.start_year,
    placed.area_level,
    placed.area_code,
    placed.placement,
    placed.breakdown,
    placed.category,
    count(*) filter (where placed.is_due) as due_count,
    count(*) filter (where placed.is_due and placed.is_completed) as completed_count,
    count(*) filter (where placed.is_due and placed.is_achieved) as achieved_count,
    count(*) filter (where placed.is_due and placed.is_unknown) as unknown_count,
    count(*) filter (where not placed.is_due) as not_yet_due_count,
    case
        when bool_or(placed.origin = 'synthetic') then 'synthetic'
        when bool_or(placed.map_origin = 'estimated') then 'estimated'
        else min(placed.origin)
    end as origin
from placed
group by all
order by all
