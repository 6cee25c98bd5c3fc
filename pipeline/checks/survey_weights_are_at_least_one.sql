-- One row per file with people who would stand for less than themselves before raking, or for nobody after it.
select
    files.file,
    'each person stands for one or more' as rule,
    count(*) as rows
from marts.survey_people as people
inner join stage.files as files using (file_id)
left join marts.survey_weights as weights using (file_id, record_number)
where weights.design_weight is null or weights.design_weight < 1 or weights.weight is null or weights.weight <= 0
group by all
order by all
