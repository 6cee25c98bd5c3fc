-- One row per area and period of the heads' form: local LSCs that returned it, and the share of staff whom they cover.
with

senders as (
    select
        form_senders.*,
        (form_senders.period, form_senders.sender_id) in (
            select (answers.period, answers.sender_id) from stage.school_questionnaire as answers
        ) as is_returned
    from marts.form_senders as form_senders
    where form_senders.collection = 'school_questionnaire' and form_senders.area_level <> 'local_lsc'
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
