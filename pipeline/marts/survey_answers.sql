-- One row per person of the survey, indicator and category: what the answer adds above and below the line.
with

answers as (
    select people.started_24_months as started, staff.*
    from marts.survey_people as people
    inner join stage.staff_questionnaire as staff using (file_id, record_number)
),

held as (
    select
        roles.file_id,
        roles.record_number,
        count(distinct roles.role_id) as roles_count,
        -- A route that is ours by inference alone would make nearly every second role a second route.
        count(distinct role_routes.route_id) filter (where role_routes.basis = 'stated') as routes_count
    from marts.survey_roles as roles
    left join reference.role_routes as role_routes using (role_id)
    group by all
),

-- Those who do not know, or left the question blank, are in neither part: a null is no answer.
yes_or_no as (
    select file_id, record_number, 'OFF-01' as indicator_id, null as dimension_1, null as category_1,
        offered_24_months as answer
    from answers
    union all
    select file_id, record_number, 'OFF-01' as indicator_id, 'service' as dimension_1,
        case
            when service_years >= 2 then '2 years or more'
            when service_years < 2 then 'Under 2 years'
            else 'Not known'
        end as category_1,
        offered_24_months as answer
    from answers
    union all
    select file_id, record_number, 'UPT-01' as indicator_id, null as dimension_1, null as category_1, started as answer
    from answers
    where offered_24_months = 'yes'
    union all
    select file_id, record_number, 'UPT-02' as indicator_id, null as dimension_1, null as category_1, started as answer
    from answers
    union all
    select file_id, record_number, 'IAG-01' as indicator_id, null as dimension_1, null as category_1,
        needs_discussed_12_months as answer
    from answers
    union all
    select file_id, record_number, 'DEM-01' as indicator_id, null as dimension_1, null as category_1,
        wants_training as answer
    from answers
    union all
    select file_id, record_number, 'GAP-08' as indicator_id, null as dimension_1, null as category_1,
        case full_level_2 when 'yes' then 'no' when 'no' then 'yes' end as answer
    from answers
    union all
    select file_id, record_number, 'UPT-06' as indicator_id, null as dimension_1, null as category_1,
        case when roles_count >= 2 then 'yes' else 'no' end as answer
    from held
    union all
    select file_id, record_number, 'UPT-06' as indicator_id, 'roles held' as dimension_1,
        'On two routes or more, of those with two roles or more' as category_1,
        case when routes_count >= 2 then 'yes' else 'no' end as answer
    from held
    where roles_count >= 2
),

-- One choice of a list: each category against all who chose any.
chosen as (
    select file_id, record_number, 'OFF-02' as indicator_id, 'last offer' as dimension_1,
        'last_offer_band' as column_name, last_offer_band as choice
    from answers
    where last_offer_band is not null
    union all
    select file_id, record_number, 'DEM-01' as indicator_id, 'topic' as dimension_1,
        'wanted_topic' as column_name, case when wants_training = 'yes' then wanted_topic end as choice
    from answers
    where wants_training = 'no' or (wants_training = 'yes' and wanted_topic is not null)
),

barriers as (
    select
        file_id,
        record_number,
        unnest([
            {'category': 'Cost', 'answer': barrier_cost},
            {'category': 'No time', 'answer': barrier_time},
            {'category': 'No cover at work', 'answer': barrier_cover},
            {'category': 'Too far away', 'answer': barrier_distance},
            {'category': 'Not offered', 'answer': barrier_not_offered},
            {'category': 'Did not know of it', 'answer': barrier_not_told},
            {'category': 'Care of children or others', 'answer': barrier_childcare},
            {'category': 'Another reason', 'answer': barrier_other}
        ]) as barrier
    from answers
    where wanted_not_taken = 'yes'
),

together as (
    select file_id, record_number, indicator_id, dimension_1, category_1, (answer = 'yes')::double as numerator
    from yes_or_no
    where answer in ('yes', 'no')
    union all
    select chosen.file_id, chosen.record_number, chosen.indicator_id, chosen.dimension_1, labels.label as category_1,
        coalesce(chosen.choice = labels.code, false)::double as numerator
    from chosen
    inner join marts.labels as labels
        on labels.collection = 'staff_questionnaire' and labels.column_name = chosen.column_name
    union all
    select file_id, record_number, 'IAG-02' as indicator_id, 'barrier' as dimension_1, barrier.category as category_1,
        (barrier.answer = 'yes')::double as numerator
    from barriers
    where barrier.answer in ('yes', 'no')
)

select
    together.file_id,
    together.record_number,
    together.indicator_id,
    together.dimension_1,
    together.category_1,
    null::varchar as role_id,
    together.numerator,
    1::double as denominator
from together
order by all
