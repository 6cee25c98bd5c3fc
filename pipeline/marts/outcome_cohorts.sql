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

-- An aim stands in the total, and once in each breakdown of which its category is known.
broken_down as (
    select aims.*, cuts.cut[1] as breakdown, cuts.cut[2] as category
    from
        aims,
        unnest([
            ['total', 'all'],
            ['programme', aims.programme_id],
            ['level', aims.nqf_level],
            ['sex', aims.sex],
            ['age band', aims.age_band],
            ['ethnic group', aims.ethnic_group],
            ['disability', aims.disability]
        ]) as cuts (cut)
    where cuts.cut[2] is not null
),

placed as (
    select *, 'national' as area_level, 'ENG' as area_code, 'real' as map_origin
    from broken_down
    union all
    select broken_down.*, lea_areas.area_level, lea_areas.area_code, lea_areas.map_origin
    from broken_down
    inner join marts.lea_areas as lea_areas using (lea_code)
    where
        lea_areas.area_level = 'region'
        or (lea_areas.area_level = 'local_lsc' and broken_down.breakdown in ('total', 'programme'))
)

select
    placed.start_year,
    placed.area_level,
    placed.area_code,
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
