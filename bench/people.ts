import type {DuckDBConnection} from "@duckdb/node-api";

/**
 * Writes `records` invented records about some four fifths as many persons: names of uneven frequency, birth dates,
 * sex, postcodes; a fifth of the records are second ones of a person, with slips, moves, marriages and missing dates.
 * Columns: record_id, person, family_name, given_name, birth_date, sex, postcode, district.
 */
export async function makePeople(
  connection: DuckDBConnection,
  {into, records}: {into: string; records: number}
): Promise<void> {
  const persons = Math.round(records * 0.8);
  await connection.run(`create or replace table ${into} as
with numbered as (
    select number as record_id, case when number < ${persons} then number else ${draw("number", "of")} % ${persons} end as person,
        number >= ${persons} as is_second
    from range(${records}) as numbers (number)
), drawn as (
    select *,
        ${draw("person", "family")} as family, ${draw("person", "given")} as given, ${draw("person", "birth")} as birth,
        ${draw("person", "place")} as place, ${draw("record_id", "slip")} % 1000 as slip,
        ${draw("record_id", "move")} % 1000 as moved, ${draw("record_id", "marry")} % 1000 as married,
        ${draw("record_id", "lack")} % 1000 as lacking
    from numbered
), known as (
    select *,
        -- The smaller of two draws: low numbers, and so some names, are more common than others.
        ${name("least(family % 30000, (family // 30000) % 30000)")} as family_name,
        ${name("least(given % 2000, (given // 2000) % 2000)")} as given_name,
        date '1940-01-01' + cast(birth % 16000 as integer) as birth_date,
        case when person % 5 = 0 then 'M' else 'F' end as sex,
        case when is_second and moved < 120 then ${draw("record_id", "new place")} else place end as lives
    from drawn
)
select record_id, person,
    case
        when is_second and married < 40 then ${name(`${draw("record_id", "new name")} % 30000`)}
        when is_second and slip < 80 then left(family_name, 2) || substr(family_name, 4)
        else family_name
    end as family_name,
    case
        when is_second and slip between 80 and 140
            then left(given_name, 1) || substr(given_name, 3, 1) || substr(given_name, 2, 1) || substr(given_name, 4)
        else given_name
    end as given_name,
    case
        when lacking < 20 then null
        when is_second and slip between 141 and 190 then birth_date + interval 10 day
        else birth_date
    end::date as birth_date,
    sex,
    'Q' || lives % 2000 || ' ' || (lives // 2000) % 900 as postcode,
    'Q' || lives % 2000 as district
from known
order by md5(record_id::varchar)`);
}

/** SQL for a whole number that depends on a key and a word alone. */
function draw(key: string, word: string): string {
  return `(('0x' || left(md5(${key} || '${word}'), 12))::bigint)`;
}

/** SQL for a name of three or four syllables that stands for a number. */
function name(number: string): string {
  const syllables = "['ba','ke','di','mo','lu','fra','gre','tri','no','su','va','pel','zan','or','ish','wen']";
  const part = (divisor: number): string => `${syllables}[1 + (${number} // ${divisor}) % 16]`;
  return `(${part(1)} || ${part(16)} || ${part(256)} || ${part(4096)})`;
}
