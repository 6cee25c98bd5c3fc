-- One row per record of a learner, and way of telling persons apart under which it would be another person's.
select
    others.method,
    others.threshold,
    others.file_id,
    others.record_number,
    others.person_key
from raw.linkage_people as others
