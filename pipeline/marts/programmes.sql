-- One row per programme, qualification or apprenticeship.
select
    programmes.programme_id,
    programmes.programme_name,
    programmes.category,
    programmes.nqf_level,
    programmes.route_ids,
    programmes.priority_id,
    programmes.place,
    programmes.source
from reference.programmes as programmes
order by programmes.programme_id
