-- One row per figure that is a share of something and lies outside of nothing and all.
select
    'marts.' || figures.mart as file,
    case
        when figures.population_share not between 0 and 1 then 'population share from 0 to 1'
        else 'per cent from 0 to 100'
    end as rule,
    figures.indicator_id || ' ' || figures.area_code || ' ' || coalesce(figures.population_share, figures.value) as rows
from marts.figure_keys as figures
where
    figures.population_share not between 0 and 1
    -- More places can be taken than one budget funds, and more spent than allocated so far.
    or (
        figures.unit like 'per cent%'
        and figures.indicator_id not in ('CAP-01', 'FIN-01')
        and figures.value not between 0 and 100
    )
order by all
