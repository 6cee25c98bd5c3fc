/** A small sample made up here: ten clusters in three strata of two regions, one answer missing. */
export const STAFF_SAMPLE = `(select *, case when hours > 20 then 'long' else 'short' end as band from (values
  ('a', 1, 10, 'NE', 30, 1), ('a', 1, 10.5, 'NE', 9, 0), ('a', 2, 10, 'NE', 8, 1), ('a', 2, 10.5, 'NE', 28, 1),
  ('a', 3, 10, 'NE', 21, 0), ('a', 3, 10.5, 'NE', 21, 0), ('a', 3, 11, 'NE', 15, 0), ('a', 4, 10, 'NE', 28, 1),
  ('a', 4, 10.5, 'NE', 26, null), ('a', 4, 11, 'NE', 20, 1), ('b', 5, 14.5, 'NW', 10, 1), ('b', 5, 15, 'NW', 24, 1),
  ('b', 6, 14.5, 'NW', 24, 1), ('b', 6, 15, 'NW', 17, 1), ('b', 7, 14.5, 'NW', 32, 1), ('b', 7, 15, 'NW', 24, 0),
  ('b', 7, 15.5, 'NW', 10, 0), ('c', 8, 7.25, 'NE', 35, 1), ('c', 8, 7.75, 'NE', 17, 0), ('c', 9, 7.25, 'NW', 33, 0),
  ('c', 9, 7.75, 'NW', 32, 1), ('c', 10, 7.25, 'NW', 17, 1), ('c', 10, 7.75, 'NW', 8, 0), ('c', 10, 8.25, 'NW', 20, 1),
  ('c', 10, 8.75, 'NW', 23, 0)) as sample(stratum, cluster, weight, region, hours, offered))`;
