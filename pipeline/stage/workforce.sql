-- One row per area, category, phase, characteristic and January, and file in use.
select
    workforce.file_id,
    workforce.record_number,
    files.sender_id,
    files.period,
    case
        when files.origin = 'synthetic' or workforce.figure_origin = 'synthetic' then 'synthetic'
        else files.origin
    end as origin,
    workforce.area_level,
    workforce.area_code,
    workforce.category,
    workforce.phase,
    workforce.characteristic,
    workforce.characteristic_value,
    workforce.figure_origin,
    workforce.headcount,
    workforce.fte,
    workforce.census_date as census_month
from raw.workforce as workforce
inner join raw.files as files using (file_id)
-- A file that a later one replaced stays in raw, and counts for nothing.
where files.status = 'used'
