/**
 * A file opened for reading, whatever its form: every row's text in record order, and where a record stands in the file.
 * Nothing is typed or judged here.
 */
export interface Source {
  columns: readonly string[]; // the contract's columns that the file has, in file order
  relation: string; // SQL to select from: one varchar column for each of `columns`, records in file order
  warnings: readonly FileFault[]; // columns that the contract does not know, and the like
  /** Returns where a record (from 1), and one of its cells, stands: "line 12", "sheet Staff, cell F14", an element path. */
  place(record: number, column?: string): Promise<string>;
  /** Removes what reading left behind. */
  close(): Promise<void>;
}

/** What is wrong with a file as a whole. A refused file adds no row. */
export interface FileFault {
  code: string; // FIL-001 …, listed in `faults.ts`
  place: string;
  expected: string;
  got: string;
  remedy: string;
}
