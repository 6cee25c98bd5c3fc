-- One row per area and way of telling a learner's role, and all ways together: learners told so, of all learners.
with

totals as (
    select
        period,
        is_part_period,
        area_level,
        area_code,
        count(*) as learners,
        bool_or(is_synthetic) as is_synthetic
    from marts.learner_roles
    group by all
),

counted as (
    select area_level, area_code, null as method, count(*) filter (where method <> 'None') as learners
    from marts.learner_roles
    group by all
    union all by name
    select totals.area_level, totals.area_code, methods.method, count(roles.person_key) as learners
    from totals
    cross join (select unnest(['Aim', 'Occupation', 'None']) as method) as methods
    left join marts.learner_roles as roles using (area_level, area_code, method)
    group by all
),

figures as (
    select
        totals.period,
        totals.is_part_period,
        totals.area_level,
        totals.area_code,
        counted.method,
        counted.learners as numerator,
        totals.learners as denominator,
        100 * counted.learners / totals.learners as value,
        null as symbol_reason,
        -- The list that turns occupations into roles has no source.
        case when totals.is_synthetic then 'synthetic' when counted.method = 'Aim' then 'real' else 'estimated' end as origin
    from totals
    inner join counted using (area_level, area_code)
    union all by name
    -- The record has no field for the role, and nobody agreed on a use of the free ones (L42, A48).
    select
        totals.period,
        totals.is_part_period,
        totals.area_level,
        totals.area_code,
        'Asked' as method,
        'not_collected' as symbol_reason,
        'real' as origin
    from totals
    where totals.area_level = 'national'
)

select
    'QUA-04' as indicator_id,
    'academic' as period_type,
    figures.period,
    figures.is_part_period,
    figures.area_level,
    figures.area_code,
    case when figures.method is not null then 'role told by' end as dimension_1,
    figures.method as category_1,
    'per cent' as unit,
    'rate' as measure,
    figures.numerator,
    figures.denominator,
    figures.value,
    figures.denominator as base,
    coverage.senders_returned,
    coverage.senders_expected,
    figures.symbol_reason,
    figures.origin
from figures
left join marts.provider_coverage as coverage using (area_level, area_code)
order by all
