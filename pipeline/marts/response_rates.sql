-- One row per survey period, area, phase and stage: who answered of those asked, and what unequal weights cost.
with

-- Schools that closed were not there to answer, and local LSCs that sent nothing have no figure.
asked as (
    select
        schools.period,
        schools.llsc_code,
        schools.region_code,
        labels.label as phase,
        schools.answers_count,
        schools.answers_count > 0 as is_answering,
        coalesce(schools.forms_issued, schools.answers_count) as forms_issued
    from marts.survey_schools as schools
    left join marts.labels as labels
        on labels.collection = 'school_frame' and labels.column_name = 'phase' and labels.code = schools.phase
),

placed as (
    select 'national' as area_level, 'ENG' as area_code, null as breakdown, asked.* from asked
    union all
    select 'region' as area_level, region_code as area_code, null as breakdown, asked.* from asked
    union all
    select 'local_lsc' as area_level, llsc_code as area_code, null as breakdown, asked.* from asked
    union all
    select 'national' as area_level, 'ENG' as area_code, phase as breakdown, asked.* from asked
    union all
    select 'region' as area_level, region_code as area_code, phase as breakdown, asked.* from asked
),

counted as (
    select
        period,
        area_level,
        area_code,
        breakdown,
        count(*) as schools_drawn,
        count(*) filter (where is_answering) as schools_answering,
        sum(forms_issued) as forms_issued,
        sum(forms_issued) filter (where is_answering) as forms_issued_answering,
        sum(answers_count) as forms_usable
    from placed
    group by all
),

stages as (
    select period, area_level, area_code, breakdown, 'Schools' as stage,
        schools_answering as numerator, schools_drawn as denominator
    from counted
    union all
    select period, area_level, area_code, breakdown, 'Staff in schools that answered' as stage,
        forms_usable as numerator, forms_issued_answering as denominator
    from counted
    union all
    select period, area_level, area_code, breakdown, 'Staff in all schools drawn' as stage,
        forms_usable as numerator, forms_issued as denominator
    from counted
    union all
    select period, area_level, area_code, null as breakdown, 'Staff in all schools drawn' as stage,
        null as numerator, null as denominator
    from marts.survey_coverage
    where senders_returned = 0 and period in (select periods.period from counted as periods)
),

-- Kish: how much larger a sample with equal weights could be smaller, for the same error.
weighted as (
    select people.period, 'national' as area_level, 'ENG' as area_code, weights.weight
    from marts.survey_weights as weights
    inner join marts.survey_people as people using (file_id, record_number)
    union all
    select people.period, 'region' as area_level, people.region_code as area_code, weights.weight
    from marts.survey_weights as weights
    inner join marts.survey_people as people using (file_id, record_number)
),

figures as (
    select
        'QUA-01' as indicator_id,
        period,
        area_level,
        area_code,
        'response' as dimension_1,
        stage as category_1,
        case when breakdown is not null then 'phase' end as dimension_2,
        breakdown as category_2,
        'rate' as measure,
        numerator,
        denominator,
        100 * numerator / nullif(denominator, 0) as value,
        denominator as base
    from stages
    union all by name
    select
        'QUA-05' as indicator_id,
        period,
        area_level,
        area_code,
        'statistic' as measure,
        count(*) * sum(weight * weight)::double / power(sum(weight)::double, 2) as value,
        count(*) as base
    from weighted
    group by all
),

origins as (
    select period, case when bool_or(origin = 'synthetic') then 'synthetic' else min(origin) end as origin
    from marts.survey_people
    group by all
)

select
    figures.indicator_id,
    'survey' as period_type,
    figures.period,
    false as is_part_period,
    figures.area_level,
    figures.area_code,
    figures.dimension_1,
    figures.category_1,
    figures.dimension_2,
    figures.category_2,
    definitions.unit,
    figures.measure,
    figures.numerator,
    figures.denominator,
    figures.value,
    figures.base,
    coverage.senders_returned,
    coverage.senders_expected,
    coverage.population_share,
    origins.origin
from figures
inner join reference.indicators as definitions using (indicator_id)
inner join origins using (period)
left join marts.survey_coverage as coverage using (period, area_level, area_code)
order by all
