import {field, optional, text} from "./field.js";

/** Columns that say how a figure is defined and computed. */
export const DEFINITION_FIELDS = {
  mart: field(text(), "Mart", "Table that computes the figures."),
  sql_file: field(text(), "Model", "File that defines the table."),
  sql_sha256: field(text(), "Model hash", "SHA-256 of that file."),
  collections: field(text(), "Collections", "Collections that the table rests on."),
  numerator_definition: field(text(), "Numerator", "What is counted above the line."),
  denominator_definition: field(text(), "Denominator", "What is counted below the line."),
  caveats: field(optional(), "Caveats", "What to bear in mind."),
  availability: field(text(), "Availability", "'published', 'not yet computed' or 'not collected'."),
  note: field(optional(), "Note", "What a reader must know to use the figure.")
} as const;
