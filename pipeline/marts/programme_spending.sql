-- One row per funding line, LEA, financial year and programme: pence spent in the months that the LEA tells of.
with

outturn as (
    select
        funding.line_id,
        funding.lea_code,
        funding.programme_id,
        funding.month,
        funding.outturn_gbp,
        funding.origin,
        make_date(left(funding.month, 4)::integer - (right(funding.month, 2)::integer < 4)::integer, 4, 1) as first_day
    from stage.funding as funding
    where
        funding.outturn_gbp is not null
        and funding.lea_code is not null
        and funding.month <= (select strftime(as_at_date, '%Y-%m') from reference.release)
),

-- A month for which an LEA says what it spent on anything is one for which it says what it spent on each programme.
covered as (
    select
        line_id,
        lea_code,
        first_day,
        min(month) as first_month,
        max(month) as last_month,
        count(distinct month) as months
    from outturn
    group by all
)

select
    outturn.line_id,
    outturn.lea_code,
    outturn.first_day,
    outturn.programme_id,
    covered.first_month,
    covered.last_month,
    covered.months,
    (100 * sum(outturn.outturn_gbp))::bigint as pence,
    case when bool_or(outturn.origin = 'synthetic') then 'synthetic' else min(outturn.origin) end as origin
from outturn
inner join covered using (line_id, lea_code, first_day)
where outturn.programme_id is not null
group by all
order by outturn.line_id, outturn.lea_code, outturn.first_day, outturn.programme_id
