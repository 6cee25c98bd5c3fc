-- One row per table of judgements with rows that name no source and call themselves stated or derived from one.
with

judgements as (
    select 'role_competences' as name, basis, source from reference.role_competences
    union all
    select 'role_njc_profiles' as name, basis, source from reference.role_njc_profiles
    union all
    select 'nvq_units' as name, basis, source from reference.nvq_units
)

select
    'data/reference/' || name || '.csv' as file,
    'without a source, called ' || basis as rule,
    count(*) as rows
from judgements
where starts_with(source, 'unsourced') and basis in ('stated', 'derived')
group by all
order by all
