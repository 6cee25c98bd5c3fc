-- One row per form of the survey, period, area and local LSC in it: who sends the form there, for how many staff.
with

senders as (
    select
        expected.collection,
        expected.period,
        expected.sender_id,
        expected.area_code as llsc_code,
        lscs.region_code
    from reference.expected_senders as expected
    inner join reference.local_lscs as lscs on lscs.llsc_code = expected.area_code
    where expected.collection in ('staff_questionnaire', 'school_questionnaire')
),

-- The census before the survey says how many staff an area has.
staff as (
    select area_code as llsc_code, 10 * floor(arg_max(headcount, census_month) / 10) + 5 as headcount
    from stage.workforce
    where area_level = 'local_lsc' and category = 'all' and phase = 'all' and characteristic = 'all'
        and census_month <= (select strftime(as_at_date, '%Y-%m') from reference.release)
    group by all
),

nested as (
    select *, 'local_lsc' as area_level, llsc_code as area_code from senders
    union all
    select *, 'region' as area_level, region_code as area_code from senders
    union all
    select *, 'national' as area_level, 'ENG' as area_code from senders
)

select
    nested.collection,
    nested.period,
    nested.area_level,
    nested.area_code,
    nested.llsc_code,
    nested.sender_id,
    staff.headcount
from nested
left join staff using (llsc_code)
order by all
