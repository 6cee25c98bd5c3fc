-- One row per area code of a figure that is no area of its level.
select
    'marts.' || figures.mart as file,
    coalesce(figures.area_code, 'none') || ' is a ' || coalesce(figures.area_level, 'known') || ' area' as rule,
    count(*) as rows
from marts.figure_keys as figures
left join reference.areas as areas
    on areas.area_code = figures.area_code
    and areas.area_level = figures.area_level
where areas.area_code is null
group by all
order by all
