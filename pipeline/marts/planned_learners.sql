-- One row per academic year, version of the plan, area, priority and level (none: all together): learners planned.
-- Beside those of a final plan for a priority and level stand the learners who started.
with

planned as (
    select
        plans.period,
        plans.version,
        plans.priority_id,
        plans.nqf_level,
        lea_areas.area_level,
        lea_areas.area_code,
        sum(plans.planned_learners)::bigint as planned,
        case
            when bool_or(plans.origin = 'synthetic') then 'synthetic'
            when bool_or(lea_areas.map_origin = 'estimated') then 'estimated'
            else min(plans.origin)
        end as origin
    from marts.agreed_plans as plans
    inner join marts.lea_areas as lea_areas using (lea_code)
    where lea_areas.area_level <> 'lea'
    group by all
),

-- Plans add up over the levels of a priority, and over priorities.
added as (
    select * from planned
    union all
    select
        period,
        version,
        priority_id,
        null as nqf_level,
        area_level,
        area_code,
        sum(planned)::bigint as planned,
        case when bool_or(origin = 'synthetic') then 'synthetic' else min(origin) end as origin
    from planned
    group by all
    union all
    select
        period,
        version,
        null as priority_id,
        null as nqf_level,
        area_level,
        area_code,
        sum(planned)::bigint as planned,
        case when bool_or(origin = 'synthetic') then 'synthetic' else min(origin) end as origin
    from planned
    group by all
),

-- Learners, each once, of the plan's own priority and level, year and LEAs with a final plan for them.
learners as (
    select
        finals.period,
        finals.priority_id,
        finals.nqf_level,
        lea_areas.area_level,
        lea_areas.area_code,
        count(distinct starts.person_key) as learners
    from marts.agreed_plans as finals
    inner join reference.programmes as programmes on programmes.priority_id = finals.priority_id
    inner join marts.learner_starts as starts
        on starts.programme_id = programmes.programme_id
        and starts.nqf_level = finals.nqf_level
        and starts.lea_code = finals.lea_code
        and starts.start_date between finals.first_day and finals.last_day
    inner join marts.lea_areas as lea_areas on lea_areas.lea_code = finals.lea_code
    where finals.version = 'final' and lea_areas.area_level <> 'lea'
    group by all
)

select
    added.period,
    added.version,
    added.priority_id,
    added.nqf_level,
    added.area_level,
    added.area_code,
    added.planned,
    case
        when added.version = 'final' and added.nqf_level is not null then coalesce(learners.learners, 0)
    end as learners,
    added.origin
from added
left join learners using (period, priority_id, nqf_level, area_level, area_code)
order by all
