-- One row per comparison called different that has no test, or whose p-value alone would not allow it.
select
    'marts.comparisons' as file,
    concat_ws(
        ' ',
        'a test for',
        comparisons.family_id,
        comparisons.period,
        comparisons.area_code,
        comparisons.category_1
    ) as rule,
    coalesce('p ' || round(comparisons.p_value, 4), 'no test') as rows
from marts.comparisons as comparisons
where
    (comparisons.is_different = 'yes' and comparisons.p_value > 0.05)
    -- Without a test, or on a small base, nobody can say.
    or (
        comparisons.is_different <> 'cannot say'
        and (comparisons.p_value is null or least(comparisons.base, comparisons.effective_base) < 30)
    )
order by all
