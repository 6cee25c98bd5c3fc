import {join} from "node:path";
import {type Column, readColumns} from "../contracts/cell.js";
import type {Contract} from "../contracts/contract.js";
import {fileFault, nameSome} from "./fileFaults.js";
import {findHeader, type Headed, unknownColumns} from "./header.js";
import type {Opening, OpeningOptions} from "./open.js";
import {createRows, rowsRelation} from "./rowsFile.js";
import {openWorkbook, TooLarge, type Workbook} from "./workbook.js";
import {address, type Sheet, type SheetCell} from "./worksheet.js";

const SEARCHED_ROWS = 40;

/** Opens a workbook: finds sheet and heading, and writes the rows as text, dates as 2004-03-31. */
export async function openXlsx(path: string, {contract, contracts, folder}: OpeningOptions): Promise<Opening> {
  let workbook: Workbook;
  let sheet: Sheet | undefined;
  try {
    workbook = await openWorkbook(path);
    sheet = chooseSheet(workbook, contract);
  } catch (error) {
    if (error instanceof TooLarge) return refuse(fileFault("FIL-019", {place: "the file", got: error.message}));
    return refuse(fileFault("FIL-013", {place: "the file", got: "a file that is no readable workbook"}));
  }
  if (!sheet) {
    const expected = contract.sheet ? `a sheet named ${JSON.stringify(contract.sheet)}` : "one sheet";
    return refuse(fileFault("FIL-014", {place: "the workbook", expected, got: nameSome(workbook.sheets)}));
  }
  const {name, rows} = sheet;
  if (rows.size === 0) return refuse(fileFault("FIL-001", {place: `sheet ${name}`, got: "nothing"}));
  const numbers = [...rows.keys()].sort((one, other) => one - other);
  const {header, refusal} = heading(sheet, numbers, {contract, contracts});
  if (refusal) return refuse(refusal);
  const headingRow = numbers[header.record] ?? 0;
  const place = `sheet ${name}, row ${headingRow}`;
  const columns = header.names.filter((of) => of !== undefined);
  const cells = header.names.flatMap((of, index) => (of === undefined ? [] : [index]));
  const kinds = columns.map((of) => readColumns(contract).find((column) => column.name === of));
  const records: number[] = []; // sheet row of each record
  const target = join(folder, "rows.csv");
  const file = createRows(target);
  for (const number of numbers) {
    const row = rows.get(number);
    if (number <= headingRow || !row || !cells.some((index) => row.has(index))) continue;
    records.push(number);
    file.write(cells.map((index, of) => cellText(row.get(index), {column: kinds[of], is1904: workbook.is1904})));
  }
  file.close();
  if (records.length === 0) return refuse(fileFault("FIL-003", {place, got: "only the heading"}));
  return {
    source: {
      columns,
      relation: rowsRelation(target, columns),
      warnings: unknownColumns(header.unknown, place),
      async place(record, column) {
        const row = records[record - 1] ?? 0;
        const index = header.names.indexOf(column);
        return column === undefined || index < 0
          ? `sheet ${name}, row ${row}`
          : `sheet ${name}, cell ${address(row, index)}`;
      },
      explain: async () => undefined,
      close: async () => {}
    }
  };
}

/** The sheet that the contract names; else the only one. */
function chooseSheet(workbook: Workbook, {sheet}: Contract): Sheet | undefined {
  const named = workbook.sheets.find((name) => name.trim().toLowerCase() === sheet?.toLowerCase());
  const name = named ?? (workbook.sheets.length === 1 ? workbook.sheets[0] : undefined);
  return name === undefined ? undefined : workbook.read(name);
}

function heading(
  sheet: Sheet,
  numbers: readonly number[],
  options: Pick<OpeningOptions, "contract" | "contracts">
): Headed {
  const records = numbers.slice(0, SEARCHED_ROWS).map((number) => headingCells(sheet, number));
  return findHeader(records, {...options, place: (record) => `sheet ${sheet.name}, row ${numbers[record] ?? 1}`});
}

/** A heading merged downwards stands in its first row, and is meant for the last. */
function headingCells({rows, merges}: Sheet, number: number): string[] {
  const row = new Map(rows.get(number));
  for (const {firstRow, lastRow, firstColumn} of merges) {
    const merged = rows.get(firstRow)?.get(firstColumn);
    if (firstRow < number && number <= lastRow && merged && !row.has(firstColumn)) row.set(firstColumn, merged);
  }
  return Array.from({length: Math.max(-1, ...row.keys()) + 1}, (_, index) => {
    const cell = row.get(index);
    return cell?.type === "text" ? cell.text : cell?.type === "number" ? String(cell.number) : "";
  });
}

/** An error such as #N/A stays as it is, and so fails where a value is expected. */
function cellText(
  cell: SheetCell | undefined,
  {column, is1904}: {column: Column | undefined; is1904: boolean}
): string | null {
  if (!cell) return null;
  if (cell.type === "text") return cell.text;
  if (cell.type === "truth") return cell.truth ? "TRUE" : "FALSE";
  if (cell.isDate || column?.kind.type === "date") return dateText(cell.number, {column, is1904});
  return numberText(cell.number);
}

/** Excel counts days from 1900 and believes that 1900 was a leap year. A month's column takes the month of a date. */
function dateText(serial: number, {column, is1904}: {column: Column | undefined; is1904: boolean}): string {
  const day = is1904 ? serial + 1462 : serial < 61 ? serial + 1 : serial;
  const time = new Date(Math.round((day - 25569) * 86_400_000));
  if (Number.isNaN(time.getTime())) return numberText(serial);
  const text = time.toISOString();
  const pattern = column?.kind.type === "text" ? column.kind.pattern : undefined;
  if (pattern && new RegExp(pattern).test(text.slice(0, 7)) && !new RegExp(pattern).test(text.slice(0, 10))) {
    return text.slice(0, 7);
  }
  return text.endsWith("T00:00:00.000Z") ? text.slice(0, 10) : text.slice(0, 19);
}

/** Spreadsheets keep 15 digits; what lies beyond is noise of the binary form. */
function numberText(number: number): string {
  const text = String(Number(number.toPrecision(15)));
  if (!text.includes("e")) return text;
  return Math.abs(number) < 1 ? number.toFixed(15).replace(/\.?0+$/, "") : BigInt(Math.trunc(number)).toString();
}

const refuse = (refusal: ReturnType<typeof fileFault>): Opening => ({refusal, rowsRead: 0});
