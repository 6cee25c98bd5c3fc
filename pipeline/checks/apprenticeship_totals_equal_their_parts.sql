-- One row per apprenticeship total that is not the sum of its provider types, or that two editions disagree on.
with

totals as (
    select
        indicator_id,
        period,
        programme_id,
        sum(value) filter (where dimension_1 is null) as total,
        sum(value) filter (where dimension_1 = 'provider type') as parts
    from marts.apprenticeships
    where role_id is null and route_id is null and nqf_level is null
    group by all
),

editions as (
    select
        figures.measure,
        figures.academic_year,
        figures.programme_name,
        figures.apprenticeship_level,
        sum(figures.apprentices) filter (where figures.edition = 'support_roles') as support_roles,
        sum(figures.apprentices) filter (where figures.edition = 'by_provider') as by_provider
    from stage.apprenticeships as figures
    inner join reference.apprenticeship_roles as roles
        using (programme_name, programme_type, apprenticeship_level)
    group by all
),

offenders as (
    select
        'marts.apprenticeships' as file,
        indicator_id || ' ' || period || ' ' || coalesce(programme_id, 'all') as rule,
        total || ' in all, ' || parts || ' in provider types' as rows
    from totals
    where total is distinct from parts
    union all
    select
        'stage.apprenticeships' as file,
        measure || ' ' || academic_year || ' ' || programme_name as rule,
        coalesce(support_roles, 0) || ' in one edition, ' || coalesce(by_provider, 0) || ' in the other' as rows
    from editions
    where
        coalesce(support_roles, 0) <> coalesce(by_provider, 0)
        and (select count(distinct edition) from stage.apprenticeships where edition <> 'all_programmes') = 2
)

select
    offenders.file,
    offenders.rule,
    offenders.rows
from offenders
order by all
