-- One row per area: England, region, local LSC or LEA.
select
    areas.area_level,
    areas.area_code,
    areas.area_name,
    areas.parent_code,
    areas.basis,
    areas.source
from reference.areas as areas
order by areas.area_code
