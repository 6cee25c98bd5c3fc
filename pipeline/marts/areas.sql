-- One row per area: England, region, local LSC or LEA, and for a local LSC its tile on the map.
select
    areas.area_level,
    areas.area_code,
    areas.area_name,
    areas.parent_code,
    tiles.short_name,
    tiles.tile_column,
    tiles.tile_row,
    areas.basis,
    areas.source
from reference.areas as areas
left join reference.lsc_tiles as tiles on tiles.llsc_code = areas.area_code
order by areas.area_code
