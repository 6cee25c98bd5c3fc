-- One row per percentage of a priority, or of a target, for which the plan sets no number.
select
    'marts.progress_measures' as file,
    measures.category_1 || ' has no number in the plan' as rule,
    measures.unit as rows
from marts.progress_measures as measures
left join reference.targets as targets on measures.dimension_1 = 'target' and targets.target_id = measures.category_1
where
    measures.value is not null
    and measures.unit like 'per cent%'
    and (
        (measures.dimension_1 = 'priority' and measures.category_1 in ('v', 'viii', 'x'))
        or (measures.dimension_1 = 'target' and targets.target_value is null)
    )
order by all
