-- One row per figure that several rows of the marts claim to be.
select
    'marts.' || string_agg(distinct figures.mart, ', marts.' order by figures.mart) as file,
    concat_ws(
        ' ',
        figures.indicator_id,
        figures.period_type,
        figures.period,
        figures.area_code,
        figures.role_id,
        figures.route_id,
        figures.programme_id,
        figures.nqf_level,
        figures.category_1,
        figures.category_2,
        figures.category_3,
        figures.unit
    ) as rule,
    count(*) as rows
from marts.figure_keys as figures
group by
    figures.indicator_id,
    figures.period_type,
    figures.period,
    figures.area_level,
    figures.area_code,
    figures.role_id,
    figures.route_id,
    figures.programme_id,
    figures.nqf_level,
    figures.dimension_1,
    figures.category_1,
    figures.dimension_2,
    figures.category_2,
    figures.dimension_3,
    figures.category_3,
    figures.unit
having count(*) > 1
order by all
