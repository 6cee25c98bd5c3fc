import {literal, type Value} from "../warehouse.js";
import {exact, name, sampleTables, scale} from "./linearisation.js";
import type {SurveyDesign} from "./survey.js";

/** Which domains of one survey are compared with what. */
export interface DomainComparison extends SurveyDesign {
  /** A SQL expression; a row where it is null is outside every domain. */
  numerator: string;
  /** A SQL expression, "1" by default, which makes the ratio a mean or a proportion. */
  denominator?: string;
  /**
   * A column, each value of which is a domain; or, for domains that may overlap, a condition in SQL for each by name. A
   * row where the column or the condition is null is on neither side.
   */
  domain: string | Readonly<Record<string, string>>;
  /** What each domain is compared with: one of them, or the rest, all that is in its `by` group and outside it. */
  reference: {kind: "category"; value: Value} | {kind: "rest"};
}

/** What is summed over rows; the sums of either side are called first_… and second_…. */
const SUMS = {
  weight: "weight",
  numerator: "weight * numerator",
  denominator: "weight * denominator",
  squares: "weight * numerator * numerator",
  products: "weight * numerator * denominator",
  denominator_squares: "weight * denominator * denominator"
};

/** Both sides of a comparison, the domain first. */
export const SIDES = ["first", "second"] as const;

/** Returns a condition that two tables have the same values in columns. */
export function sameKeys(left: string, {right, keys}: {right: string; keys: readonly string[]}): string {
  return keys.map((key) => `${left}.${key} is not distinct from ${right}.${key}`).join(" and ") || "true";
}

/**
 * Returns the leading tables of a comparison, after those of `sampleTables`: `comparisons`, one row for each, numbered and
 * in order; `totals`, one row per comparison and combination of `strata` (columns adjust_0 …), with the bases and sums of
 * both sides; and `pairs`, the same by stratum and cluster of the design, with what linearising needs. Rows are first added
 * up to cells, exactly; after that the work grows with the clusters times the comparisons.
 */
export function pairTables(options: DomainComparison, strata: readonly string[] = []): string {
  const {numerator, denominator = "1", cluster, by = []} = options;
  const sets = setsOf(options);
  const byKeys = by.map((_, i) => `by_${i}`);
  const adjust = strata.map((_, i) => `adjust_${i}`);
  const cellKeys = [...byKeys, "domain_key", ...adjust];
  const more = {
    domain_key: sets.key,
    ...Object.fromEntries(strata.map((column, i) => [`adjust_${i}`, name(column)]))
  };
  const sums = Object.keys(SUMS);
  const linear = sums.slice(0, 3);
  // Rows that are clusters themselves need no adding up; millions of groups of one would be slow.
  const add = (expression: string, scaleColumn: string): string =>
    cluster ? exact(expression, scaleColumn) : expression;
  const sided = (from: string): string => `from ${from}
    join comparisons on ${sameKeys(from, {right: "comparisons", keys: byKeys})}
    cross join scales
    where coalesce(${sets.first}, false) or coalesce(${sets.second}, false)`;
  const on = (side: "first" | "second", value: string): string =>
    `case when coalesce(${sets[side]}, false) then ${value} else 0 end`;
  return `${sampleTables(options, {numerator, denominator, more})},
domains as (
    select distinct ${[...byKeys, ...sets.columns].join(", ")}
    from rows_read
    ${sets.source}
),
comparisons as materialized (
    select *, row_number() over (order by ${[...byKeys, sets.order].map((key) => `${key} nulls last`).join(", ")}) as comparison
    from domains
),
scales as materialized (
    select ${Object.entries(SUMS)
      .map(([sum, expression]) => `${scale(expression)} as ${sum}_scale`)
      .join(",\n        ")}
    from members
),
key_totals as (
    select ${cellKeys.join(", ")}, count(*) as base,
        ${Object.entries(SUMS)
          .map(([sum, expression]) => `${exact(expression, `${sum}_scale`)} as ${sum}`)
          .join(",\n        ")}
    from members
    cross join scales
    group by all
),
totals as materialized (
    select ${["comparison", ...adjust].join(", ")},
        ${SIDES.map((side) =>
          [
            `sum(${on(side, "base")}) as ${side}_base`,
            ...sums.map((sum) => `${exact(on(side, sum), `${sum}_scale`)} as ${side}_${sum}`)
          ].join(",\n        ")
        ).join(",\n        ")}
    ${sided("key_totals")}
    group by all
),
cells as (
    select ${[...cellKeys, "stratum", "cluster"].join(", ")},
        ${linear.map((sum) => `${add(SUMS[sum as keyof typeof SUMS], `${sum}_scale`)} as ${sum}`).join(",\n        ")}
    from members
    cross join scales
    ${cluster ? "group by all" : ""}
),
pairs as (
    select ${["comparison", ...adjust, "stratum", "cluster"].join(", ")},
        ${SIDES.map((side) => linear.map((sum) => `${add(on(side, sum), `${sum}_scale`)} as ${side}_${sum}`).join(",\n        ")).join(",\n        ")}
    ${sided("cells")}
    ${cluster ? "group by all" : ""}
)`;
}

/** Returns a count of the rows of the category that the others are compared with; null when that is the rest. */
export function referenceRows({domain, reference}: DomainComparison): string {
  if (reference.kind === "rest" || typeof domain !== "string") return "null";
  return `(select count(*) from rows_read where domain_key = ${literal(reference.value)})`;
}

interface Sets {
  /** What is read of each row. */
  key: string;
  /** What tells comparisons apart beside their group, and where it comes from. */
  columns: string[];
  source: string;
  order: string;
  /** Whether a cell is on the one side and on the other. */
  first: string;
  second: string;
}

function setsOf({domain, reference}: DomainComparison): Sets {
  if (typeof domain === "string") {
    const value = reference.kind === "category" ? literal(reference.value) : "";
    return {
      key: name(domain),
      columns: ["domain_key as domain"],
      order: "domain",
      source: `where domain_key is not null${value ? ` and domain_key <> ${value}` : ""}`,
      first: "domain_key = domain",
      second: value ? `domain_key = ${value}` : "domain_key <> domain"
    };
  }
  const names = Object.keys(domain);
  const place = reference.kind === "category" ? names.indexOf(String(reference.value)) + 1 : null;
  if (names.length === 0) throw new Error("missing domains: none given");
  if (place === 0 && reference.kind === "category") throw new Error(`unknown reference: ${reference.value}`);
  const values = names.map((text, i) => `(${literal(text)}, ${i + 1})`);
  return {
    key: `[${Object.values(domain)
      .map((condition) => `cast((${condition}) as boolean)`)
      .join(", ")}]`,
    columns: ["domain", "place"],
    order: "place",
    source: `cross join (values ${values.join(", ")}) as named(domain, place)${place === null ? "" : ` where place <> ${place}`}`,
    first: "domain_key[place]",
    second: place === null ? "not domain_key[place]" : `domain_key[${place}]`
  };
}
