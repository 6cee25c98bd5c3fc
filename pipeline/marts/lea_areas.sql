-- One row per LEA and area that it lies in, itself and England among them.
with

nested as (
    select lea_code, 'lea' as area_level, lea_code as area_code, 'real' as map_origin from reference.leas
    union all
    select
        lea_code,
        'local_lsc' as area_level,
        llsc_code as area_code,
        case when basis = 'unsourced' then 'estimated' else 'real' end as map_origin
    from reference.leas
    union all
    select lea_code, 'region' as area_level, region_code as area_code, 'real' as map_origin from reference.leas
    union all
    select lea_code, 'national' as area_level, 'ENG' as area_code, 'real' as map_origin from reference.leas
)

select
    nested.lea_code,
    nested.area_level,
    nested.area_code,
    nested.map_origin
from nested
order by nested.lea_code, nested.area_level
