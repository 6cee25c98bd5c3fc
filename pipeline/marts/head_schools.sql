-- One row per school whose head judged the staff of at least one role, with the weight of the school.
with

judging as (
    select period, school_id, min(origin) as origin
    from stage.school_questionnaire
    where proficient_count is not null
    group by all
),

-- A school that closed was never in the population; a local LSC that sent nothing has no figure, so none stands for it.
drawn as (
    select
        frame.period,
        frame.school_id,
        frame.llsc_code,
        frame.region_code,
        frame.phase,
        frame.stratum,
        judging.school_id is not null as is_judged,
        case when 'synthetic' in (judging.origin, frame.origin) then 'synthetic' else judging.origin end as origin,
        (1 / frame.selection_probability)::decimal(18, 9) as base_weight
    from stage.school_frame as frame
    left join judging using (period, school_id)
    where
        frame.is_sampled and frame.selection_probability > 0 and frame.outcome <> 'closed'
        and (frame.period, frame.llsc_code) in (
            select (answering.period, answering.llsc_code)
            from stage.school_frame as answering
            inner join judging using (period, school_id)
        )
),

strata as (
    select period, llsc_code, region_code, phase, stratum, bool_or(is_judged) as has_answer
    from drawn
    group by all
),

-- A stratum without a head who answered is answered for by its local LSC and phase, and failing that by its region and
-- phase, all of whose schools then are one class.
local_classes as (
    select
        period,
        llsc_code,
        region_code,
        phase,
        bool_or(not has_answer) as is_merged,
        bool_or(has_answer) as has_answer
    from strata
    group by all
),

regional_classes as (
    select period, region_code, phase, bool_or(not has_answer) as is_merged
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
        sum(base_weight) / sum(base_weight) filter (where is_judged) as response_factor
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
    classed.origin,
    (classed.base_weight * factors.response_factor)::decimal(18, 9) as school_weight
from classed
inner join factors using (period, response_class)
where classed.is_judged
order by classed.period, classed.school_id
