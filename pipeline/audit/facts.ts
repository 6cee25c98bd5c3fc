import {literal, openWarehouse, query} from "../warehouse.js";

/**
 * Returns which rows of a published CSV file, by their place from 0, are facts by some SQL conditions: published
 * elsewhere before, so that everybody may know them exactly. A row with a symbol shows no fact.
 */
export async function factRows(path: string, conditions: readonly string[]): Promise<ReadonlySet<number>> {
  const {connection, close} = await openWarehouse();
  try {
    const rows = await query(
      connection,
      `
with numbered as (
    select row_number() over () - 1 as place, *
    from read_csv(${literal(path)}, header = true, all_varchar = true, nullstr = '')
)
select place
from numbered
where symbol is null and (${conditions.map((condition) => `(${condition})`).join(" or ")})`
    );
    return new Set(rows.map(({place}) => Number(place)));
  } finally {
    close();
  }
}
