-- One row per file with people who would stand for less than themselves, or for nobody knows how many.
select
    files.file,
    'each person stands for one or more' as rule,
    count(*) as rows
from marts.survey_people as people
inner join stage.files as files using (file_id)
where people.weight is null or people.weight < 1
group by all
order by all
