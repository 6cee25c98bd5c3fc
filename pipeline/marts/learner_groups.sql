-- One row per area, characteristic and group: learners who started in the academic year, and staff in the group.
with

starts as (
    select starts.*
    from marts.learner_starts as starts
    inner join marts.academic_year as this_year on starts.start_date between this_year.first_day and this_year.last_day
),

placed as (
    select *, 'national' as area_level, 'ENG' as area_code from starts
    union all
    select starts.*, lea_areas.area_level, lea_areas.area_code
    from starts
    inner join marts.lea_areas as lea_areas using (lea_code)
    where lea_areas.area_level = 'region'
),

-- Who is put down differently at two providers counts in one group, so that the groups add up to the learners.
learners as (
    select
        area_level,
        area_code,
        person_key,
        min(sex) as sex,
        min(age_band) as age_band,
        min(ethnic_group) as ethnic_group,
        min(disability) as disability,
        bool_or(origin = 'synthetic') as is_synthetic
    from placed
    group by all
),

described as (
    select
        learners.area_level,
        learners.area_code,
        learners.is_synthetic,
        cuts.cut[1] as characteristic,
        cuts.cut[2] as category
    from
        learners,
        unnest([
            ['sex', learners.sex],
            ['age band', learners.age_band],
            ['ethnic group', learners.ethnic_group],
            ['disability', learners.disability]
        ]) as cuts (cut)
),

counted as (
    select area_level, area_code, characteristic, category, count(*) as learners
    from described
    where category is not null
    group by all
),

totals as (
    select
        area_level,
        area_code,
        characteristic,
        count(category) as learners_known,
        count(*) as learners_all,
        bool_or(is_synthetic) as is_synthetic
    from described
    group by all
),

staff as (
    select
        workforce.area_level,
        workforce.area_code,
        case workforce.characteristic
            when 'age_band' then 'age band'
            when 'ethnicity' then 'ethnic group'
            else workforce.characteristic
        end as characteristic,
        labels.label as category,
        arg_max(workforce.headcount, workforce.census_month) as staff,
        arg_max(workforce.origin, workforce.census_month) = 'synthetic' as is_synthetic
    from stage.workforce as workforce
    inner join marts.labels as labels
        on labels.collection = 'workforce'
        and labels.column_name = 'characteristic_value'
        and labels.code = workforce.characteristic_value
    where
        workforce.headcount is not null
        and workforce.category = 'all' and workforce.phase = 'all'
        and workforce.characteristic in ('sex', 'age_band', 'ethnicity', 'disability')
        and workforce.characteristic_value <> 'not_stated'
        and workforce.census_month <= (select strftime(as_at_date, '%Y-%m') from reference.release)
    group by all
)

select
    this_year.period,
    this_year.is_part_period,
    staff.area_level,
    staff.area_code,
    staff.characteristic,
    staff.category,
    coalesce(counted.learners, 0) as learners,
    totals.learners_known,
    totals.learners_all,
    staff.staff,
    sum(staff.staff) over (partition by staff.area_level, staff.area_code, staff.characteristic)::bigint as staff_known,
    totals.is_synthetic or staff.is_synthetic as is_synthetic
from staff
inner join totals using (area_level, area_code, characteristic)
left join counted using (area_level, area_code, characteristic, category)
cross join marts.academic_year as this_year
order by all
