-- One row per figure of every mart that feeds the gate: what it is about, without how it is to be treated.
with

figures as (
    select
        'admin_uptake' as mart,
        indicator_id,
        period_type,
        period,
        area_level,
        area_code,
        unit,
        numerator,
        denominator,
        value,
        senders_returned,
        senders_expected,
        origin
    from marts.admin_uptake
    union all by name
    select
        'apprenticeships' as mart,
        indicator_id,
        period_type,
        period,
        area_level,
        area_code,
        role_id,
        route_id,
        programme_id,
        nqf_level,
        dimension_1,
        category_1,
        unit,
        value,
        origin
    from marts.apprenticeships
    union all by name
    select
        'completion_rates' as mart,
        indicator_id,
        period_type,
        period,
        area_level,
        area_code,
        programme_id,
        unit,
        numerator,
        denominator,
        value,
        origin
    from marts.completion_rates
    union all by name
    select
        'funding_by_area' as mart,
        indicator_id,
        period_type,
        period,
        area_level,
        area_code,
        dimension_1,
        category_1,
        unit,
        numerator,
        denominator,
        value,
        senders_returned,
        senders_expected,
        origin
    from marts.funding_by_area
    union all by name
    select
        'offers' as mart,
        indicator_id,
        period_type,
        period,
        area_level,
        area_code,
        role_id,
        route_id,
        dimension_1,
        category_1,
        unit,
        value,
        base,
        senders_returned,
        senders_expected,
        population_share,
        origin
    from marts.offers
    union all by name
    select
        'plan_statements' as mart,
        indicator_id,
        period_type,
        period,
        area_level,
        area_code,
        dimension_1,
        category_1,
        unit,
        value,
        origin
    from marts.plan_statements
    union all by name
    select
        'return_completeness' as mart,
        indicator_id,
        period_type,
        period,
        area_level,
        area_code,
        dimension_1,
        category_1,
        unit,
        numerator,
        denominator,
        value,
        senders_returned,
        senders_expected,
        origin
    from marts.return_completeness
    union all by name
    select
        'route_shares' as mart,
        indicator_id,
        period_type,
        period,
        area_level,
        area_code,
        route_id,
        unit,
        numerator,
        denominator,
        value,
        senders_returned,
        senders_expected,
        origin
    from marts.route_shares
    union all by name
    select
        'starts' as mart,
        indicator_id,
        period_type,
        period,
        area_level,
        area_code,
        programme_id,
        unit,
        numerator,
        denominator,
        value,
        senders_returned,
        senders_expected,
        origin
    from marts.starts
    union all by name
    select
        'workforce' as mart,
        indicator_id,
        period_type,
        period,
        area_level,
        area_code,
        dimension_1,
        category_1,
        dimension_2,
        category_2,
        dimension_3,
        category_3,
        unit,
        value,
        origin
    from marts.workforce
)

select
    figures.mart,
    figures.indicator_id,
    figures.period_type,
    figures.period,
    figures.area_level,
    figures.area_code,
    figures.role_id,
    figures.route_id,
    figures.programme_id,
    figures.nqf_level,
    figures.dimension_1,
    figures.category_1,
    figures.dimension_2,
    figures.category_2,
    figures.dimension_3,
    figures.category_3,
    figures.unit,
    figures.numerator,
    figures.denominator,
    figures.value,
    figures.base,
    figures.senders_returned,
    figures.senders_expected,
    figures.population_share,
    figures.origin
from figures
order by all
