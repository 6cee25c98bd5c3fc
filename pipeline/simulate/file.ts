/** A return as its sender would write it: rows of text under the sender's own headings, and the sender's habits. */
export interface SimulatedFile {
  collection: string;
  period: string;
  sender: string; // code of the sender, the file's name
  submission: number; // 1, or 2 and more for a resubmission
  received: string; // date, 2004-04-12
  header: readonly string[];
  rows: readonly (readonly string[])[];
  form: FileForm;
}

/** How a sender writes: which format, encoding, delimiter and title rows. */
export type FileForm =
  | {
      kind: "csv";
      delimiter: "," | ";" | "\t";
      encoding: "utf8" | "utf8-bom" | "windows-1252" | "utf16le";
      titleRows: readonly string[];
    }
  | {kind: "xlsx"; sheet: string; titleRows: readonly string[]}
  | {kind: "text"; extension: "xml"; content: string};
