-- One row per programme, collection, sender, LEA, month and period type: the period in which the month lies.
-- Months end with the month; years are those of the academic and of the financial calendar.
with

-- Returns tell of earlier months too, but nobody was asked for all of those.
asked as (
    select
        collection,
        min(
            case collection
                when 'programme' then (period || '-01')::date
                else make_date(left(period, 4)::integer, 8, 1)
            end
        ) as first_asked
    from stage.files
    where collection in ('programme', 'enrolment')
    group by all
),

dated as (
    select
        months.*,
        (months.month || '-01')::date as first_day,
        asked.first_asked
    from marts.programme_months as months
    inner join asked using (collection)
),

periods as (
    select *, 'month' as period_type, first_day as period_start, last_day(first_day) as period_end
    from dated
    union all
    select
        *,
        'academic' as period_type,
        make_date(year(first_day) - (month(first_day) < 8)::integer, 8, 1) as period_start,
        make_date(year(first_day) - (month(first_day) < 8)::integer + 1, 7, 31) as period_end
    from dated
    union all
    select
        *,
        'financial' as period_type,
        make_date(year(first_day) - (month(first_day) < 4)::integer, 4, 1) as period_start,
        make_date(year(first_day) - (month(first_day) < 4)::integer + 1, 3, 31) as period_end
    from dated
)

select
    periods.programme_id,
    periods.collection,
    periods.sender_id,
    periods.lea_code,
    periods.month,
    periods.period_type,
    case periods.period_type
        when 'month' then periods.month
        else year(periods.period_start) || '-' || lpad((year(periods.period_end) % 100)::varchar, 2, '0')
    end as period,
    release.as_at_date < periods.period_end or periods.first_asked > periods.period_start as is_part_period,
    periods.origin,
    periods.places_planned,
    periods.places_funded,
    periods.places_offered,
    periods.places_taken,
    periods.starts,
    periods.completions
from periods
cross join reference.release as release
order by all
