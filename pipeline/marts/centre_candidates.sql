-- One row per provider whose enrolments are in use, and area of its seat: NVQ candidates in learning, and its assessors.
with

providers as (
    select
        provider_id,
        max(lea_code) as lea_code,
        max(assessors_fte) as assessors_fte,
        bool_or(origin = 'synthetic') as is_synthetic
    from stage.provider
    where
        -- Centres on the registers of the other bodies assess for other awards.
        sender_id not in ('TTA', 'NCSL')
        and provider_id in (select sender_id from stage.files where collection = 'enrolment' and status = 'used')
    group by all
),

candidates as (
    select starts.provider_id, count(distinct starts.person_key) as candidates
    from marts.learner_starts as starts
    inner join reference.programmes as programmes using (programme_id)
    where programmes.category = 'nvq' and starts.state = 'in learning'
    group by all
),

placed as (
    select *, 'national' as area_level, 'ENG' as area_code from providers
    union all
    select providers.*, lea_areas.area_level, lea_areas.area_code
    from providers
    inner join marts.lea_areas as lea_areas using (lea_code)
    where lea_areas.area_level in ('region', 'local_lsc')
)

select
    placed.provider_id,
    placed.area_level,
    placed.area_code,
    coalesce(candidates.candidates, 0) as candidates,
    coalesce(placed.assessors_fte, 0)::double as assessors_fte,
    placed.is_synthetic
from placed
left join candidates using (provider_id)
order by all
