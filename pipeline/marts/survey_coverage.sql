-- One row per area and questionnaire period: local LSCs that returned, and the share of staff whom they cover.
with

senders as (
    select
        form_senders.*,
        (form_senders.period, form_senders.sender_id) in (
            select (people.period, people.sender_id) from marts.survey_people as people
        ) as is_returned
    from marts.form_senders as form_senders
    where form_senders.collection = 'staff_questionnaire'
)

select
    senders.period,
    senders.area_level,
    senders.area_code,
    count(*) filter (where senders.is_returned) as senders_returned,
    count(*) as senders_expected,
    sum(senders.headcount) filter (where senders.is_returned) / sum(senders.headcount) as population_share
from senders
group by all
order by senders.period, senders.area_level, senders.area_code
