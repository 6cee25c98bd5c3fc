-- One row per survey indicator, period, area and breakdown: the estimate with its interval.
with

origins as (
    select
        people.period,
        bool_or(people.origin = 'synthetic') or coalesce(bool_or(census.origin = 'synthetic'), false) as is_synthetic,
        bool_or(weights.raked_weight is not null) and (
            select coalesce(bool_or(basis <> 'stated'), false) from reference.role_categories
        ) as is_estimated,
        min(people.origin) as origin
    from marts.survey_people as people
    inner join marts.survey_weights as weights using (file_id, record_number)
    left join (
        select period, case when bool_or(origin = 'synthetic') then 'synthetic' end as origin
        from marts.survey_margins
        group by all
    ) as census on census.period = people.period
    group by all
),

silent as (
    select answered.period, answered.indicator_id, coverage.area_level, coverage.area_code
    from (
        select distinct period, indicator_id
        from marts.survey_results
        where dimension_1 is null
    ) as answered
    inner join marts.survey_coverage as coverage using (period)
    where coverage.senders_returned = 0
),

unanswered as (
    select coverage.period, definitions.indicator_id, coverage.area_level, coverage.area_code
    from reference.indicators as definitions
    cross join marts.survey_coverage as coverage
    where
        definitions.indicator_id in (
            'DEM-01',
            'GAP-01',
            'GAP-03',
            'GAP-04',
            'GAP-08',
            'IAG-01',
            'IAG-02',
            'OFF-01',
            'OFF-02',
            'UPT-01',
            'UPT-02',
            'UPT-06'
        )
        and coverage.area_level = 'national'
        and (coverage.period, definitions.indicator_id) not in (
            select (results.period, results.indicator_id) from marts.survey_results as results
        )
),

together as (
    select * from marts.survey_results
    union all by name
    select period, indicator_id, area_level, area_code, 0 as base
    from silent
    union all by name
    select period, indicator_id, area_level, area_code, 0 as base, 'not_enough_data' as symbol_reason
    from unanswered
)

select
    together.indicator_id,
    'survey' as period_type,
    together.period,
    false as is_part_period,
    together.area_level,
    together.area_code,
    together.role_id,
    together.route_id,
    coalesce(together.dimension_1, together.dimension) as dimension_1,
    coalesce(together.category_1, together.category) as category_1,
    case when together.dimension_1 is not null then together.dimension end as dimension_2,
    case when together.dimension_1 is not null then together.category end as category_2,
    definitions.unit,
    case when definitions.unit = 'levels' then 'statistic' else 'survey_percent' end as measure,
    null::double as numerator,
    null::double as denominator,
    scales.scale * together.estimate as value,
    scales.scale * together.lower as lower,
    scales.scale * together.upper as upper,
    case when together.lower is not null then 0.95 end as interval_level,
    together.base,
    together.effective_base,
    together.design_effect,
    scales.scale * together.standard_error as standard_error,
    coverage.senders_returned,
    coverage.senders_expected,
    coverage.population_share,
    case
        when origins.is_synthetic then 'synthetic'
        when origins.is_estimated or together.is_inferred then 'estimated'
        else coalesce(origins.origin, 'real')
    end as origin,
    together.symbol_reason
from together
inner join reference.indicators as definitions using (indicator_id)
inner join (values (true, 1), (false, 100)) as scales (is_mean, scale)
    on scales.is_mean = (definitions.unit = 'levels')
left join origins using (period)
left join marts.survey_coverage as coverage using (period, area_level, area_code)
order by all
