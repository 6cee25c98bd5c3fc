-- One row per support staff role, with the routes it lies on.
with

routes as (
    select
        role_id,
        string_agg(route_id, ';' order by route_id) as route_ids,
        bool_and(basis = 'stated') as is_stated
    from reference.role_routes
    group by all
)

select
    roles.role_id,
    roles.role_name,
    routes.route_ids,
    case when routes.is_stated then 'stated' else 'inferred' end as basis,
    roles.place
from reference.roles as roles
left join routes using (role_id)
order by roles.role_id
