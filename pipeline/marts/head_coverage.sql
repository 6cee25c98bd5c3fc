-- One row per area and period of the heads' form: local LSCs that returned it, and the share of staff whom they cover.
with

senders as (
    select
        expected.period,
        expected.area_code as llsc_code,
        lscs.region_code,
        (expected.period, expected.sender_id) in (
            select (answers.period, answers.sender_id) from stage.school_questionnaire as answers
        ) as is_returned
    from reference.expected_senders as expected
    inner join reference.local_lscs as lscs on lscs.llsc_code = expected.area_code
    where expected.collection = 'school_questionnaire'
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
    select period, 'region' as area_level, region_code as area_code, llsc_code, is_returned from senders
    union all
    select period, 'national' as area_level, 'ENG' as area_code, llsc_code, is_returned from senders
)

select
    nested.period,
    nested.area_level,
    nested.area_code,
    count(*) filter (where nested.is_returned) as senders_returned,
    count(*) as senders_expected,
    sum(staff.headcount) filter (where nested.is_returned) / sum(staff.headcount) as population_share
from nested
left join staff using (llsc_code)
group by all
order by nested.period, nested.area_level, nested.area_code
