-- One row per role, date and level with a suitable qualification that a looser rule of suitability no longer finds.
select
    'marts.qualified_roles' as file,
    concat_ws(' ', strict.role_id, strict.on_date, strict.nqf_level) || ' under "' || loose.rule_name || '"' as rule,
    count(*) as rows
from marts.qualified_roles as strict
inner join marts.qualified_roles as loose
    on loose.role_id = strict.role_id
    and loose.on_date = strict.on_date
    and loose.nqf_level is not distinct from strict.nqf_level
where strict.rule = 'suitable' and strict.is_qualified and not loose.is_qualified
group by all
order by all
