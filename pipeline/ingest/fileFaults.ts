import type {FileFault} from "./source.js";

/** What can be wrong with a file as a whole. A refusal adds no row; a warning keeps the file. Codes are never reused. */
export const FILE_FAULTS = {
  "FIL-001": {
    severity: "error",
    title: "Empty file",
    expected: "a heading and at least one row",
    remedy: "Send the file again; it may have been cut off before anything was written."
  },
  "FIL-002": {
    severity: "error",
    title: "Not what its name says",
    expected: "text, as the ending of its name says",
    remedy: "Save the return in that form, or give the file the ending of its real form."
  },
  "FIL-003": {
    severity: "error",
    title: "No rows",
    expected: "at least one row below the heading",
    remedy: "Add the rows, or tell us that there is nothing to return."
  },
  "FIL-004": {
    severity: "error",
    title: "No heading",
    expected: "a heading row within the first 20 rows",
    remedy: "Put the column names of the return in one row above the data."
  },
  "FIL-005": {
    severity: "error",
    title: "Missing columns",
    expected: "every required column",
    remedy: "Add the missing columns; a column of the right content may stand under another heading."
  },
  "FIL-006": {
    severity: "error",
    title: "Doubled column",
    expected: "each column once",
    remedy: "Remove or rename one of the two; we cannot tell which is meant."
  },
  "FIL-007": {
    severity: "error",
    title: "Wrong collection",
    expected: "the columns of the collection that the file was sent for",
    remedy: "Send the file for the collection that it belongs to."
  },
  "FIL-008": {
    severity: "error",
    title: "Open quotation mark",
    expected: "a closing quotation mark for each opening one",
    remedy: "Close the quotation mark, or send the file again if it was cut off."
  },
  "FIL-009": {
    severity: "error",
    title: "Wrong number of cells",
    expected: "as many cells in each row as in the heading",
    remedy: "Check these rows for a missing or additional separator; put text that contains one in quotation marks."
  },
  "FIL-010": {
    severity: "error",
    title: "Broken row",
    expected: "rows as RFC 4180 describes them",
    remedy: "Write a quotation mark inside a cell twice, and end all lines in the same way."
  },
  "FIL-011": {
    severity: "warning",
    title: "Unknown columns",
    expected: "only columns of this return",
    remedy: "Nothing need be done: these columns are not read. Check their headings if they should be."
  },
  "FIL-012": {
    severity: "error",
    title: "Form not taken",
    expected: "a form in which this return is taken",
    remedy: "Save the return in one of these forms."
  },
  "FIL-013": {
    severity: "error",
    title: "Workbook cannot be opened",
    expected: "an XLSX workbook without a password",
    remedy: "Open the workbook, remove the password if it has one, and save it as XLSX again."
  },
  "FIL-014": {
    severity: "error",
    title: "Sheet not found",
    expected: "a sheet with the rows of the return",
    remedy: "Name the sheet as expected."
  },
  "FIL-015": {
    severity: "error",
    title: "XML not well formed",
    expected: "well-formed XML without a document type",
    remedy: "Correct the element, or send the file again if it was cut off."
  },
  "FIL-016": {
    severity: "error",
    title: "Other schema",
    expected: "an ILR file of the 2018-19 schema",
    remedy: "Make the file for the 2018-19 collection."
  },
  "FIL-017": {
    severity: "error",
    title: "Parquet cannot be read",
    expected: "a complete Parquet file",
    remedy: "Send the file again; it may have been cut off."
  },
  "FIL-018": {
    severity: "warning",
    title: "Unknown attributes",
    expected: "elements without attributes",
    remedy: "Nothing need be done: attributes are not read. Write values as elements if they should be."
  },
  "FIL-019": {
    severity: "error",
    title: "Too large",
    expected: "a workbook of at most 300 MB once unpacked",
    remedy: "Send the return as CSV."
  }
} as const satisfies Record<string, {severity: "error" | "warning"; title: string; expected: string; remedy: string}>;

export type FileFaultCode = keyof typeof FILE_FAULTS;

/** Returns a fault of a file with what was found where; `expected` makes the general expectation precise. */
export function fileFault(
  code: FileFaultCode,
  {place, got, expected = FILE_FAULTS[code].expected}: {place: string; got: string; expected?: string}
): FileFault {
  return {code, place, expected, got, remedy: FILE_FAULTS[code].remedy};
}

/** Returns whether a fault refuses the file or only warns. */
export function faultSeverity(fault: Pick<FileFault, "code">): "error" | "warning" {
  return (FILE_FAULTS as Record<string, {severity: "error" | "warning"}>)[fault.code]?.severity ?? "error";
}

/** Returns at most `limit` names in one phrase, with how many there are in all where some are left out. */
export function nameSome(names: readonly string[], limit = 5): string {
  const shown = names.slice(0, limit).map((name) => JSON.stringify(name.length > 60 ? `${name.slice(0, 59)}…` : name));
  return names.length > limit ? `${shown.join(", ")} and ${names.length - limit} more` : shown.join(", ");
}
