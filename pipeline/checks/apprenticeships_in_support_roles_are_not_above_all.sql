-- One row per year, level, provider type and measure in which some programmes have more apprentices than all.
with

sums as (
    select
        academic_year,
        apprenticeship_level,
        provider_type,
        measure,
        sum(apprentices) filter (where edition = 'support_roles') as some_programmes,
        sum(apprentices) filter (where edition = 'all_programmes') as all_programmes
    from stage.apprenticeships
    group by all
)

select
    'stage.apprenticeships' as file,
    sums.measure || ' ' || sums.academic_year || ' ' || sums.apprenticeship_level || ' ' || sums.provider_type as rule,
    sums.some_programmes || ' of ' || sums.all_programmes as rows
from sums
where sums.some_programmes > sums.all_programmes
order by all
