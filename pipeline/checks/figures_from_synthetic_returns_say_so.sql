-- One row per mart that rests on a synthetic return alone of its kind and calls a figure anything else.
with

-- Every figure of these marts rests on all files of the collections named.
rests as (
    select 'survey_estimates' as mart, 'staff_questionnaire' as collection
    union all
    select 'survey_estimates' as mart, 'school_frame' as collection
    union all
    select 'offer_gap' as mart, 'staff_questionnaire' as collection
    union all
    select 'response_rates' as mart, 'staff_questionnaire' as collection
    union all
    select 'admin_uptake' as mart, 'workforce' as collection
    union all
    select 'schools' as mart, 'school_frame' as collection
),

synthetic as (
    select distinct rests.mart
    from rests
    inner join stage.files as files using (collection)
    where files.status = 'used'
    group by rests.mart, files.collection
    having bool_and(files.origin = 'synthetic')
)

select
    'marts.' || figures.mart as file,
    figures.indicator_id || ' is called ' || figures.origin as rule,
    count(*) as rows
from marts.figure_keys as figures
inner join synthetic using (mart)
where
    figures.origin is distinct from 'synthetic'
    -- Where there is no number, nothing was found for it to rest on.
    and figures.value is not null
group by all
order by all
