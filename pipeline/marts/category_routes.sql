-- One row per staff category of the census: the route of most of its roles.
with

routes as (
    select categories.staff_category, role_routes.route_id, count(*) as roles, count(*) filter (where role_routes.basis = 'stated') as stated
    from reference.role_categories as categories
    inner join reference.role_routes as role_routes using (role_id)
    group by all
)

-- A role may be on two routes and the census knows no roles: a category counts on one, so that routes have staff to divide by.
select
    routes.staff_category,
    routes.route_id
from routes
qualify
    row_number() over (
        partition by routes.staff_category
        order by routes.roles desc, routes.stated desc, routes.route_id
    ) = 1
order by routes.staff_category
