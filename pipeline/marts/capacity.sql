-- One row per register of providers, kind of capacity and area: starts in twelve months of what its providers can run.
-- Starts are those of the providers that the register gives a capacity for, at their seat: aims in scope from their
-- enrolments, or starts from programme returns. They are fewer than all starts, and are no figure of their own.
with

twelve_months as (
    select
        date_trunc('month', as_at_date)::date - interval 11 month as first_day,
        as_at_date as last_day,
        strftime(date_trunc('month', as_at_date)::date - interval 11 month, '%Y-%m') as first_month,
        strftime(as_at_date, '%Y-%m') as last_month
    from reference.release
),

-- Capacity is a flow of one year; of several registers the last in force counts.
providers as (
    select
        provider.sender_id,
        provider.provider_id,
        arg_max(provider.lea_code, provider.period) as lea_code,
        arg_max(provider.annual_capacity, provider.period) as annual_capacity,
        arg_max(provider.capacity_kind, provider.period) as capacity_kind,
        case when bool_or(provider.origin = 'synthetic') then 'synthetic' else min(provider.origin) end as origin
    from stage.provider as provider
    where provider.annual_capacity > 0
    group by all
),

events as (
    select starts.provider_id, strftime(starts.start_date, '%Y-%m') as month, 1 as starts
    from marts.learner_starts as starts
    union all
    select programme.provider_id, programme.month, programme.starts
    from stage.programme as programme
    where programme.starts is not null
),

-- Whose provider sent nothing has no starts to speak of, so neither has its capacity a place below the line.
told as (
    select
        events.provider_id,
        min(events.month) as first_month,
        coalesce(sum(events.starts) filter (where events.month >= twelve_months.first_month), 0) as starts
    from events
    cross join twelve_months
    where events.month <= twelve_months.last_month
    group by all
),

placed as (
    select providers.*, 'national' as area_level, 'ENG' as area_code, null as placement
    from providers
    union all
    select providers.*, 'national' as area_level, 'ENG' as area_code, 'No LEA given' as placement
    from providers
    where lea_code is null
    union all
    select providers.*, lea_areas.area_level, lea_areas.area_code, null as placement
    from providers
    inner join marts.lea_areas as lea_areas using (lea_code)
    where lea_areas.area_level = 'region'
),

summed as (
    select
        placed.sender_id,
        placed.capacity_kind,
        placed.area_level,
        placed.area_code,
        placed.placement,
        sum(told.starts)::bigint as numerator,
        sum(placed.annual_capacity) filter (where told.provider_id is not null)::bigint as denominator,
        min(told.first_month) as first_month,
        count(told.provider_id) as senders_returned,
        count(*) as senders_expected,
        case when bool_or(placed.origin = 'synthetic') then 'synthetic' else min(placed.origin) end as origin
    from placed
    left join told using (provider_id)
    group by all
),

figures as (
    select *, 'rate' as measure, 100 * numerator / denominator as value, null as symbol_reason
    from summed
    where denominator > 0
    union all by name
    select
        'national' as area_level,
        'ENG' as area_code,
        'rate' as measure,
        'not_enough_data' as symbol_reason,
        'real' as origin
    where not exists (select 1 from summed where denominator > 0)
)

select
    'CAP-02' as indicator_id,
    'window' as period_type,
    twelve_months.first_month || ' to ' || twelve_months.last_month as period,
    coalesce(figures.first_month > twelve_months.first_month, false) as is_part_period,
    figures.area_level,
    figures.area_code,
    case when figures.sender_id is not null then 'register' end as dimension_1,
    figures.sender_id as category_1,
    case when figures.sender_id is not null then 'kind of capacity' end as dimension_2,
    case figures.capacity_kind when 'minimum' then 'At least so many' when 'maximum' then 'At most so many' end
        as category_2,
    case when figures.placement is not null then 'placement' end as dimension_3,
    figures.placement as category_3,
    'per cent of annual capacity' as unit,
    figures.measure,
    figures.numerator,
    figures.denominator,
    figures.value,
    figures.symbol_reason,
    figures.senders_returned,
    figures.senders_expected,
    figures.origin
from figures
cross join twelve_months
order by all
