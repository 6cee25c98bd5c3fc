import {literal, openWarehouse, query} from "../warehouse.js";
import {fileFault} from "./fileFaults.js";
import {findHeader, unknownColumns} from "./header.js";
import type {Opening, OpeningOptions} from "./open.js";
import {identifier} from "./rowsFile.js";

/** Opens a Parquet file; its numbers and dates become the text that a CSV file would hold. */
export async function openParquet(path: string, {contract, contracts}: OpeningOptions): Promise<Opening> {
  const shape = await describe(path);
  if (!shape)
    return {refusal: fileFault("FIL-017", {place: "the file", got: "a file that is no readable Parquet"}), rowsRead: 0};
  const place = "the schema";
  const {header, refusal} = findHeader([shape.columns.map(({name}) => name)], {
    contract,
    contracts,
    place: () => place
  });
  if (refusal) return {refusal, rowsRead: 0};
  if (shape.rows === 0) return {refusal: fileFault("FIL-003", {place, got: "only the columns"}), rowsRead: 0};
  const read = shape.columns.flatMap((column, index) => {
    const name = header.names[index];
    return name === undefined ? [] : [{...column, as: name}];
  });
  const columns = read.map(({as}) => as);
  const cells = read.map(({name, type, as}) => `${cellText(identifier(name), type)} as ${identifier(as)}`).join(", ");
  return {
    source: {
      columns,
      relation: `select ${cells} from read_parquet(${literal(path)})`,
      warnings: unknownColumns(header.unknown, place),
      place: async (record, column) => (column === undefined ? `row ${record}` : `row ${record}, column ${column}`),
      async explain(error) {
        const isFault = error instanceof Error && /parquet|Snappy|ZSTD|Thrift/i.test(error.message);
        return isFault ? fileFault("FIL-017", {place: "the file", got: "data that cannot be unpacked"}) : undefined;
      },
      close: async () => {}
    }
  };
}

async function describe(path: string): Promise<{columns: {name: string; type: string}[]; rows: number} | undefined> {
  const {connection, close} = await openWarehouse();
  try {
    const columns = await query(connection, `describe select * from read_parquet(${literal(path)})`);
    const [count] = await query(connection, `select count(*) as rows from read_parquet(${literal(path)})`);
    return {
      columns: columns.map(({column_name, column_type}) => ({name: String(column_name), type: String(column_type)})),
      rows: Number(count?.rows)
    };
  } catch {
    return undefined;
  } finally {
    close();
  }
}

/** 5.0 is the whole number 5 and a time at midnight a date; blank text is missing, as in every other form. */
function cellText(column: string, type: string): string {
  if (type === "DOUBLE" || type === "FLOAT")
    return `case when ${column} = trunc(${column}) and abs(${column}) < 1e15 then cast(cast(${column} as bigint) as varchar) else cast(${column} as varchar) end`;
  if (type.startsWith("TIMESTAMP"))
    return `case when cast(${column} as timestamp) = date_trunc('day', cast(${column} as timestamp)) then strftime(${column}, '%Y-%m-%d') else strftime(${column}, '%Y-%m-%dT%H:%M:%S') end`;
  return `nullif(cast(${column} as varchar), '')`;
}
