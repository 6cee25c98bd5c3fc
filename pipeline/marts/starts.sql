-- One row per programme (none: all together), month or year to date, area and unit: places, starts and completions.
-- All six are those of marts.programme_months, counted in the month they happened: starts in UPT-04, completions in
-- OUT-02 and places in CAP-01, as counts and above and below the line of its rates, each the same quantity everywhere.
-- Programmes, months and areas share nothing, so each adds up to its total; an aim in no programme is in none of them.
with

figures as (
    unpivot marts.programme_areas
    on places_planned, places_funded, places_offered, places_taken, starts, completions
    into name quantity value figure
),

-- Places are funded by the financial year. More can be taken than planned or funded, since LEAs buy further places
-- with Grant 25; never more than offered. Where places were taken of which nobody said so, there is no rate.
denominators as (
    unpivot (
        select *, places_taken as numerator
        from marts.programme_areas
        where period_type = 'financial' and programme_id is not null and dimension_1 is null
    )
    on places_planned, places_funded, places_offered
    into name quantity value denominator
),

measured as (
    select
        *,
        case quantity when 'starts' then 'UPT-04' when 'completions' then 'OUT-02' else 'CAP-01' end as indicator_id,
        replace(quantity, '_', ' ') as unit,
        'count' as measure,
        figure::double as value
    from figures
    union all by name
    select
        *,
        'CAP-01' as indicator_id,
        'per cent of ' || replace(quantity, '_', ' ') as unit,
        'rate' as measure,
        100 * numerator / denominator as value
    from denominators
    where
        numerator is not null
        and denominator > 0
        and not case quantity
            when 'places_planned' then lacks_planned
            when 'places_funded' then lacks_funded
            else lacks_offered
        end
),

together as (
    select * from measured
    union all by name
    select
        missing.indicator_id,
        missing.unit,
        missing.measure,
        missing.period_type,
        missing.start_year || '-' || lpad(((missing.start_year + 1) % 100)::varchar, 2, '0') as period,
        true as is_part_period,
        'national' as area_level,
        'ENG' as area_code,
        'not_enough_data' as symbol_reason,
        'real' as origin
    from (
        select
            'UPT-04' as indicator_id,
            'starts' as unit,
            'count' as measure,
            'academic' as period_type,
            year(as_at_date) - (month(as_at_date) < 8)::integer as start_year
        from reference.release
        union all
        select
            'CAP-01' as indicator_id,
            'per cent of places funded' as unit,
            'rate' as measure,
            'financial' as period_type,
            year(as_at_date) - (month(as_at_date) < 4)::integer as start_year
        from reference.release
    ) as missing
    where missing.unit not in (select unit from measured)
)

select
    together.indicator_id,
    together.period_type,
    together.period,
    together.is_part_period,
    together.area_level,
    together.area_code,
    together.programme_id,
    together.dimension_1,
    together.category_1,
    together.unit,
    together.measure,
    together.numerator,
    together.denominator,
    together.value,
    together.symbol_reason,
    case when together.senders_expected > 0 then together.senders_returned end as senders_returned,
    nullif(together.senders_expected, 0) as senders_expected,
    together.origin
from together
order by all
