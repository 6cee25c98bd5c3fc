-- One row per survey indicator in which what heads say stands among what people say of themselves.
with

answers as (
    select file_id, record_number, indicator_id from marts.survey_answers
    union all
    select file_id, record_number, indicator_id from marts.gap_answers
)

select
    'marts.survey_estimates' as file,
    answers.indicator_id || ' is of one series, the answers of people themselves' as rule,
    count(*) as rows
from answers
inner join stage.staff_questionnaire as staff using (file_id, record_number)
where staff.respondent_kind <> 'self'
group by all
order by all
