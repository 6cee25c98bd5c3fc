/** A question that policy analysts ask, and how to ask it of the published tables. */
export interface Example {
  question: string;
  sql: string;
}

export const EXAMPLES: readonly Example[] = [
  {
    question: "Who is offered training, by role group?",
    sql: `select category_1 as role_group, value as percent, lower, upper, base, symbol_reason
from indicators
where indicator_id = 'OFF-01' and dimension_1 = 'role group' and dimension_2 is null
  and role_id is null and area_code = 'ENG'
order by percent desc nulls last`
  },
  {
    question: "Which regions differ, by the test that allows for many comparisons?",
    sql: `select comparisons.indicator_id, area_name, reference, difference, is_different
from comparisons
join areas using (area_code)
where comparisons.area_level = 'region' and is_different = 'yes'
order by indicator_id, area_name`
  },
  {
    question: "How many figures does disclosure control withhold, by indicator?",
    sql: `select indicator_id, indicator_name, count(*) as figures,
    count(*) filter (where symbol = 'c') as withheld,
    count(*) filter (where symbol = 'low') as low,
    count(*) filter (where symbol = 'u') as unreliable
from indicators
join definitions using (indicator_id)
group by all
order by withheld desc, indicator_id
limit 20`
  },
  {
    question: "Which returns are missing, by collection?",
    sql: `select collection, status, count(*) as senders
from returns
group by all
order by collection, senders desc`
  },
  {
    question: "How far is each target, and how likely is it to be reached?",
    sql: `select target_id, title, qualifier, target_value, actual_count, percent_of_target, probability_percent, status
from progress
order by target_id`
  },
  {
    question: "What does each table hold?",
    sql: `select table_name, count(*) as columns
from information_schema.columns
group by all
order by table_name`
  }
];
