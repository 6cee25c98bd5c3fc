-- One row per in-scope role, date, rule of suitability and level (empty for any): whether it has a qualification.
with

-- The day that the plan speaks of, and the day by which the generic qualification was planned.
dates as (
    select unnest([date '2004-03-31', date '2004-12-31']) as on_date
),

rules as (
    select
        unnest(['suitable', 'relevant', 'outside']) as rule,
        unnest([
            'Targeted or suitable, in the framework',
            'Relevant as well, in the framework',
            'Targeted or suitable, in the framework or not'
        ]) as rule_name
),

levels as (
    select unnest([null, '2', '3', '4']) as nqf_level
),

fits as (
    select
        judged.role_id,
        judged.nqf_level,
        rules.rule,
        try_cast(judged.available_from_date as date) as available_from_date
    from reference.role_qualification_suitability as judged
    cross join rules
    where
        (judged.suitability in ('targeted', 'suitable') or rules.rule = 'relevant')
        and (judged.is_in_nqf = 'yes' or rules.rule = 'outside')
)

select
    roles.role_id,
    roles.role_group,
    dates.on_date,
    rules.rule,
    rules.rule_name,
    levels.nqf_level,
    count(fits.role_id) > 0 as is_qualified
from reference.roles as roles
cross join dates
cross join rules
cross join levels
left join fits
    on fits.role_id = roles.role_id
    and fits.rule = rules.rule
    and fits.available_from_date <= dates.on_date
    and (levels.nqf_level is null or fits.nqf_level = levels.nqf_level)
where roles.in_scope_of_survey = 'yes'
group by all
order by roles.role_id, dates.on_date, rules.rule, levels.nqf_level nulls first
