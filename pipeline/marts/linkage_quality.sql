-- One row per way of telling persons apart, and threshold.
with

records as (
    select
        enrolment.file_id,
        enrolment.record_number,
        enrolment.person_key,
        enrolment.origin,
        coalesce(starts.start_date between this_year.first_day and this_year.last_day, false) as is_start
    from stage.enrolment as enrolment
    cross join marts.academic_year as this_year
    left join marts.learner_starts as starts using (file_id, record_number)
),

-- Each record has the person of the linkage in use, but where another way of telling persons apart gives another.
told as (
    select
        linkage.method,
        linkage.threshold,
        coalesce(others.person_key, records.person_key) as person_key,
        records.is_start,
        records.origin
    from stage.linkage as linkage
    cross join records
    left join stage.linkage_people as others
        on others.method = linkage.method
        and others.threshold is not distinct from linkage.threshold
        and others.file_id = records.file_id
        and others.record_number = records.record_number
),

counted as (
    select
        method,
        threshold,
        count(distinct person_key) as persons_count,
        count(distinct person_key) filter (where is_start) as learners_count,
        bool_or(origin = 'synthetic') as is_synthetic
    from told
    group by all
),

staff as (
    select
        arg_max(headcount, census_month) as headcount,
        arg_max(origin, census_month) = 'synthetic' as is_synthetic
    from stage.workforce
    where
        headcount > 0
        and category = 'all' and phase = 'all' and characteristic = 'all'
        and area_level = 'national'
        and census_month <= (select strftime(as_at_date, '%Y-%m') from reference.release)
)

select
    linkage.method as linkage_method,
    linkage.threshold,
    linkage.is_chosen,
    this_year.period,
    this_year.is_part_period,
    coalesce(counted.persons_count, 0) as persons_count,
    coalesce(counted.learners_count, 0) as learners_count,
    staff.headcount as staff_count,
    1000 * coalesce(counted.learners_count, 0) / staff.headcount as uptake_rate,
    linkage.estimated_precision,
    linkage.estimated_recall,
    coverage.senders_returned,
    coverage.senders_expected,
    case when counted.is_synthetic or staff.is_synthetic then 'synthetic' else 'real' end as origin
from stage.linkage as linkage
cross join marts.academic_year as this_year
cross join staff
left join counted
    on counted.method = linkage.method
    and counted.threshold is not distinct from linkage.threshold
left join marts.provider_coverage as coverage on coverage.area_level = 'national'
order by linkage.method, linkage.threshold nulls first
