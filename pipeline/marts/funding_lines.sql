-- One row per funding line of the plan, its total, and what the total leaves unexplained.
with

-- A line's own limits follow from its qualifier; 'about' has none.
lines as (
    select
        *,
        case when qualifier in ('exactly', 'over') then amount_gbp end as lower_gbp,
        case when qualifier in ('exactly', 'up to') then amount_gbp end as upper_gbp
    from reference.funding_lines
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
            || 'is counted from none to all, so this is a range and is not balanced.' as note,
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
