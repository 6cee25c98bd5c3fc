-- One row per family of comparisons, declared before any result is seen: all that a reader could compare in one place.
select
    families.family_id,
    families.indicator_id,
    families.title,
    families.compared_with,
    families.test
from (
    values
        ('offers_by_region', 'OFF-01', 'Offered training, regions', 'the rest of England', 'difference of survey percentages'),
        ('offers_by_local_lsc', 'OFF-01', 'Offered training, local LSCs', 'the rest of England', 'difference of survey percentages'),
        ('uptake_by_region', 'UPT-01', 'Took up an offer, regions', 'the rest of England', 'difference of survey percentages'),
        ('uptake_by_local_lsc', 'UPT-01', 'Took up an offer, local LSCs', 'the rest of England', 'difference of survey percentages'),
        ('participation_by_region', 'UPT-02', 'Started training, regions', 'the rest of England', 'difference of survey percentages'),
        ('participation_by_local_lsc', 'UPT-02', 'Started training, local LSCs', 'the rest of England', 'difference of survey percentages'),
        ('offer_gap_by_area', 'OFF-03', 'Offered training, other staff, England and regions', 'teaching assistants', 'difference of survey percentages'),
        ('offers_by_role', 'OFF-01', 'Offered training, roles', 'all other staff', 'difference of survey percentages'),
        ('uptake_by_role', 'UPT-01', 'Took up an offer, roles', 'all other staff', 'difference of survey percentages'),
        ('participation_by_role', 'UPT-02', 'Started training, roles', 'all other staff', 'difference of survey percentages'),
        ('offers_by_group', 'OFF-01', 'Offered training, groups of people', 'the largest group', 'difference of survey percentages'),
        ('uptake_by_group', 'UPT-01', 'Took up an offer, groups of people', 'the largest group', 'difference of survey percentages'),
        ('participation_by_group', 'UPT-02', 'Started training, groups of people', 'the largest group', 'difference of survey percentages'),
        ('offers_by_group_adjusted', 'OFF-01', 'Offered training, groups of people in the same role and region', 'the largest group', 'pooled ratio of survey percentages'),
        ('uptake_by_group_adjusted', 'UPT-01', 'Took up an offer, groups of people in the same role and region', 'the largest group', 'pooled ratio of survey percentages'),
        ('participation_by_group_adjusted', 'UPT-02', 'Started training, groups of people in the same role and region', 'the largest group', 'pooled ratio of survey percentages'),
        ('learners_by_region', 'UPT-03', 'Learners per 1,000 staff, regions', 'all regions', 'funnel with overdispersion'),
        ('learners_by_local_lsc', 'UPT-03', 'Learners per 1,000 staff, local LSCs', 'all local LSCs', 'funnel with overdispersion'),
        ('completion_by_region', 'OUT-01', 'Completed, of aims due to end, regions', 'all regions', 'funnel with overdispersion'),
        ('completion_by_local_lsc', 'OUT-01', 'Completed, of aims due to end, local LSCs', 'all local LSCs', 'funnel with overdispersion'),
        ('success_by_region', 'OUT-04', 'Achieved, of aims due to end, regions', 'all regions', 'funnel with overdispersion'),
        ('success_by_local_lsc', 'OUT-04', 'Achieved, of aims due to end, local LSCs', 'all local LSCs', 'funnel with overdispersion')
) as families (family_id, indicator_id, title, compared_with, test)
order by families.family_id
