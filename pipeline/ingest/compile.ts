import {type Column, decimalPattern, FIRST_DATE, LAST_DATE, readColumns} from "../contracts/cell.js";
import type {Contract} from "../contracts/contract.js";
import {literal} from "../warehouse.js";
import {compileStatement, quoted} from "./statement.js";

export interface CompileOptions {
  relation: string; // SQL to select from: varchar columns, records in file order
  present: readonly string[]; // the contract's columns that the relation has; the others are blank throughout
  kept?: readonly string[]; // other columns of the relation, to be kept as they are
}

/**
 * Returns the SELECT that types and judges every row of a relation in one pass, written from the contract alone. It gives
 * the typed columns, null where blank or at fault; `faults`, the places in `faults(contract)` of what is wrong, null for
 * a row in order; and `cells`, the texts of a row at fault in the contract's order.
 */
export function compile(contract: Contract, {relation, present, kept = []}: CompileOptions): string {
  const columns = readColumns(contract);
  const has = new Set(present);
  const lookups = new Map<string, string>();
  const lookUp = (condition: string): string => {
    const name = lookups.get(condition) ?? `lookup_${lookups.size + 1}`;
    lookups.set(condition, name);
    return name;
  };
  const broken = [
    ...columns.map((column) =>
      column.isRequired
        ? `${quoted(column.name)} is null`
        : `${text(column)} is not null and ${quoted(column.name)} is null`
    ),
    ...contract.rules.map(({statement}) => `(${compileStatement(statement, {columns, lookUp})}) is false`)
  ];
  const texts = columns.map(text).join(", ");
  const names = columns.map(({name}) => quoted(name)).join(", ");
  const others = kept.map((name) => `, ${quoted(name)}`).join("");
  return `with cells as not materialized (
    select ${columns.map((column) => `${has.has(column.name) ? trimmed(column) : "null::varchar"} as ${text(column)}`).join(",\n        ")}${others}
    from (${relation}) as source
), typed as not materialized (
    select ${columns.map((column) => `${typing(column)} as ${quoted(column.name)}`).join(",\n        ")},
        ${texts}${others}
    from cells
), looked_up as not materialized (
    select typed.*${[...lookups].map(([condition, name]) => `,\n        ${condition} as ${name}`).join("")}
    from typed
), judged as not materialized (
    select looked_up.*,
        ${broken.map((condition, place) => `${condition} as ${wrong(place)}`).join(",\n        ")}
    from looked_up
), told as not materialized (
    select judged.*, ${broken.map((_, place) => wrong(place)).join(" or ")} as is_wrong
    from judged
)
select ${names},
    case when is_wrong then list_where(
        [${broken.map((_, place) => place).join(", ")}], [${broken.map((_, place) => wrong(place)).join(", ")}]
    )::smallint[] end as faults,
    case when is_wrong then [${texts}] end as cells${others}
from told`;
}

/** Returns the type of a column's values in DuckDB. */
export function sqlType({kind}: Pick<Column, "kind">): string {
  if (kind.type === "date") return "date";
  if (kind.type === "integer") return kind.min >= -2147483648 && kind.max <= 2147483647 ? "integer" : "bigint";
  if (kind.type === "decimal")
    return Math.max(-kind.min, kind.max) < 10 ** (18 - kind.places)
      ? `decimal(18, ${kind.places})`
      : `decimal(38, ${kind.places})`;
  return "varchar";
}

function typing(column: Column): string {
  const {kind, meta} = column;
  const name = text(column);
  const value = `try_cast(${name} as ${sqlType(column)})`;
  const conditions: string[] = [];
  if (kind.type === "code") conditions.push(`${name} in (${kind.values.map(literal).join(", ")})`);
  if (kind.type === "integer") conditions.push(`${value}::varchar = ${name}`);
  if (kind.type === "decimal")
    conditions.push(`regexp_matches(${name}, ${literal(decimalPattern(kind.places).source)})`);
  if (kind.type === "integer" || kind.type === "decimal")
    conditions.push(`${value} between ${kind.min} and ${kind.max}`);
  if (kind.type === "date")
    // a date before Christ is written with more than ten characters, and would cast
    conditions.push(
      `strlen(${name}) = 10 and ${name} between '${FIRST_DATE}' and '${LAST_DATE}' and ${value}::varchar = ${name}`
    );
  if (kind.type === "text") {
    conditions.push(`(strlen(${name}) <= ${kind.max} or length(${name}) <= ${kind.max})`);
    if (kind.min > 1) conditions.push(`length(${name}) >= ${kind.min}`);
    if (kind.pattern) conditions.push(`regexp_matches(${name}, ${literal(kind.pattern)})`);
  }
  if (meta.reference) {
    const key = quoted(meta.reference.column);
    const table = `reference.${quoted(meta.reference.table)}`;
    conditions.push(`${name} in (select ${key}::varchar from ${table} where ${key} is not null)`);
  }
  return `case when ${conditions.join(" and ")} then ${sqlType(column) === "varchar" ? name : value} end`;
}

/** Trimming costs more than all the judging, so what plainly has no space around it goes past. */
function trimmed({name}: Column): string {
  const cell = `source.${quoted(name)}`;
  const isPlain = `${cell} >= '!' and not suffix(${cell}, ' ') and strlen(${cell}) = length(${cell})`;
  return `case when ${isPlain} then ${cell} else nullif(trim(${cell}), '') end`;
}

function wrong(place: number): string {
  return `wrong_${place}`;
}

function text({name}: Column): string {
  return quoted(`${name} as received`);
}
