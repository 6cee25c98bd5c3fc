-- One row per career route, or group of roles without one.
select
    route_id,
    route_name,
    basis,
    place
from reference.routes
order by route_id
