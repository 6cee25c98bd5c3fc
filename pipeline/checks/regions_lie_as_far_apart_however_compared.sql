-- One row per region whose difference from the rest of England is not the same among the comparisons and in the role mix.
select
    'marts.area_comparisons' as file,
    concat_ws(' ', 'one difference,', mix.indicator_id, mix.period, mix.region_code) as rule,
    format('{:.3f} compared, {:.3f} in the role mix', comparisons.difference, mix.value) as rows
from marts.role_mix as mix
inner join marts.area_comparisons as comparisons
    on comparisons.indicator_id = mix.indicator_id
    and comparisons.period = mix.period
    and comparisons.area_level = 'region'
    and comparisons.area_code = mix.region_code
where
    mix.effect = 'difference' and mix.role_group is null
    and abs(comparisons.difference - mix.value) > 1e-6
order by all
