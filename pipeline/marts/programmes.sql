-- One row per programme, qualification or apprenticeship.
select
    programmes.programme_id,
    programmes.programme_name,
    programmes.category,
    programmes.nqf_level,
    programmes.route_ids,
    programmes.priority_id,
    programmes.body,
    programmes.available_from,
    programmes.status_2004,
    programmes.places,
    programmes.basis,
    programmes.place,
    programmes.source
from reference.programmes as programmes
order by programmes.programme_id
