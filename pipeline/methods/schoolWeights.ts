/**
 * Returns a SELECT with one row per school drawn from the frame of a form of the survey, in a local LSC that returned the
 * form, with its weight before (`base_weight`) and after school non-response (`school_weight`, empty where it did not
 * answer). `answers` is a SELECT of one row per period and school that answered: `period`, `school_id`, `answers_count`
 * above 0 and `origin`. The SELECT reads it and stage.school_frame.
 * Source: weighting classes, as in Lohr (2010), Sampling: Design and Analysis, section 8.5.
 */
export function schoolWeights(answers: string): string {
  return `
with

answering as (${answers}),

-- A school that closed was never in the population; a local LSC that sent nothing has no figure, so none stands for it.
drawn as (
    select
        frame.period,
        frame.school_id,
        frame.llsc_code,
        frame.region_code,
        frame.phase,
        frame.stratum,
        frame.staff_listed,
        frame.forms_issued,
        coalesce(answering.answers_count, 0) as answers_count,
        case when 'synthetic' in (answering.origin, frame.origin) then 'synthetic' else answering.origin end as origin,
        (1 / frame.selection_probability)::decimal(18, 9) as base_weight
    from stage.school_frame as frame
    left join answering using (period, school_id)
    where
        frame.is_sampled and frame.selection_probability > 0 and frame.outcome <> 'closed'
        and (frame.period, frame.llsc_code) in (
            select (returned.period, returned.llsc_code)
            from stage.school_frame as returned
            inner join answering using (period, school_id)
        )
),

strata as (
    select period, llsc_code, region_code, phase, stratum, sum(answers_count) as answers_count
    from drawn
    group by all
),

-- A stratum without a school that answered is answered for by its local LSC and phase, and failing that by its region and
-- phase, all of whose schools then are one class.
local_classes as (
    select
        period,
        llsc_code,
        region_code,
        phase,
        bool_or(answers_count = 0) as is_merged,
        sum(answers_count) as answers_count
    from strata
    group by all
),

regional_classes as (
    select period, region_code, phase, bool_or(answers_count = 0) as is_merged
    from local_classes
    group by all
),

classed as (
    select
        drawn.*,
        case
            when regional_classes.is_merged then drawn.region_code || ' ' || drawn.phase
            when local_classes.is_merged then drawn.llsc_code || ' ' || drawn.phase
            else drawn.stratum
        end as response_class
    from drawn
    inner join local_classes using (period, llsc_code, region_code, phase)
    inner join regional_classes using (period, region_code, phase)
),

factors as (
    select
        period,
        response_class,
        sum(base_weight) / sum(base_weight) filter (where answers_count > 0) as school_response_factor
    from classed
    group by all
)

select
    classed.period,
    classed.school_id,
    classed.llsc_code,
    classed.region_code,
    classed.phase,
    classed.stratum,
    classed.response_class,
    classed.staff_listed,
    classed.forms_issued,
    classed.answers_count,
    classed.base_weight,
    factors.school_response_factor::decimal(18, 9) as school_response_factor,
    case
        when classed.answers_count > 0 then classed.base_weight * factors.school_response_factor
    end::decimal(18, 9) as school_weight,
    classed.origin
from classed
inner join factors using (period, response_class)`;
}
