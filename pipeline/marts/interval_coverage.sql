-- One row per survey indicator and kind of group: how often its intervals held what was planted in simulated countries.
select
    coverage.indicator_id,
    coverage.kind_of_group,
    coverage.interval,
    coverage.seeds,
    coverage.seeds_count,
    coverage.intervals_count,
    coverage.covered_count,
    coverage.covered_percent,
    coverage.lower,
    coverage.upper,
    coverage.bias_points,
    coverage.error_ratio,
    coverage.command,
    coverage.code_sha256,
    coverage.basis,
    coverage.source,
    'synthetic' as origin
from reference.interval_coverage as coverage
order by coverage.indicator_id, coverage.kind_of_group
