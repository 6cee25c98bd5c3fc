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
    -- More places can be taken than were planned, one budget funds or a target asks for, never more than offered; more
    -- can start in twelve months than the capacity of a year that is a minimum, or of another year; more can be spent
    -- than was allocated so far; and more can start than a local plan had in mind.
    or (
        figures.unit like 'per cent%'
        and figures.unit not in ('per cent of places planned', 'per cent of places funded')
        and figures.indicator_id not in ('CAP-02', 'FIN-01', 'PLN-02', 'PRI-02')
        and figures.value not between 0 and 100
    )
order by all
