-- One row per survey period and headline figure: the two standard errors, as coarse as they may be published.
select
    checks.indicator_id,
    checks.period_type,
    checks.period,
    checks.area_level,
    checks.area_code,
    checks.dimension_1,
    checks.category_1,
    round(checks.linearised_error, 1) as linearised_error,
    round(checks.jackknife_error, 1) as jackknife_error,
    case
        when checks.replicates >= 1000 then '1,000 or more'
        when checks.replicates >= 500 then '500 to 999'
        when checks.replicates >= 100 then '100 to 499'
        else 'under 100'
    end as replicates_band,
    checks.origin
from marts.survey_error_checks as checks
-- A figure that would not be published for want of answers has no error to show.
where checks.base >= 30
order by all
