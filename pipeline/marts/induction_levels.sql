-- One row per audience of induction and level: units that the award needs, and those still to cover after induction.
with

counted as (
    select
        links.audience,
        links.nqf_level,
        units.units_required,
        max(links.basis) as basis,
        count(*) filter (where links.is_mandatory = 'yes') as mandatory_units,
        count(*) filter (where links.is_mandatory = 'yes' and links.status = 'prepared') as mandatory_prepared,
        count(*) filter (where links.is_mandatory = 'no' and links.status = 'prepared') as optional_prepared,
        count(*) filter (where links.is_mandatory = 'yes' and links.status <> 'still to cover') as mandatory_planned,
        count(*) filter (where links.is_mandatory = 'no' and links.status <> 'still to cover') as optional_planned
    from marts.induction_map as links
    inner join reference.nvq_units as units using (nvq_unit_id)
    group by all
),

-- 'now' has the modules to be had at the as-at date; 'planned' those that were to come as well.
stages as (
    select
        audience,
        nqf_level,
        'now' as status,
        units_required,
        basis,
        mandatory_units,
        mandatory_prepared,
        optional_prepared
    from counted
    union all by name
    select
        audience,
        nqf_level,
        'planned' as status,
        units_required,
        basis,
        mandatory_units,
        mandatory_planned as mandatory_prepared,
        optional_planned as optional_prepared
    from counted
)

select
    audience,
    nqf_level,
    status,
    units_required as units_required_count,
    mandatory_units as mandatory_units_count,
    mandatory_prepared as mandatory_prepared_count,
    units_required - mandatory_units as optional_needed_count,
    optional_prepared as optional_prepared_count,
    -- Options are chosen freely, so those that induction prepares for come first; more than are needed help nobody.
    units_required - mandatory_prepared - least(optional_prepared, units_required - mandatory_units)
        as units_remaining_count,
    basis,
    'estimated' as origin
from stages
order by audience, nqf_level, status
