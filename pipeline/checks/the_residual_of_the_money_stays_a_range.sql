-- One row per funding total that lost its residual, or whose residual was balanced.
select
    'marts.funding_lines' as file,
    'the residual has limits and no amount' as rule,
    count(lines.line_id) as rows
from (select 1 as one) as once
left join marts.funding_lines as lines
    on lines.line_id = 'residual'
    and lines.amount_gbp is null
    and lines.lower_gbp < lines.upper_gbp
where exists (select 1 from reference.funding_lines where is_in_total = 'total' and amount_gbp is not null)
having count(lines.line_id) <> 1
