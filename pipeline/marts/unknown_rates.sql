-- One row per collection, characteristic and area: records in which it is not known, of all records.
with

enrolments as (
    select
        enrolment.period,
        enrolment.origin,
        lea_areas.area_code as region_code,
        [
            {'name': 'Ethnic group', 'is_unknown': enrolment.ethnicity = '99'},
            {'name': 'Disability', 'is_unknown': enrolment.difficulty_or_disability = '9'},
            {'name': 'Age band', 'is_unknown': coalesce(enrolment.age_band, 'unknown') = 'unknown'},
            {'name': 'Sex', 'is_unknown': enrolment.sex is null}
        ] as characteristics
    from stage.enrolment as enrolment
    left join marts.lea_areas as lea_areas
        on lea_areas.area_level = 'region'
        and lea_areas.lea_code = coalesce(enrolment.workplace_lea_code, enrolment.home_lea_code)
),

answers as (
    select
        answers.period,
        answers.origin,
        local_lscs.region_code,
        [
            {'name': 'Ethnic group', 'is_unknown': coalesce(answers.ethnicity, 'not_stated') = 'not_stated'},
            {'name': 'Disability', 'is_unknown': coalesce(answers.disability, 'not_stated') = 'not_stated'},
            {'name': 'Age band', 'is_unknown': answers.age_band is null},
            {'name': 'Sex', 'is_unknown': answers.sex is null},
            {'name': 'Working pattern', 'is_unknown': answers.working_pattern is null}
        ] as characteristics
    from stage.staff_questionnaire as answers
    left join reference.local_lscs as local_lscs on local_lscs.llsc_code = answers.sender_id
),

records as (
    select 'enrolment' as collection, 'academic' as period_type, enrolments.*, unnest(characteristics) as characteristic
    from enrolments
    union all
    select 'staff_questionnaire' as collection, 'survey' as period_type, answers.*, unnest(characteristics) as characteristic
    from answers
),

placed as (
    select *, 'national' as area_level, 'ENG' as area_code, null as placement from records
    union all
    select *, 'national' as area_level, 'ENG' as area_code, 'No LEA given' as placement
    from records
    where region_code is null
    union all
    select *, 'region' as area_level, region_code as area_code, null as placement
    from records
    where region_code is not null
),

counted as (
    select
        collection,
        period_type,
        period,
        area_level,
        area_code,
        placement,
        characteristic.name as characteristic,
        count(*) filter (where characteristic.is_unknown) as unknown,
        count(*) as records,
        case when bool_or(origin = 'synthetic') then 'synthetic' else min(origin) end as origin
    from placed
    group by all
)

select
    'EQU-04' as indicator_id,
    counted.period_type,
    counted.period,
    counted.period_type = 'academic'
        and release.as_at_date < make_date(left(counted.period, 4)::integer + 1, 7, 31) as is_part_period,
    counted.area_level,
    counted.area_code,
    'collection' as dimension_1,
    counted.collection as category_1,
    'characteristic' as dimension_2,
    counted.characteristic as category_2,
    case when counted.placement is not null then 'placement' end as dimension_3,
    counted.placement as category_3,
    'per cent' as unit,
    'rate' as measure,
    counted.unknown as numerator,
    counted.records as denominator,
    100 * counted.unknown / counted.records as value,
    counted.records as base,
    case counted.collection
        when 'enrolment' then providers.senders_returned
        else lscs.senders_returned
    end as senders_returned,
    case counted.collection
        when 'enrolment' then providers.senders_expected
        else lscs.senders_expected
    end as senders_expected,
    case when counted.collection = 'staff_questionnaire' then lscs.population_share end as population_share,
    counted.origin
from counted
cross join reference.release as release
left join marts.provider_coverage as providers using (area_level, area_code)
left join marts.survey_coverage as lscs
    on lscs.period = counted.period
    and lscs.area_level = counted.area_level
    and lscs.area_code = counted.area_code
order by all
