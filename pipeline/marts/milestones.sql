-- One row per dated promise of the plan.
select
    milestones.milestone_id,
    milestones.priority_id,
    milestones.title,
    milestones.qualifier,
    milestones.due,
    milestones.due_date::varchar as due_date,
    milestones.owner,
    case
        when milestones.due_date::date > release.as_at_date then 'not yet due'
        when milestones.known_met = 'yes' and milestones.met_source is not null then 'met'
        when milestones.known_met = 'no' and milestones.met_source is not null then 'missed'
        when milestones.due_date is null then 'no date set'
        else 'due, not known'
    end as status,
    release.as_at_date::varchar as as_at_date,
    milestones.place,
    'real' as origin
from reference.milestones as milestones
cross join reference.release as release
order by milestones.milestone_id
