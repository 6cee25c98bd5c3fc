import type {DuckDBConnection} from "@duckdb/node-api";
import {COMPARISON_COLUMNS} from "../contracts/comparison.js";
import {type AdjustedComparison, adjustedRatio} from "../methods/adjustedRatio.js";
import {type Comparison, compareDomains} from "../methods/compareDomains.js";
import {figuresOf} from "../methods/comparedFigures.js";
import {literal, query, type Row} from "../warehouse.js";
import {type NewRow, writeTable} from "../warehouseTable.js";

export const reads: readonly string[] = ["marts.survey_domains", "marts.survey_estimates", "marts.survey_outcomes"];

/** With a larger share of people whose group is not known there is no figure, only what it could be at worst. */
const MOST_UNKNOWN = 0.2;
/** With a larger share of a group in strata that lack either side, like is not compared with like. */
const MOST_DROPPED = 0.5;

const FAMILIES: Readonly<Record<string, string>> = {"OFF-01": "offers", "UPT-01": "uptake", "UPT-02": "participation"};
/** What the columns hold for the largest group, so that one name serves all characteristics. */
const LARGEST = "largest group";

const COLUMNS = {
  ...COMPARISON_COLUMNS,
  is_adjusted: "boolean",
  unknown_share: "double",
  dropped_share: "double"
} as const;

/**
 * Builds marts.group_comparisons: one row per survey period, headline, group of people (by sex, ethnic group, age band,
 * disability and working pattern) and way, crude or adjusted, beside the largest group of the characteristic, for England.
 * Adjusted is within strata of main role and region: the ratio of Mantel and Haenszel. Where the group of more than a fifth is not known there is no figure: `lower` to `upper` and the limits of the
 * ratio then say what it would be if all of these belonged to one side or the other, and `interval_level` is empty.
 */
export async function build(connection: DuckDBConnection): Promise<void> {
  const rows: NewRow[] = [];
  for (const {period} of await query(connection, "select distinct period from marts.survey_outcomes order by all")) {
    rows.push(...(await compare(connection, String(period))));
  }
  await writeTable(connection, {table: "marts.group_comparisons", columns: COLUMNS, rows});
  await connection.run("drop table if exists grouped_outcomes");
}

async function compare(connection: DuckDBConnection, period: string): Promise<NewRow[]> {
  await connection.run(`create or replace temp table grouped_outcomes as ${groupedOutcomes(period)}`);
  const groups = await query(connection, GROUPS);
  const about = new Map((await query(connection, nationQuery(period))).map((row) => [row.indicator_id, row]));
  const options = {
    table: "grouped_outcomes",
    numerator: "outcome",
    domain: "side",
    reference: {kind: "category", value: LARGEST},
    by: ["indicator_id", "characteristic"],
    weight: "weight",
    stratum: "stratum",
    cluster: "school_id",
    singleCluster: "centre"
  } as const;
  if (!groups.some(({category, reference}) => category !== reference)) return [];
  const crude = new Map((await compareDomains(connection, options)).map((found) => [keyOf(found), found]));
  const strata = ["main_role_id", "region_code"];
  const adjusted = new Map(
    (await adjustedRatio(connection, {...options, strata})).map((found) => [keyOf(found), found])
  );
  return groups.flatMap((group) => {
    const key = `${group.indicator_id} ${group.characteristic} ${group.category}`;
    const described = about.get(group.indicator_id);
    const [plain, like] = [crude.get(key), adjusted.get(key)];
    if (!described || !plain || !like) return [];
    const family = `${FAMILIES[String(group.indicator_id)]}_by_group`;
    const named: NewRow = {
      ...described,
      family_id: family,
      dimension_1: group.characteristic,
      category_1: group.category,
      reference: group.reference,
      unknown_share: group.unknown_share
    };
    const [crudeFigures, adjustedFigures] = [figuresOf(plain), adjustedFiguresOf(like, plain)];
    const isKnown = Number(group.unknown_share) <= MOST_UNKNOWN;
    return [
      {...named, is_adjusted: false, ...crudeFigures, ...(isKnown ? {} : {...NOTHING, ...worstCases(group)})},
      {
        ...named,
        ...adjustedFigures,
        ...(isKnown ? {} : NOTHING),
        family_id: `${family}_adjusted`,
        is_adjusted: true,
        dropped_share: like.firstShareDropped
      }
    ];
  });
}

const keyOf = ({group, domain}: Pick<Comparison, "group" | "domain">): string =>
  `${group.indicator_id} ${group.characteristic} ${domain}`;

const NOTHING: NewRow = {
  difference: null,
  lower: null,
  upper: null,
  ratio: null,
  ratio_lower: null,
  ratio_upper: null,
  interval_level: null,
  p_value: null,
  symbol_reason: "not_enough_data"
};

/**
 * The ratio alone, with its test: in strata of a few people the difference of standardised rates rests on rates of one or
 * two, and its linearised error is too small. Bases are those of the crude comparison, which the strata share among them.
 */
function adjustedFiguresOf({ratio, ...like}: AdjustedComparison, crude: Comparison): NewRow {
  const {effective_base} = figuresOf(crude);
  const bases = {base: Math.min(like.firstBase, like.secondBase), effective_base};
  const isDropped = like.firstShareDropped === null || like.firstShareDropped > MOST_DROPPED;
  if (isDropped || ratio.estimate === null) return {...NOTHING, ...bases};
  return {
    ...bases,
    ratio: ratio.estimate,
    ratio_lower: ratio.lower,
    ratio_upper: ratio.upper,
    interval_level: ratio.lower === null ? null : 0.95,
    p_value: ratio.pValue
  };
}

/** Who is not known goes, all who did not to the one side and all who did to the other, and the other way round. */
function worstCases(group: Row): NewRow {
  const numbers = ["own_yes", "own_no", "reference_yes", "reference_no", "unknown_yes", "unknown_no"] as const;
  const [ownYes = 0, ownNo = 0, yes = 0, no = 0, unknownYes = 0, unknownNo = 0] = numbers.map((name) =>
    Number(group[name])
  );
  const share = (have: number, have_not: number): number => have / (have + have_not);
  const least = [share(ownYes, ownNo + unknownNo), share(yes + unknownYes, no)] as const;
  const most = [share(ownYes + unknownYes, ownNo), share(yes, no + unknownNo)] as const;
  return {
    lower: 100 * (least[0] - least[1]),
    upper: 100 * (most[0] - most[1]),
    ratio_lower: least[1] > 0 ? least[0] / least[1] : null,
    ratio_upper: most[1] > 0 ? most[0] / most[1] : null
  };
}

/** The period, coverage and origin of each headline for England. */
function nationQuery(period: string): string {
  return `
select
    indicator_id, period_type, period, is_part_period, area_level, area_code, senders_returned, senders_expected,
    population_share, origin
from marts.survey_estimates
where period = ${literal(period)} and area_code = 'ENG' and coalesce(role_id, route_id, dimension_1) is null
order by indicator_id`;
}

/** Each answer once for each characteristic, with the side on which the person stands; none where it is not known. */
function groupedOutcomes(period: string): string {
  return `
with characteristics as (
    select unnest(['age band', 'disability', 'ethnic group', 'sex', 'working pattern']) as characteristic
),
placed as (
    select outcomes.*, characteristics.characteristic, domains.category
    from marts.survey_outcomes as outcomes
    cross join characteristics
    left join marts.survey_domains as domains
        on domains.file_id = outcomes.file_id
        and domains.record_number = outcomes.record_number
        and domains.area_level = 'national'
        and domains.breakdown = characteristics.characteristic
        and domains.category <> 'Not known'
    where outcomes.period = ${literal(period)}
),
-- Everyone stands once under each headline, so that any one of them counts people.
sizes as (
    select characteristic, category, sum(weight) as size
    from placed
    where indicator_id = 'OFF-01' and category is not null
    group by all
),
largest as (
    select characteristic, category as reference
    from sizes
    qualify row_number() over (partition by characteristic order by size desc, category) = 1
)
select placed.*, largest.reference, case when placed.category = largest.reference then '${LARGEST}' else placed.category end as side
from placed
left join largest using (characteristic)`;
}

/** Groups beside the largest, with weighted sums of those who did and did not, here, there and where it is not known. */
const GROUPS = `
with sums as (
    select
        indicator_id, characteristic, category, reference,
        coalesce(sum(weight) filter (where outcome = 1), 0) as yes,
        coalesce(sum(weight) filter (where outcome = 0), 0) as no
    from grouped_outcomes
    where reference is not null
    group by all
),
wholes as (
    select indicator_id, characteristic, sum(yes + no) as size,
        coalesce(sum(yes) filter (where category is null), 0) as unknown_yes,
        coalesce(sum(no) filter (where category is null), 0) as unknown_no
    from sums
    group by all
)
select
    sums.indicator_id, sums.characteristic, sums.category, sums.reference,
    sums.yes::double as own_yes, sums.no::double as own_no,
    largest.yes::double as reference_yes, largest.no::double as reference_no,
    wholes.unknown_yes::double as unknown_yes, wholes.unknown_no::double as unknown_no,
    ((wholes.unknown_yes + wholes.unknown_no)::double / nullif(wholes.size::double, 0)) as unknown_share
from sums
inner join sums as largest
    on largest.indicator_id = sums.indicator_id
    and largest.characteristic = sums.characteristic
    and largest.category = sums.reference
inner join wholes
    on wholes.indicator_id = sums.indicator_id and wholes.characteristic = sums.characteristic
where sums.category <> sums.reference
order by sums.indicator_id, sums.characteristic, sums.category`;
