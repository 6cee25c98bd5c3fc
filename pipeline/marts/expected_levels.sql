-- One row per questionnaire period and role: the level of qualification that its job profile expects, where it has one.
with

periods as (
    select distinct period, try_cast(period || '-01' as date) as first_date
    from marts.survey_people
),

versions as (
    select
        periods.period,
        role_profiles.role_id,
        role_profiles.profile_id,
        row_number() over (
            partition by periods.period, role_profiles.role_id order by role_profiles.version desc
        ) as place
    from periods
    inner join reference.role_njc_profiles as role_profiles
        on try_cast(role_profiles.valid_from_date as date) <= periods.first_date
)

select
    versions.period,
    versions.role_id,
    versions.profile_id,
    -- '4+' is above Level 4. A profile that expects induction alone expects no level.
    case profiles.nqf_level when '4+' then 5 else try_cast(profiles.nqf_level as integer) end as expected_level
from versions
inner join reference.njc_profiles as profiles using (profile_id)
where versions.place = 1 and profiles.nqf_level is not null
order by versions.period, versions.role_id
