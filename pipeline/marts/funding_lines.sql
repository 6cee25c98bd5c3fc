-- One row per funding line of the plan, its total, and what the total leaves unexplained.
with

-- The plan gives no sum for HLTA: its places at the published price of the longest route are the most that they cost.
places as (
    select max(targets.target_value)::decimal(18, 2) * max(prices.amount_gbp)::decimal(18, 2) as at_most_gbp
    from reference.targets as targets
    cross join reference.funding_external as prices
    where
        targets.counts_rule = 'hlta_places_taken'
        and targets.target_unit = 'places'
        and prices.unit = 'pounds a place'
),

-- A line's own limits follow from its qualifier; 'about' has none.
lines as (
    select
        funding_lines.*,
        case when qualifier in ('exactly', 'over') then amount_gbp end as lower_gbp,
        case
            when qualifier in ('exactly', 'up to') then amount_gbp
            when amount_gbp is null and holder = 'TTA' then places.at_most_gbp
        end as upper_gbp
    from reference.funding_lines as funding_lines
    cross join places
),

-- Grant 25 may be spent on other things, so that none to all of it counts against the total.
residual as (
    select
        max(amount_gbp) filter (where is_in_total = 'total')
            - coalesce(sum(amount_gbp) filter (where is_in_total = 'yes'), 0) as lower_gbp,
        max(amount_gbp) filter (where is_in_total = 'total')
            - coalesce(
                sum(amount_gbp) filter (where is_in_total = 'yes' and is_restricted_to_training = 'yes'), 0
            ) as upper_gbp,
        max(period) filter (where is_in_total = 'total') as period,
        max(place) filter (where is_in_total = 'total') as place,
        max(source) filter (where is_in_total = 'total') as source
    from reference.funding_lines
),

together as (
    select
        line_id,
        line_name,
        period,
        holder,
        recipient,
        qualifier,
        amount_gbp,
        lower_gbp,
        upper_gbp,
        is_in_total,
        is_delegated,
        note,
        place,
        source
    from lines
    union all by name
    select
        'residual' as line_id,
        'Total less the lines with an amount' as line_name,
        period,
        'unknown' as qualifier,
        lower_gbp,
        upper_gbp,
        'unclear' as is_in_total,
        'What the lines without an amount would share. The total is approximate and a grant with other permitted uses '
            || 'is counted from none to all, so this is a range and is not balanced: the lines with an amount, the HLTA '
            || 'places at their published price and a year of the support for exam offices come to more than the total.'
            as note,
        place,
        source
    from residual
    where lower_gbp is not null
)

select
    together.line_id,
    together.line_name,
    together.period,
    together.holder,
    together.recipient,
    together.qualifier,
    together.amount_gbp,
    together.lower_gbp,
    together.upper_gbp,
    together.is_in_total,
    together.is_delegated,
    together.note,
    together.place,
    together.source,
    'real' as origin
from together
order by together.line_id
