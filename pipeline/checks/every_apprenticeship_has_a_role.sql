-- One row per programme sent as one open to support roles that the reference table does not place.
select
    min(files.file) as file,
    figures.programme_name || ', ' || figures.apprenticeship_level || ' has a role' as rule,
    count(*) as rows
from stage.apprenticeships as figures
left join reference.apprenticeship_roles as roles
    using (programme_name, programme_type, apprenticeship_level)
inner join stage.files as files using (file_id)
where figures.edition = 'support_roles' and roles.role_id is null
group by all
order by all
