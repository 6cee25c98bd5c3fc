-- One row per milestone that is called met without a place where a source says so.
select
    'marts.milestones' as file,
    milestones.milestone_id || ' is met' as rule,
    1 as rows
from marts.milestones as milestones
inner join reference.milestones as sources using (milestone_id)
where milestones.status = 'met' and sources.met_source is null
order by all
