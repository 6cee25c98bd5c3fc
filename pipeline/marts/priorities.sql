-- One row per priority of the plan.
select
    priorities.priority_id,
    priorities.priority_order,
    priorities.title,
    priorities.summary,
    priorities.owner,
    priorities.has_number = 'yes' as has_number,
    priorities.place,
    priorities.source
from reference.priorities as priorities
order by priorities.priority_order
