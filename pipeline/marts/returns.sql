-- One row per sender, collection and period: what was expected by the as-at date, and what came.
with

-- Every provider on the register of an LSC owes enrolments for each period for which any provider sent them.
providers as (
    select
        provider_id,
        any_value(provider_name order by file_id, record_number) as provider_name,
        any_value(lea_code order by file_id, record_number) as lea_code
    from stage.provider
    where sender_id not in ('TTA', 'NCSL')
    group by all
),

expected as (
    select collection, period, sender_id, sender_name, sender_type, area_code, due_date, true as is_expected
    from reference.expected_senders
    union all by name
    select
        'enrolment' as collection,
        periods.period,
        providers.provider_id as sender_id,
        providers.provider_name as sender_name,
        'provider' as sender_type,
        coalesce(providers.lea_code, 'ENG') as area_code,
        true as is_expected
    from providers
    cross join (select distinct period from stage.files where collection = 'enrolment') as periods
),

received as (
    select
        collection,
        period,
        sender_id,
        count(*) as files_count,
        min(received_date) filter (where status <> 'refused') as first_received_date,
        max(received_date) filter (where status = 'used') as received_date,
        sum(rows_accepted) filter (where status = 'used')::bigint as rows_used_count,
        sum(rows_held) filter (where status = 'used')::bigint as rows_held_count,
        case when bool_or(origin = 'synthetic') then 'synthetic' else min(origin) end as origin
    from stage.files
    group by all
),

-- What nobody sent yet is of the kind that others sent of the same collection.
origins as (
    select collection, case when bool_or(origin = 'synthetic') then 'synthetic' else min(origin) end as origin
    from stage.files
    group by all
),

matched as (
    select
        *,
        received.origin as received_origin
    from expected
    full outer join received using (collection, period, sender_id)
)

select
    matched.collection,
    matched.period,
    matched.sender_id,
    coalesce(matched.sender_name, providers.provider_name, areas.area_name, matched.sender_id) as sender_name,
    coalesce(
        matched.sender_type,
        areas.area_level,
        case when providers.provider_id is not null then 'provider' end,
        'other'
    ) as sender_type,
    coalesce(matched.area_code, areas.area_code, providers.lea_code, 'ENG') as area_code,
    case
        when matched.files_count is null then 'not received'
        when matched.received_date is null then 'refused'
        when matched.first_received_date > matched.due_date::date then 'late'
        when matched.files_count > 1 then 'resubmitted'
        else 'received'
    end as status,
    matched.due_date::varchar as due_date,
    matched.received_date::varchar as received_date,
    coalesce(matched.files_count, 0) as files_count,
    matched.rows_used_count,
    matched.rows_held_count,
    coalesce(matched.received_origin, origins.origin, 'real') as origin,
    coalesce(matched.is_expected, false) as is_expected
from matched
cross join reference.release as release
left join origins using (collection)
left join providers on providers.provider_id = matched.sender_id
left join reference.areas as areas on areas.area_code = matched.sender_id
-- What is not due yet is not missing.
where matched.files_count is not null or coalesce(matched.due_date::date <= release.as_at_date, true)
order by matched.collection, matched.period, matched.sender_id
