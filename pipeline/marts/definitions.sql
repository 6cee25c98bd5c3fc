-- One row per indicator of the catalogue, and whether this release holds figures for it.
with

published as (
    select indicator_id from marts.figure_keys where mart <> 'not_collected'
    union
    select 'PRI-02' as indicator_id from marts.progress
    union
    select 'FIN-05' as indicator_id from marts.funding_lines
)

select
    indicators.indicator_id,
    indicators.definition_version::varchar as definition_version,
    indicators.indicator_name,
    indicators.numerator_definition,
    indicators.denominator_definition,
    indicators.unit,
    indicators.caveats,
    coalesce(indicators.collections, 'all') as collections,
    case
        when published.indicator_id is not null then 'published'
        -- No return that anybody sends could yield these.
        when indicators.indicator_id in (select indicator_id from marts.not_collected) then 'not collected'
        else 'not yet computed'
    end as availability,
    indicators.place
from reference.indicators as indicators
left join published using (indicator_id)
order by indicators.indicator_id
