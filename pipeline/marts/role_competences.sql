-- One row per role, competence and version: the level that the role is taken to require.
select
    required.role_id,
    required.competence_id,
    competences.competence_name,
    required.version,
    required.valid_from_date::varchar as valid_from_date,
    required.required_level,
    required.is_essential,
    required.note,
    required.basis,
    required.source
from reference.role_competences as required
inner join reference.competences as competences using (competence_id)
order by required.role_id, required.competence_id, required.version
