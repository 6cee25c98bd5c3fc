-- One row per target that lost its qualifier, its number or its lack of one on the way.
select
    'marts.progress' as file,
    case
        when progress.target_id is null then targets.target_id || ' is there'
        when progress.qualifier is distinct from targets.qualifier then targets.target_id || ' keeps its qualifier'
        when progress.target_value is distinct from targets.target_value then targets.target_id || ' keeps its number'
        else targets.target_id || ' without a number has no count and no percentage'
    end as rule,
    concat_ws(' ', progress.qualifier, progress.target_value, progress.percent_of_target) as rows
from reference.targets as targets
left join marts.progress as progress using (target_id)
where
    progress.target_id is null
    or progress.qualifier is distinct from targets.qualifier
    or progress.target_value is distinct from targets.target_value
    or (targets.target_value is null and coalesce(progress.actual_count, progress.percent_of_target) is not null)
order by all
