-- One row per figure of every mart that feeds the gate: what it is about, without how it is to be treated.
with

-- Columns are named once, below; a mart without one of them leaves it empty.
figures as (
    select 'admin_uptake' as mart, admin_uptake.* from marts.admin_uptake
    union all by name
    select 'apprenticeships' as mart, apprenticeships.* from marts.apprenticeships
    union all by name
    select 'completion_rates' as mart, completion_rates.* from marts.completion_rates
    union all by name
    select 'funding_by_area' as mart, funding_by_area.* from marts.funding_by_area
    union all by name
    select 'offers' as mart, offers.* from marts.offers
    union all by name
    select 'plan_statements' as mart, plan_statements.* from marts.plan_statements
    union all by name
    select 'return_completeness' as mart, return_completeness.* from marts.return_completeness
    union all by name
    select 'route_shares' as mart, route_shares.* from marts.route_shares
    union all by name
    select 'starts' as mart, starts.* from marts.starts
    union all by name
    select 'workforce' as mart, workforce.* from marts.workforce
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
