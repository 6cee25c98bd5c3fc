-- One row per audience of induction and NVQ unit: the induction modules that prepare for it.
with

audiences as (
    select distinct audience
    from reference.induction_modules
    where audience <> 'all'
),

-- Everybody takes the modules for all beside those for their own audience.
prepared as (
    select
        audiences.audience,
        links.nvq_unit_id,
        string_agg(modules.module_id, ';' order by modules.module_id) as module_ids,
        -- A module that was still to come, or still being written, is named and prepares for nothing yet.
        string_agg(modules.module_id, ';' order by modules.module_id) filter (
            where coalesce(
                modules.available_from > strftime(release.as_at_date, '%Y-%m'),
                programmes.status_2004 = 'in development'
            )
        ) as planned_ids,
        max(links.basis) as basis
    from audiences
    inner join reference.induction_modules as modules on modules.audience in (audiences.audience, 'all')
    inner join reference.induction_unit_map as links using (module_id)
    left join reference.programmes as programmes using (programme_id)
    cross join reference.release as release
    group by all
)

select
    audiences.audience,
    units.nqf_level,
    units.nvq_unit_id,
    units.unit_title,
    units.is_mandatory,
    case
        when prepared.module_ids is null then 'still to cover'
        when prepared.module_ids = prepared.planned_ids then 'to be prepared'
        else 'prepared'
    end as status,
    prepared.module_ids,
    -- A unit that a source states still has modules by a link that we may have inferred.
    case when units.basis = 'stated' then coalesce(prepared.basis, units.basis) else units.basis end as basis,
    units.source,
    'estimated' as origin
from audiences
cross join reference.nvq_units as units
left join prepared using (audience, nvq_unit_id)
order by audiences.audience, units.nqf_level, units.nvq_unit_id
