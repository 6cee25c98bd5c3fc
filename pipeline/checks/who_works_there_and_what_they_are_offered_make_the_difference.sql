-- One row per region and headline whose parts do not add up to its difference from the rest of England.
with

sums as (
    select
        indicator_id,
        period,
        region_code,
        coalesce(max(value) filter (where effect = 'difference' and role_group is null), 0) as difference,
        coalesce(max(region_rate - rest_rate) filter (where effect = 'difference' and role_group is null), 0) as rates_difference,
        coalesce(sum(value) filter (where effect <> 'difference' and role_group is null), 0) as effects,
        coalesce(sum(value) filter (where effect <> 'difference' and role_group is not null), 0) as parts,
        coalesce(max(value) filter (where effect = 'composition' and role_group is null), 0) as composition,
        coalesce(sum(value) filter (where effect = 'composition' and role_group is not null), 0) as composition_parts
    from marts.role_mix
    group by all
)

select
    'marts.role_mix' as file,
    concat_ws(' ', 'the parts add up,', sums.indicator_id, sums.period, sums.region_code) as rule,
    format('{:.3f} in all, {:.3f} in effects, {:.3f} in role groups', sums.difference, sums.effects, sums.parts) as rows
from sums
where
    abs(sums.difference - sums.effects) > 1e-9
    or abs(sums.difference - sums.rates_difference) > 1e-9
    or abs(sums.difference - sums.parts) > 1e-9
    or abs(sums.composition - sums.composition_parts) > 1e-9
order by all
