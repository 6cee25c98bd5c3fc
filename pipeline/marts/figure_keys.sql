-- One row per figure of every mart that feeds the gate: what it is about, without how it is to be treated.
with

-- Columns are named once, below; a mart without one of them leaves it empty.
figures as (
    select 'admin_uptake' as mart, admin_uptake.* from marts.admin_uptake
    union all by name
    select 'apprenticeships' as mart, apprenticeships.* from marts.apprenticeships
    union all by name
    select 'area_positions' as mart, area_positions.* from marts.area_positions
    union all by name
    select 'area_shrinkage' as mart, area_shrinkage.* from marts.area_shrinkage
    union all by name
    select 'assessment_centres' as mart, assessment_centres.* from marts.assessment_centres
    union all by name
    select 'capacity' as mart, capacity.* from marts.capacity
    union all by name
    select 'caseloads' as mart, caseloads.* from marts.caseloads
    union all by name
    select 'completion_curves' as mart, completion_curves.* from marts.completion_curves
    union all by name
    select 'completion_rates' as mart, completion_rates.* from marts.completion_rates
    union all by name
    select 'costs' as mart, costs.* from marts.costs
    union all by name
    select 'cove_reach' as mart, cove_reach.* from marts.cove_reach
    union all by name
    select 'equality_gaps' as mart, equality_gaps.* from marts.equality_gaps
    union all by name
    select 'funding_reconciliation' as mart, funding_reconciliation.* from marts.funding_reconciliation
    union all by name
    select 'funding_by_area' as mart, funding_by_area.* from marts.funding_by_area
    union all by name
    select 'funnel_limits' as mart, funnel_limits.* from marts.funnel_limits
    union all by name
    select 'hlta_assessments' as mart, hlta_assessments.* from marts.hlta_assessments
    union all by name
    select 'item_missing' as mart, item_missing.* from marts.item_missing
    union all by name
    select 'learner_outcomes' as mart, learner_outcomes.* from marts.learner_outcomes
    union all by name
    select 'local_plans' as mart, local_plans.* from marts.local_plans
    union all by name
    select 'not_comparable' as mart, not_comparable.* from marts.not_comparable
    union all by name
    select 'not_collected' as mart, not_collected.* from marts.not_collected
    union all by name
    select 'not_enough_data' as mart, not_enough_data.* from marts.not_enough_data
    union all by name
    select 'offer_gap' as mart, offer_gap.* from marts.offer_gap
    union all by name
    select 'plan_statements' as mart, plan_statements.* from marts.plan_statements
    union all by name
    select 'progress_measures' as mart, progress_measures.* from marts.progress_measures
    union all by name
    select 'qualification_gaps' as mart, qualification_gaps.* from marts.qualification_gaps
    union all by name
    select 'regional_variance' as mart, regional_variance.* from marts.regional_variance
    union all by name
    select 'representation' as mart, representation.* from marts.representation
    union all by name
    select 'response_rates' as mart, response_rates.* from marts.response_rates
    union all by name
    select 'return_completeness' as mart, return_completeness.* from marts.return_completeness
    union all by name
    select 'role_assignment' as mart, role_assignment.* from marts.role_assignment
    union all by name
    select 'role_mix_figures' as mart, role_mix_figures.* from marts.role_mix_figures
    union all by name
    select 'route_shares' as mart, route_shares.* from marts.route_shares
    union all by name
    select 'schools' as mart, schools.* from marts.schools
    union all by name
    select 'skills_density' as mart, skills_density.* from marts.skills_density
    union all by name
    select 'spend_per_head' as mart, spend_per_head.* from marts.spend_per_head
    union all by name
    select 'starts' as mart, starts.* from marts.starts
    union all by name
    select 'training_days' as mart, training_days.* from marts.training_days
    union all by name
    select 'unit_credit' as mart, unit_credit.* from marts.unit_credit
    union all by name
    select 'unknown_rates' as mart, unknown_rates.* from marts.unknown_rates
    union all by name
    select 'survey_estimates' as mart, survey_estimates.* from marts.survey_estimates
    union all by name
    select 'workforce' as mart, workforce.* from marts.workforce
)

select
    figures.mart,
    figures.indicator_id,
    figures.period_type,
    figures.period,
    figures.area_level,
    figures.area_code,
    figures.role_id,
    figures.route_id,
    figures.programme_id,
    figures.nqf_level,
    figures.dimension_1,
    figures.category_1,
    figures.dimension_2,
    figures.category_2,
    figures.dimension_3,
    figures.category_3,
    figures.unit,
    figures.numerator,
    figures.denominator,
    figures.value,
    figures.base,
    figures.senders_returned,
    figures.senders_expected,
    figures.population_share,
    figures.origin
from figures
order by all
