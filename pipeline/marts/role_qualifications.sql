-- One row per role, qualification and level that we judged to fit it at least in part, with who judged, when and how.
select
    judged.role_id,
    judged.programme_id,
    programmes.programme_name,
    nullif(judged.nqf_level, 'not_stated') as nqf_level,
    judged.suitability,
    judged.is_in_nqf,
    judged.available_from_date::varchar as available_from_date,
    case
        when try_cast(judged.available_from_date as date) <= release.as_at_date then 'available'
        else 'planned'
    end as status,
    release.as_at_date::varchar as as_at_date,
    judged.judged_by,
    judged.judged_date::varchar as judged_date,
    judged.rule,
    judged.note,
    judged.basis,
    judged.place
from reference.role_qualification_suitability as judged
inner join reference.programmes as programmes using (programme_id)
cross join reference.release as release
order by judged.role_id, judged.programme_id, judged.nqf_level
