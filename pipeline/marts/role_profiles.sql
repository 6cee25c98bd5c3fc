-- One row per role and version: the job profile that fits it, and the level of qualification that the profile expects.
select
    role_profiles.role_id,
    role_profiles.version,
    role_profiles.valid_from_date::varchar as valid_from_date,
    role_profiles.profile_id,
    profiles.expected_level,
    profiles.nqf_level,
    role_profiles.note,
    role_profiles.basis,
    role_profiles.source
from reference.role_njc_profiles as role_profiles
left join reference.njc_profiles as profiles using (profile_id)
order by role_profiles.role_id, role_profiles.version
