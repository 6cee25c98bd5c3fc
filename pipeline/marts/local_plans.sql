-- One row per indicator, version of the plan, area, priority and level: pairs with a plan, and learners against it.
-- Pairs are of a local LSC and an LEA; learners are those of the plan's academic year, each once. Initial and final
-- plans are never added together.
with

years as (
    select
        plans.period,
        plans.first_day,
        plans.last_day,
        case when bool_or(plans.origin = 'synthetic') then 'synthetic' else min(plans.origin) end as origin
    from marts.agreed_plans as plans
    group by all
),

versions as (
    select *
    from (
        values ('initial', 'Initial, before negotiation'), ('final', 'Final, as agreed')
    ) as versions (version, version_name)
),

-- Every LEA lies in one local LSC, so that pairs are LEAs.
pairs as (
    select
        years.period,
        versions.version,
        lea_areas.area_level,
        lea_areas.area_code,
        count(distinct plans.lea_code) as numerator,
        count(distinct lea_areas.lea_code) as denominator,
        case
            when any_value(years.origin) = 'synthetic' then 'synthetic'
            when bool_or(lea_areas.map_origin = 'estimated') then 'estimated'
            else any_value(years.origin)
        end as origin
    from years
    cross join versions
    cross join marts.lea_areas as lea_areas
    left join marts.agreed_plans as plans
        on plans.period = years.period
        and plans.version = versions.version
        and plans.lea_code = lea_areas.lea_code
    where lea_areas.area_level <> 'lea'
    group by all
),

-- The share can be more than all: a plan is no ceiling.
against as (
    select planned.*, planned.learners as numerator, planned.planned as denominator
    from marts.planned_learners as planned
    inner join years using (period)
    cross join reference.release as release
    where planned.learners is not null and planned.planned > 0 and years.first_day <= release.as_at_date
),

figures as (
    select
        period,
        version,
        area_level,
        area_code,
        origin,
        numerator,
        denominator,
        'PLN-01' as indicator_id,
        'per cent of pairs' as unit,
        'statistic' as measure,
        100 * numerator / denominator as value
    from pairs
    union all by name
    select
        period,
        version,
        priority_id,
        nqf_level,
        area_level,
        area_code,
        origin,
        'PLN-02' as indicator_id,
        'planned learners' as unit,
        'count' as measure,
        planned as value
    from marts.planned_learners
    union all by name
    select
        period,
        version,
        priority_id,
        nqf_level,
        area_level,
        area_code,
        origin,
        numerator,
        denominator,
        'PLN-02' as indicator_id,
        'per cent of planned learners' as unit,
        'rate' as measure,
        100 * numerator / denominator as value
    from against
    union all by name
    select
        years.period,
        'national' as area_level,
        'ENG' as area_code,
        years.origin,
        'PLN-02' as indicator_id,
        'per cent of planned learners' as unit,
        'rate' as measure,
        case when years.first_day > release.as_at_date then 'not_yet_due' else 'not_enough_data' end as symbol_reason
    from years
    cross join reference.release as release
    where not exists (select 1 from against where against.period = years.period)
    union all by name
    select
        this_year.period,
        'national' as area_level,
        'ENG' as area_code,
        'real' as origin,
        missing.indicator_id,
        missing.unit,
        missing.measure,
        'not_enough_data' as symbol_reason
    from marts.academic_year as this_year
    cross join (
        values
            ('PLN-01', 'per cent of pairs', 'statistic'),
            ('PLN-02', 'per cent of planned learners', 'rate')
    ) as missing (indicator_id, unit, measure)
    where not exists (select 1 from years)
),

senders as (
    select period, area_level, area_code, senders_returned, senders_expected
    from marts.return_completeness
    where category_1 = 'local_plan'
)

select
    figures.indicator_id,
    'academic' as period_type,
    figures.period,
    -- A plan is for a whole year; what came of it is of the year so far.
    coalesce(figures.unit = 'per cent of planned learners' and release.as_at_date < years.last_day, false)
        as is_part_period,
    figures.area_level,
    figures.area_code,
    figures.nqf_level,
    case when figures.version is not null then 'plan version' end as dimension_1,
    versions.version_name as category_1,
    case when figures.priority_id is not null then 'priority' end as dimension_2,
    figures.priority_id as category_2,
    figures.unit,
    figures.measure,
    figures.numerator,
    figures.denominator,
    figures.value,
    figures.symbol_reason,
    senders.senders_returned,
    senders.senders_expected,
    figures.origin
from figures
cross join reference.release as release
left join years using (period)
left join versions using (version)
left join senders
    on senders.period = figures.period
    and senders.area_level = figures.area_level
    and senders.area_code = figures.area_code
order by all
