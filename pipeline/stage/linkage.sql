-- One row per way of telling persons apart, and threshold.
select
    linkage.method,
    linkage.threshold,
    linkage.is_chosen,
    linkage.learners as learners_count,
    linkage.pairs as pairs_count,
    linkage.persons as persons_count,
    linkage.estimated_precision,
    linkage.estimated_recall
from raw.linkage as linkage
