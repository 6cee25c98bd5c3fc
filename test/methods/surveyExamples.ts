import {STAFF_SAMPLE} from "./staffSample.js";

/** Statements that make the samples of the survey tests: three published, one of our own. */
export const SURVEY_EXAMPLES: readonly string[] = [
  // Stata's data set fpc, also R survey's (data(fpc)): two strata of 15 and 12 clusters, 5 and 3 of them drawn.
  `create table fpc as select * from (values
    (1, 1, 3, 15, 2.8), (1, 2, 3, 15, 4.1), (1, 3, 3, 15, 6.8), (1, 4, 3, 15, 6.8), (1, 5, 3, 15, 9.2),
    (2, 1, 4, 12, 3.7), (2, 2, 4, 12, 6.6), (2, 3, 4, 12, 4.2)) as rows(stratid, psuid, weight, clusters, x)`,
  // Lehtonen and Pahkinen, table 3.3: an optimally allocated stratified sample from the Province'91 population.
  `create table province as select * from (values
    (1, 1, 1.75, 4123, 33786, 7), (1, 2, 1.75, 666, 6016, 7), (1, 4, 1.75, 760, 5919, 7), (1, 6, 1.75, 457, 3022, 7),
    (2, 21, 6.25, 61, 573, 25), (2, 25, 6.25, 262, 1737, 25), (2, 26, 6.25, 331, 2543, 25), (2, 27, 6.25, 98, 545, 25)
    ) as rows(stratum, clu, weight, unemployed, labour_force, clusters)`,
  // The same population, its one town drawn with certainty: R survey's example of strata with a single cluster.
  `create table town as select * from (values
    (2, 1, 1, 4123, 1), (1, 10, 1.004, 1623, 31), (1, 4, 1.893, 760, 31), (1, 7, 2.173, 767, 31), (1, 32, 2.971, 568, 31),
    (1, 26, 4.762, 331, 31), (1, 18, 6.335, 187, 31), (1, 13, 13.730, 129, 31)
    ) as rows(stratum, clu, weight, unemployed, clusters)`,
  `create table staff as select *,
    case stratum when 'a' then 20 when 'b' then 9 else 12 end as schools from ${STAFF_SAMPLE}`
];
