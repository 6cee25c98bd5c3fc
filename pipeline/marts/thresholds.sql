-- One row per statement of the plan with a limit, survey period and area: whether it holds, decided before rounding.
with

statements as (
    select
        'fewer_than_half_of_others_offered' as threshold_id,
        'OFF-01' as indicator_id,
        'Fewer than half of support staff other than teaching assistants were offered any training in two years.'
            as statement,
        'staff group' as dimension_1,
        'Other than teaching assistants' as category_1,
        50 as threshold_percent,
        'S0:L61' as place
)

select
    statements.threshold_id,
    statements.indicator_id,
    statements.statement,
    estimates.period_type,
    estimates.period,
    estimates.area_level,
    estimates.area_code,
    estimates.dimension_1,
    estimates.category_1,
    statements.threshold_percent,
    case
        when estimates.upper < statements.threshold_percent then 'yes'
        when estimates.lower >= statements.threshold_percent then 'no'
        else 'cannot say'
    end as is_met,
    case
        when estimates.origin = 'synthetic'
            then 'The synthetic returns were drawn to agree with this statement, so it is no finding.'
    end as note,
    statements.place,
    estimates.origin
from statements
inner join marts.survey_estimates as estimates using (indicator_id, dimension_1, category_1)
where estimates.dimension_2 is null and estimates.role_id is null and estimates.route_id is null
order by all
