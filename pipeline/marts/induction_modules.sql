-- One row per module of an induction course.
select
    modules.module_id,
    modules.module_name,
    modules.audience,
    modules.available_from,
    modules.programme_id,
    modules.basis,
    modules.place,
    modules.source
from reference.induction_modules as modules
order by modules.module_id
