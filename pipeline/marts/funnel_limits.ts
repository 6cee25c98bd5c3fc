import type {DuckDBConnection} from "@duckdb/node-api";
import {FIGURE_COLUMNS} from "../contracts/figureColumns.js";
import {funnel, funnelLimits} from "../methods/funnel.js";
import {middleOfTen} from "../methods/tens.js";
import {query, type Row} from "../warehouse.js";
import {type NewRow, writeTable} from "../warehouseTable.js";

export const reads: readonly string[] = ["marts.admin_uptake"];

const COLUMNS = {
  ...FIGURE_COLUMNS,
  dimension_1: "varchar",
  category_1: "varchar",
  dimension_2: "varchar",
  category_2: "varchar",
  dimension_3: "varchar",
  category_3: "varchar",
  numerator: "double",
  denominator: "double",
  senders_returned: "bigint",
  senders_expected: "bigint",
  population_share: "double",
  symbol_reason: "varchar"
} as const;

/** Wide enough for any local LSC, and close enough together to draw a line through. */
const THOUSANDS = [1, 1.5, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30, 40] as const;
const FEWEST_AREAS = 5;

/**
 * Builds marts.funnel_limits: REG-02, one row per academic year, size of area and pair of limits, with where the 95% or 99.8%
 * limits of the funnel of learners per 1,000 staff (UPT-03) of local LSCs lie for an area of so many staff, after adding
 * what areas differ beyond chance. Counts are taken to the middle of their ten, so that limits tell no more of an area. Limits are per cent of the rate of all local LSCs together, which is 100. Below five
 * areas, and where nobody learns, there is no funnel and no row.
 */
export async function build(connection: DuckDBConnection): Promise<void> {
  const years = new Map<string, Row[]>();
  for (const row of await query(connection, AREAS)) {
    years.set(String(row.period), [...(years.get(String(row.period)) ?? []), row]);
  }
  await writeTable(connection, {
    table: "marts.funnel_limits",
    columns: COLUMNS,
    rows: [...years.values()].flatMap(limitsOfYear)
  });
}

function limitsOfYear(areas: readonly Row[]): NewRow[] {
  const [{period_type, period, is_part_period} = {}] = areas;
  const counts = areas.map(({numerator, denominator}) => ({
    count: middleOfTen(Number(numerator)),
    base: middleOfTen(Number(denominator))
  }));
  if (counts.length < FEWEST_AREAS || areas.every(({numerator}) => Number(numerator) === 0)) return [];
  const {target, tauSquared} = funnel(counts, {kind: "rate"});
  const share = (rate: number): number => (100 * rate) / target;
  return THOUSANDS.flatMap((thousand) => {
    const limits = funnelLimits(1000 * thousand, {target, tauSquared, kind: "rate"});
    const named: NewRow = {
      indicator_id: "REG-02",
      period_type,
      period,
      is_part_period,
      area_level: "national",
      area_code: "ENG",
      dimension_1: "rate compared",
      category_1: "UPT-03",
      dimension_2: "level of areas",
      category_2: "Local LSCs",
      dimension_3: "size of area",
      category_3: `${1000 * thousand} staff`,
      measure: "statistic",
      value: 100,
      origin: areas.some(({origin}) => origin === "synthetic") ? "synthetic" : areas[0]?.origin
    };
    return [
      {
        ...named,
        unit: "per cent of the rate of all areas, 95% limits",
        lower: share(limits.lower95),
        upper: share(limits.upper95),
        interval_level: 0.95
      },
      {
        ...named,
        unit: "per cent of the rate of all areas, 99.8% limits",
        lower: share(limits.lower998),
        upper: share(limits.upper998),
        interval_level: 0.998
      }
    ];
  });
}

const AREAS = `
select period_type, period, is_part_period, numerator, denominator, origin
from marts.admin_uptake
where indicator_id = 'UPT-03' and area_level = 'local_lsc' and denominator > 0 and numerator is not null
    and coalesce(route_id, nqf_level, dimension_1) is null
order by period, area_code`;
