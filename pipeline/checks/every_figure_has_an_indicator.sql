-- One row per indicator that a mart computes and the catalogue does not define.
select
    'marts.' || figures.mart as file,
    coalesce(figures.indicator_id, 'a figure') || ' is defined' as rule,
    count(*) as rows
from marts.figure_keys as figures
left join reference.indicators as indicators using (indicator_id)
where indicators.indicator_id is null
group by all
order by all
