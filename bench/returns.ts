import type {DuckDBConnection} from "@duckdb/node-api";
import {literal} from "../pipeline/warehouse.js";

/**
 * Writes an enrolment return of `rows` records: in order, but for one in a thousand, which has one of six faults.
 * The records are made from their number alone, so every run reads the same bytes.
 */
export async function writeEnrolments(
  connection: DuckDBConnection,
  {path, aims, rows}: {path: string; aims: string; rows: number}
): Promise<void> {
  const pick = (salt: number, of: number): string => `(hash(number * 16 + ${salt}) % ${of})::integer`;
  const start = `date '2003-09-01' + ${pick(1, 270)}`;
  const fault = (kind: number): string => `number % 1000 = 500 and number // 1000 % 6 = ${kind}`;
  const postcode = (salt: number): string =>
    `'QA' || ${pick(salt, 10)} || ' ' || ${pick(salt + 1, 10)} || 'A' || chr(65 + ${pick(salt + 2, 26)})`;
  await connection.run(`copy (
    with aims as (select list(aim_reference order by aim_reference) as aims from read_csv(${literal(aims)}, all_varchar = true))
    select
        (100000 + number % 400)::varchar as L01,
        case when ${fault(0)} then 'not a reference' else lpad((number // 400)::varchar, 10, '0') end as L03,
        'Family' || ${pick(2, 50_000)} as family_name,
        'Given' || ${pick(3, 2000)} as given_names,
        date '1945-01-01' + ${pick(4, 15_000)} as date_of_birth,
        (11 + ${pick(5, 9)})::varchar as L12,
        case when ${pick(6, 10)} = 0 then 'M' else 'F' end as L13,
        '2' as L14,
        case when ${pick(7, 4)} = 0 then null else '98' end as L15,
        ${postcode(8)} as L17,
        (1 + ${pick(11, 5)})::varchar as L35,
        case when ${fault(1)} then 'X0000000' else aims[1 + ${pick(12, 1_000_000)} % len(aims)] end as A09,
        case when ${fault(2)} then '11' else '10' end as A10,
        (6120 + ${pick(13, 5)})::varchar as A24,
        case when ${fault(3)} then '31/12/2003' else (${start})::varchar end as A27,
        case when ${fault(4)} then '2003-06-30' else (${start} + 200)::varchar end as A28,
        null as A31,
        '1' as A34,
        null as A35,
        case when ${fault(5)} then '99' else ${pick(14, 8)}::varchar end as A37,
        '12' as A38,
        ${postcode(15)} as A45,
        case ${pick(0, 3)} when 0 then 'Edexcel' when 1 then 'City and Guilds' else 'CACHE' end as awarding_body
    from range(${rows}) as numbers (number), aims
) to ${literal(path)} (header)`);
}
